import { once } from 'node:events';
import { createServer, connect, type Socket } from 'node:net';

/** A connection of this machine with itself, on which every byte comes back. */
export class Echo {
	private line: Promise<Socket> | undefined;
	private came = 0;
	private wake = (): void => undefined;

	/**
	 * Sends a byte and waits until it is back. What was sent on other connections of this machine before
	 * has arrived by then, however long the machine takes to carry it.
	 */
	async call(): Promise<void> {
		this.line ??= this.open();
		const line = await this.line;
		const { came } = this;
		line.write('.');
		while (this.came === came) await new Promise<void>((resolve) => (this.wake = resolve));
	}

	async close(): Promise<void> {
		const line = await this.line;
		this.line = undefined;
		line?.destroy();
	}

	private async open(): Promise<Socket> {
		const server = createServer({ noDelay: true }, (far) => {
			far.on('error', () => undefined).pipe(far);
		});
		server.listen(0, '127.0.0.1');
		await once(server, 'listening');
		const address = server.address();
		const port = typeof address === 'object' && address ? address.port : 0;
		const line = connect({ port, host: '127.0.0.1', noDelay: true });
		line.on('data', () => {
			this.came += 1;
			this.wake();
		});
		await once(line, 'connect');
		// It ends with its only connection.
		server.close();
		return line;
	}
}
