import { createHmac } from 'node:crypto';
import { closeBenches } from '../helpers.mts';
import { closeReceivers, openReceiver, type Received, type Receiver } from '../receiver.mts';
import { openDesk, type Desk } from './desk.mts';

let desk: Desk;
let receiver: Receiver;
beforeEach(async () => {
	desk = await openDesk();
	receiver = await openReceiver();
});
afterEach(async () => {
	await closeBenches();
	await closeReceivers();
});

const TYPE = 'fulfillment_order.shipped';
const HOUR = 3_600_000;

async function register(changes: object = {}): Promise<string> {
	const body = { types: [TYPE], address: receiver.url, ...changes };
	return String((await desk.river.post('/webhooks', body)).data.id);
}

function signed({ headers, raw }: Received, secret: string) {
	const [timestamp = '', signature = ''] = String(headers['digitalriver-signature']).split(', ');
	const expected = createHmac('sha256', secret).update(`${timestamp}.${raw}`).digest('base64');
	return { at: Number(timestamp), isRight: signature === expected };
}

test.each([
	['seconds', 1_768_478_400],
	['milliseconds', 1_768_478_400_000],
] as const)('a delivery is signed, with the time in %s', async (signatureTimestamp, at) => {
	desk.control.signatureTimestamp = signatureTimestamp;
	const id = await register();
	await desk.control.hooks.fire(TYPE);
	const [delivery] = receiver.received;
	if (delivery === undefined) throw new Error('Nothing was delivered.');
	expect(signed(delivery, desk.control.hooks.secretOf(id))).toEqual({ at, isRight: true });
	expect(signed(delivery, 'another').isRight).toBe(false);
	expect(delivery.headers).toMatchObject({ 'content-type': 'application/json' });
	expect(delivery.headers).not.toHaveProperty('authorization');
	expect(delivery.method).toBe('POST');
});

test('the envelope is as documented, and Basic credentials are sent along', async () => {
	await register({ authentication: { username: 'u', password: 'p:w' } });
	await register({ address: `${receiver.url}/new`, apiVersion: '2021-12-13' });
	await desk.control.hooks.fire(TYPE);
	// Deliveries of the same moment may overtake each other.
	const at = (path: string) => receiver.received.find((each) => each.path === path);
	expect(at('/hook')?.headers.authorization).toBe(
		`Basic ${Buffer.from('u:p:w').toString('base64')}`,
	);
	const [first, second] = [at('/hook')?.body, at('/hook/new')?.body];
	expect(first).toEqual({
		id: expect.stringMatching(/^[0-9a-f-]{36}$/),
		type: TYPE,
		data: { object: expect.any(Object), previousAttributes: {} },
		liveMode: false,
		createdTime: '2026-01-15T12:00:00Z',
		digitalriverVersion: '2021-02-23',
	});
	expect(second).toEqual({ ...first, digitalriverVersion: '2021-12-13' });
});

test.each([200, 202, 204, 299])('an answer %i is a success', async (status) => {
	receiver.answer = status;
	await register();
	await desk.control.hooks.fire(TYPE);
	await desk.clock.advance(72 * HOUR);
	expect(receiver.received).toHaveLength(1);
});

test.each([302, 307, 400, 401, 500])('an answer %i is a failure: three tries', async (status) => {
	receiver.answer = (response) => response.writeHead(status, { location: receiver.url }).end();
	await register();
	await desk.control.hooks.fire(TYPE);
	await desk.clock.advance(72 * HOUR);
	expect(desk.control.hooks.attempts().map((each) => [each.attempt, each.status])).toEqual([
		[1, status],
		[2, status],
		[3, status],
	]);
	expect(receiver.received).toHaveLength(3);
});

