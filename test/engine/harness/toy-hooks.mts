import type { IncomingMessage } from 'node:http';
import { text } from 'node:stream/consumers';

export type Answer = [status: number, body: object];

export interface ToyHooks {
	hooks: Map<string, { url: string; secret: string }>;
	/** Nothing, if the request is not about hooks. */
	answer(request: IncomingMessage): Promise<Answer | undefined>;
}

/** The part of the toy service that webhooks are registered at; each gets its own secret. */
export function startToyHooks(): ToyHooks {
	const hooks: ToyHooks['hooks'] = new Map();
	let issued = 0;
	let waiting: Array<() => void> = [];

	const create = async (request: IncomingMessage): Promise<Answer> => {
		const { url }: { url?: unknown } = JSON.parse(await text(request));
		if (typeof url !== 'string') return [422, { message: 'Where to?' }];
		const hook = { id: `hook-${++issued}`, secret: `secret-${issued}` };
		hooks.set(hook.id, { url, secret: hook.secret });
		return [201, hook];
	};
	/** Lets nobody through before there are two. */
	const pair = async (): Promise<Answer> => {
		await new Promise<void>((resolve) => {
			waiting.push(resolve);
			if (waiting.length < 2) return;
			for (const go of waiting) go();
			waiting = [];
		});
		return [200, {}];
	};
	const one = (method: string | undefined, id: string): Answer => {
		if (!hooks.has(id)) return [404, {}];
		if (method === 'DELETE') hooks.delete(id);
		return [200, { id }];
	};
	return {
		hooks,
		async answer(request) {
			const { pathname } = new URL(request.url ?? '/', 'http://toy.invalid');
			const [, resource, id] = pathname.split('/');
			if (resource === 'pair') return await pair();
			if (resource !== 'hooks') return undefined;
			return id === undefined ? await create(request) : one(request.method, id);
		},
	};
}
