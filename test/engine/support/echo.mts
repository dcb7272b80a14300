import { once } from 'node:events';
import { createServer, connect, type Socket } from 'node:net';

/** A connection of this machine with itself, on which every byte comes back. */
export class Echo {
	private line: Promise<Socket> | undefined;
	private isClosed = false;
	/** In the order in which their bytes come back. */
	private readonly waiting: Array<() => void> = [];

	/**
	 * Sends a byte and waits until it is back. What was sent on other connections of this machine before
	 * has arrived by then, however long the machine takes to carry it.
	 */
	async call(): Promise<void> {
		if (this.isClosed) return;
		this.line ??= this.open();
		const line = await this.line;
		if (line.destroyed) return;
		await new Promise<void>((resolve) => {
			this.waiting.push(resolve);
			line.write('.');
		});
	}

	/** Calls that wait end, and later ones do not begin. */
	async close(): Promise<void> {
		this.isClosed = true;
		(await this.line)?.destroy();
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
		const answer = (count: number) => this.waiting.splice(0, count).forEach((resolve) => resolve());
		line.on('data', ({ length }) => answer(length));
		line.on('close', () => answer(Infinity));
		await once(line, 'connect');
		// It ends with its only connection.
		server.close();
		return line;
	}
}
