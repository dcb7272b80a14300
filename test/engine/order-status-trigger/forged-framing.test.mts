import { connect } from 'node:net';
import { useTriggerDesk } from '../support/trigger-desk.mts';
import { DOORS, openDoor, type Door } from './forged-doors.mts';
import { wireOf } from './forged-kinds.mts';
import { closeWire, sendWire } from './forged-send.mts';

const desk = useTriggerDesk();

const GUARDED = DOORS.filter(({ name }) =>
	['Flexport', 'Digital River with its secret', 'Delivery Solutions, header token'].includes(name),
);

afterAll(closeWire);

/** Sends bytes and closes the line behind them; gives what came back. */
async function sendBytes(url: string, bytes: string): Promise<string> {
	const { hostname, port } = new URL(url);
	return await new Promise((resolve) => {
		let answer = '';
		const socket = connect({ host: hostname, port: Number(port) }, () => socket.end(bytes));
		socket.setEncoding('latin1');
		socket.on('data', (chunk) => {
			answer += String(chunk);
		});
		socket.on('error', () => undefined);
		socket.on('close', () => resolve(answer));
	});
}

interface Frame {
	headers: string[];
	body: string;
}

/** Real deliveries, whose proof is right, in frames that lie. */
const FRAMES: Array<[string, (body: string) => Frame]> = [
	[
		'says that it is longer than it is',
		(body) => ({ headers: [`Content-Length: ${body.length + 1}`], body }),
	],
	[
		'ends in the middle',
		(body) => ({ headers: [`Content-Length: ${body.length}`], body: body.slice(0, -20) }),
	],
	[
		'says that it is shorter than it is',
		(body) => ({ headers: [`Content-Length: ${body.length - 9}`], body }),
	],
	['says its length twice', (body) => lengths(body, body.length, body.length - 1)],
	['has a length below zero', (body) => ({ headers: ['Content-Length: -1'], body })],
	['has a length that is no number', (body) => ({ headers: ['Content-Length: ten'], body })],
	[
		'has a length and comes in chunks',
		(body) => ({
			headers: [`Content-Length: ${body.length}`, 'Transfer-Encoding: chunked'],
			body: `${body.length.toString(16)}\r\n${body}\r\n0\r\n\r\n`,
		}),
	],
	[
		'comes in chunks that are none',
		(body) => ({ headers: ['Transfer-Encoding: chunked'], body: `zz\r\n${body}\r\n0\r\n\r\n` }),
	],
	[
		'comes in chunks that do not end',
		(body) => ({
			headers: ['Transfer-Encoding: chunked'],
			body: `${body.length.toString(16)}\r\n${body}\r\n`,
		}),
	],
	['has a header without a colon', (body) => ({ headers: ['X-Broken', length(body)], body })],
	[
		'has headers beyond all measure',
		(body) => ({ headers: [`X-Long: ${'x'.repeat(100_000)}`, length(body)], body }),
	],
];

const length = (body: string) => `Content-Length: ${body.length}`;
const lengths = (body: string, ...all: number[]) => ({
	headers: all.map((each) => `Content-Length: ${each}`),
	body,
});

describe.each(GUARDED)('$name', (kind) => {
	let door: Door;

	beforeEach(async () => {
		door = await openDoor(desk, kind);
	});

	/** Nothing was started, and a real delivery still gets in. */
	async function expectUntouched(): Promise<void> {
		await door.host.settled();
		expect(door.host.executions()).toEqual([]);
		expect(door.host.failures()).toEqual([]);
		expect(await desk.deliver(door.good())).toMatchObject({ status: 200 });
		await door.host.settled();
		expect(door.host.outputs()).toHaveLength(1);
	}

	it.each(FRAMES)('starts nothing for a delivery that %s', async (_name, frame) => {
		const { url, headers, body } = door.good();
		const { pathname, host } = new URL(url);
		const framed = frame(body);
		const lines = [
			`POST ${pathname} HTTP/1.1`,
			`Host: ${host}`,
			...Object.entries(headers).map(([name, value]) => `${name}: ${value}`),
			...framed.headers,
		];
		const answer = await sendBytes(url, `${lines.join('\r\n')}\r\n\r\n${framed.body}`);

		expect(answer).not.toMatch(/^HTTP\/1\.1 2/);
		await expectUntouched();
	});

	it.each([
		['GET', 404],
		['HEAD', 404],
		['PUT', 404],
		['PATCH', 404],
		['DELETE', 404],
		['OPTIONS', 204],
	])('starts nothing for %s with the right proof', async (method, status) => {
		const answer = await sendWire({ ...wireOf(door.good()), method });
		expect(answer.status).toBe(status);
		await expectUntouched();
	});

	it.each([
		['the test address, where nobody listens', (url: string) => url.replace('hook/', 'hook-test/')],
		['a longer address', (url: string) => `${url}/more`],
		['a shorter address', (url: string) => url.slice(0, url.lastIndexOf('/'))],
		['the address of another webhook', (url: string) => url.replace(/\d\/webhook$/, 'x/webhook')],
	])('starts nothing at %s', async (_name, elsewhere) => {
		const good = wireOf(door.good());
		const answer = await sendWire({ ...good, url: elsewhere(good.url) });
		expect(answer.status).toBe(404);
		await expectUntouched();
	});
});
