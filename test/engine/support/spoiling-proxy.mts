import { createServer, request as forward, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';

/** An answer that the proxy gives in the place of the one that the API gave. */
export interface SpoiltAnswer {
	status: number;
	body: string;
}

export interface SpoilingProxyOptions {
	/** http://host:port of the API. */
	target: string;
	/** Request headers that do not reach the API, in lower case. */
	drop?: string[];
	/** Asked after the API has done the work. Default: its answer is passed on. */
	spoil?: (request: IncomingMessage) => SpoiltAnswer | undefined;
}

export interface SpoilingProxy {
	url: string;
	close(): Promise<void>;
}

/** Stands between a node and the API, like a gateway that loses answers or headers. */
export async function startSpoilingProxy(options: SpoilingProxyOptions): Promise<SpoilingProxy> {
	const { target, drop = [], spoil } = options;
	const server = createServer((incoming, outgoing) => {
		const headers = Object.fromEntries(
			Object.entries(incoming.headers).filter(([name]) => !drop.includes(name)),
		);
		const { method } = incoming;
		const url = new URL(incoming.url ?? '/', target);
		const onward = forward(url, { ...(method ? { method } : {}), headers }, (answer) => {
			const spoilt = spoil?.(incoming);
			if (!spoilt) {
				outgoing.writeHead(answer.statusCode ?? 500, answer.headers);
				answer.pipe(outgoing);
				return;
			}
			answer.resume();
			outgoing.writeHead(spoilt.status, { 'content-type': 'application/json' }).end(spoilt.body);
		});
		onward.on('error', () => outgoing.destroy());
		incoming.pipe(onward);
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const { port }: AddressInfo = addressOf(server.address());
	return {
		url: `http://127.0.0.1:${port}`,
		close: () =>
			new Promise((resolve) => {
				server.close(() => resolve());
				server.closeAllConnections();
			}),
	};
}

function addressOf(address: AddressInfo | string | null): AddressInfo {
	if (address === null || typeof address === 'string') throw new Error('The proxy has no port');
	return address;
}
