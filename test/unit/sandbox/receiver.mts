import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http';

/** A delivery as it arrived. */
export interface Received {
	method: string | undefined;
	path: string | undefined;
	headers: IncomingHttpHeaders;
	/** The body as it was sent, which is what signatures cover. */
	raw: string;
	body: Record<string, unknown>;
}

/** A tiny receiver of webhooks. */
export interface Receiver {
	/** Where it listens; anything may follow. */
	url: string;
	/** In the order in which they arrived. */
	received: Received[];
	/** How many were unanswered at once, at most. */
	mostAtOnce(): number;
	/** What it answers from now on: a status, or whatever a function does. */
	answer: number | ((response: ServerResponse) => void);
}

const running: (() => Promise<unknown>)[] = [];

/** Starts a receiver that `closeReceivers` closes. It answers 200. */
export async function openReceiver(): Promise<Receiver> {
	let atOnce = 0;
	let most = 0;
	const server = createServer((request, response) => {
		atOnce += 1;
		most = Math.max(most, atOnce);
		response.once('close', () => (atOnce -= 1));
		const parts: Buffer[] = [];
		request.on('data', (part: Buffer) => parts.push(part));
		request.on('end', () => {
			const { method, url: path, headers } = request;
			const raw = Buffer.concat(parts).toString('utf8');
			receiver.received.push({ method, path, headers, raw, body: JSON.parse(raw) });
			if (typeof receiver.answer === 'function') receiver.answer(response);
			else response.writeHead(receiver.answer).end();
		});
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const address = server.address();
	if (typeof address !== 'object' || address === null) throw new Error('The receiver has no port.');
	const receiver: Receiver = {
		url: `http://127.0.0.1:${address.port}/hook`,
		received: [],
		mostAtOnce: () => most,
		answer: 200,
	};
	running.push(() => {
		server.closeAllConnections();
		return new Promise((resolve) => server.close(resolve));
	});
	return receiver;
}

/** Closes every receiver of the test; for afterEach. */
export async function closeReceivers(): Promise<void> {
	await Promise.all(running.splice(0).map((close) => close()));
}
