import { createServer, type IncomingMessage } from 'node:http';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { type Answer, startToyHooks, type ToyHooks } from './toy-hooks.mts';

/** What a poll gets: words, or that it shall crack; and whether it first waits for another one. */
export interface News {
	words?: string[];
	crack?: string;
	pair?: boolean;
}

export interface ToyServer {
	url: string;
	/** `METHOD path` of everything that arrived, in order. */
	requests: string[];
	/** The webhooks that are registered, by ID. */
	hooks: ToyHooks['hooks'];
	/** What polls get, one each; nothing when it is used up. */
	news: News[];
	/** Resolves when the next request arrives. */
	arrival(): Promise<void>;
	close(): Promise<void>;
}

export const GOOD_KEY = 'key-that-must-stay-secret';

async function echo(request: IncomingMessage, issued: number): Promise<Answer> {
	const { authorization, 'x-token': token } = request.headers;
	const known = authorization === `Bearer ${GOOD_KEY}` || token === `token-${issued}`;
	if (!known) return [401, { message: 'Who are you?' }];
	const { word }: { word?: unknown } = JSON.parse(await text(request));
	if (word === 'bad') return [422, { message: 'Not that word' }];
	return [200, { word, token: token ?? null }];
}

/** A service that says back what it is told, to those who know the key or hold the last token. */
export async function startToyServer(): Promise<ToyServer> {
	const requests: string[] = [];
	let issued = 0;
	const hooks = startToyHooks();
	const news: News[] = [];
	const answer = async (request: IncomingMessage): Promise<Answer> => {
		if (request.url === '/token') return [200, { token: `token-${++issued}` }];
		if (request.url?.startsWith('/echo')) return await echo(request, issued);
		if (request.url?.startsWith('/feed')) return [200, news.shift() ?? {}];
		const hook = await hooks.answer(request);
		if (hook) return hook;
		const allowed = request.headers.authorization === `Bearer ${GOOD_KEY}`;
		return [allowed ? 200 : 401, {}];
	};
	const server = createServer((request, response) => {
		requests.push(`${request.method} ${request.url}`);
		void answer(request).then(([status, body]) => {
			response.writeHead(status, { 'content-type': 'application/json' });
			response.end(JSON.stringify(body));
		});
	});
	server.listen(0, '127.0.0.1');
	await once(server, 'listening');
	const address = server.address();
	const port = typeof address === 'object' && address ? address.port : 0;
	return {
		url: `http://127.0.0.1:${port}`,
		requests,
		hooks: hooks.hooks,
		news,
		async arrival() {
			await once(server, 'request');
		},
		async close() {
			server.closeAllConnections();
			server.close();
			await once(server, 'close');
		},
	};
}
