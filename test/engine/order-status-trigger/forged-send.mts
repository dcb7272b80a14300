import { Agent, request } from 'node:http';

/** A request exactly as it goes over the wire: names may repeat, nothing is added but the frame. */
export interface Wire {
	url: string;
	method: string;
	headers: ReadonlyArray<readonly [name: string, value: string]>;
	body: Buffer;
}

/** What came back. */
export interface WireAnswer {
	status: number;
	/** Names only. */
	headers: string[];
	body: string;
}

const agent = new Agent({ keepAlive: true, maxSockets: 16 });

/** Ends the connections that are kept open. */
export const closeWire = (): void => agent.destroy();

/** Sends a request. The length is told as it is. */
export async function sendWire({ url, method, headers, body }: Wire): Promise<WireAnswer> {
	const { host } = new URL(url);
	const length = method === 'GET' || method === 'HEAD' ? [] : ['Content-Length', `${body.length}`];
	const frame = ['Host', host, ...length, ...headers.flat()];
	return await new Promise((resolve, reject) => {
		const sent = request(url, { method, headers: frame, agent }, (answer) => {
			const chunks: Buffer[] = [];
			answer.on('data', (chunk: Buffer) => chunks.push(chunk));
			answer.on('error', reject);
			answer.on('end', () =>
				resolve({
					status: answer.statusCode ?? 0,
					headers: Object.keys(answer.headers),
					body: Buffer.concat(chunks).toString('utf8'),
				}),
			);
		});
		sent.on('error', reject);
		sent.end(method === 'GET' || method === 'HEAD' ? undefined : body);
	});
}

/** Works through a list, a few at a time. */
export async function eachAtOnce<T>(
	list: readonly T[],
	atOnce: number,
	work: (one: T) => Promise<void>,
): Promise<void> {
	const left = list[Symbol.iterator]();
	const worker = async () => {
		for (const one of left) await work(one);
	};
	await Promise.all(Array.from({ length: atOnce }, worker));
}