test('every attempt has a new time and a new signature; the event stays the same', async () => {
	receiver.answer = 500;
	const id = await register();
	await desk.control.hooks.fire(TYPE);
	await desk.clock.advance(1 * HOUR);
	const before = desk.control.hooks.secretOf(id);
	const after = desk.control.hooks.rotateSecret(id);
	await desk.clock.advance(2 * HOUR);
	const [first, second, third] = receiver.received;
	if (first === undefined || second === undefined || third === undefined) {
		throw new Error('There were fewer than three attempts.');
	}
	const start = 1_768_478_400;
	expect(signed(first, before)).toEqual({ at: start, isRight: true });
	expect(signed(second, before)).toEqual({ at: start + 3600, isRight: true });
	expect(signed(third, after)).toEqual({ at: start + 3 * 3600, isRight: true });
	expect(new Set(receiver.received.map(({ raw }) => raw)).size).toBe(1);
});

test('copies of an event are signed each for itself', async () => {
	const id = await register();
	const fired = [{ type: TYPE }];
	await desk.control.hooks.fireAll(fired, { copies: 3 });
	await desk.clock.advance(1000);
	const [message] = desk.control.hooks.message(TYPE);
	expect(receiver.received).toHaveLength(3);
	expect(new Set(receiver.received.map(({ body }) => body.id)).size).toBe(1);
	const secret = desk.control.hooks.secretOf(id);
	expect(receiver.received.every((each) => signed(each, secret).isRight)).toBe(true);
	const header = message?.headers['DigitalRiver-Signature'] ?? '';
	const like = { headers: { 'digitalriver-signature': header }, raw: message?.body ?? '' };
	expect(signed({ ...like, method: 'POST', path: '', body: {} }, secret)).toEqual({
		at: 1_768_478_401,
		isRight: true,
	});
});

test('an answer must come within three seconds, or what is told instead', async () => {
	expect(desk.control.deliveryTimeoutMs).toBe(3000);
	desk.control.deliveryTimeoutMs = 50;
	receiver.answer = () => undefined;
	await register();
	await desk.control.hooks.fire(TYPE);
	const [attempt] = desk.control.hooks.attempts();
	expect(attempt?.error).toContain('timeout');
	expect(attempt).not.toHaveProperty('status');
	receiver.answer = 202;
	// An answer that does come must not be too late on a machine that has much to do.
	desk.control.deliveryTimeoutMs = 30_000;
	await desk.clock.advance(72 * HOUR);
	expect(desk.control.hooks.attempts().map(({ status }) => status)).toEqual([undefined, 202]);
});

test('a webhook that is disabled or deleted hears nothing, not even what was to be tried again', async () => {
	receiver.answer = 500;
	const id = await register();
	const other = await register({ address: `${receiver.url}/other` });
	await desk.control.hooks.fire(TYPE);
	expect(receiver.received).toHaveLength(2);
	await desk.river.patch(`/webhooks/${id}`, { enabled: false });
	await desk.river.delete(`/webhooks/${other}`);
	await desk.clock.advance(72 * HOUR);
	await desk.control.hooks.fire(TYPE);
	expect(receiver.received).toHaveLength(2);
	await desk.river.patch(`/webhooks/${id}`, { enabled: true });
	await desk.control.hooks.fire(TYPE);
	expect(receiver.received).toHaveLength(3);
});

test('a webhook is switched off after days of failures only, and can be switched on again', async () => {
	const id = await register();
	const enabled = () => desk.control.hooks.list()[0]?.enabled;
	const day = async (status: number) => {
		receiver.answer = status;
		await desk.control.hooks.fire(TYPE);
		await desk.clock.advance(24 * HOUR);
	};
	for (const status of [500, 500, 500, 202, 500, 500, 500]) await day(status);
	expect(enabled()).toBe(true);
	await day(500);
	expect(enabled()).toBe(false);
	const before = receiver.received.length;
	await day(202);
	expect(receiver.received).toHaveLength(before);
	await desk.river.patch(`/webhooks/${id}`, { enabled: true });
	await day(500);
	expect(enabled()).toBe(true);
});
