import { request as forward, Agent, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What belongs to webhook processes; all else, the test addresses too, belongs to main. */
const FOR_WEBHOOKS = /^\/webhook\//;

/** How deliveries are spread over several webhook processes. */
export type Spread = 'inTurn' | 'byPath';

/** Always the same number for a text. */
const numberOf = (text: string): number =>
	[...text].reduce((sum, letter) => (sum * 31 + (letter.codePointAt(0) ?? 0)) % 65_521, 0);

/** The one public address of an n8n in queue mode, as its documentation asks for. */
export class Balancer {
	/** Ports of the processes. */
	main = 0;
	webhooks: number[] = [];
	spread: Spread = 'inTurn';
	private turn = 0;
	private readonly agent = new Agent({ keepAlive: false });
	private readonly server = createServer((incoming, answer) => {
		const { method, headers, url = '/' } = incoming;
		const port = this.portFor(url);
		const outgoing = forward(
			{ host: '127.0.0.1', port, method, path: url, headers, agent: this.agent },
			(response) => {
				answer.writeHead(response.statusCode ?? 502, response.headers);
				response.pipe(answer);
			},
		);
		outgoing.on('error', () => {
			if (!answer.headersSent) answer.writeHead(502);
			answer.end();
		});
		incoming.pipe(outgoing);
	});

	private portFor(url: string): number {
		if (!FOR_WEBHOOKS.test(url)) return this.main;
		const place = this.spread === 'byPath' ? numberOf(url) : this.turn++;
		return this.webhooks[place % this.webhooks.length] ?? this.main;
	}

	/** Gives its address. */
	async open(): Promise<string> {
		await new Promise<void>((resolve) => this.server.listen(0, '127.0.0.1', resolve));
		return `http://127.0.0.1:${portOf(this.server.address())}`;
	}

	async close(): Promise<void> {
		this.server.closeAllConnections();
		await new Promise((resolve) => this.server.close(resolve));
		this.agent.destroy();
	}
}

function portOf(address: AddressInfo | string | null): number {
	if (typeof address === 'object' && address) return address.port;
	throw new Error('The balancer does not listen.');
}
