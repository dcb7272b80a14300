import axios from 'axios';
import { closeBenches, openBench, type Bench } from './helpers.mts';
import { closeReceivers, openReceiver, type Receiver } from './receiver.mts';

let bench: Bench;
let receiver: Receiver;

beforeEach(async () => {
	bench = await openBench();
	receiver = await openReceiver();
});
afterEach(async () => {
	await closeBenches();
	await closeReceivers();
});

const hooks = () => bench.sandbox.flexport.hooks;
const register = (changes: object = {}) =>
	bench
		.api()
		.post('/webhooks', { type: 'Order.Shipped', url: receiver.url, method: 'POST', ...changes });
const numbered = (count: number) =>
	Array.from({ length: count }, (_, number) => ({ type: 'Order.Shipped', details: { number } }));
const numbers = () => receiver.received.map(({ body }) => body.number);
const ids = () => receiver.received.map(({ body }) => body.logisticsEventId);

test('a fired event has arrived when the call resolves, and is in the list of events', async () => {
	await register();
	await hooks().fire('Order.Shipped', { note: 'by hand' });
	expect(receiver.received).toMatchObject([{ body: { note: 'by hand' } }]);
	const { data } = await bench.api().get('/events');
	expect(data).toMatchObject([{ id: ids()[0], payload: { note: 'by hand' } }]);
});

test('nobody is registered for it: nothing is sent', async () => {
	await register();
	await hooks().fire('Order.Cancelled');
	expect(receiver.received).toEqual([]);
});

test('copies have the id of their event, and different events different ids', async () => {
	await register();
	await hooks().fireAll(numbered(20), { copies: 3 });
	expect(receiver.received).toHaveLength(60);
	expect(new Set(ids()).size).toBe(20);
	for (const id of new Set(ids())) expect(ids().filter((other) => other === id)).toHaveLength(3);
});

test.each([
	[{}, [0, 0, 1, 1, 2, 2, 3, 3]],
	[{ order: 'given' }, [0, 0, 1, 1, 2, 2, 3, 3]],
	[{ order: 'reversed' }, [3, 3, 2, 2, 1, 1, 0, 0]],
] as const)('%j', async (how, order) => {
	await register();
	await hooks().fireAll(numbered(4), { copies: 2, atOnce: 1, ...how });
	expect(numbers()).toEqual(order);
});

test('shuffled deliveries are out of order, all there, and the same for the same seed', async () => {
	const orders: unknown[][] = [];
	for (const seed of [1, 1, 2]) {
		bench = await openBench({ seed });
		receiver = await openReceiver();
		await register();
		await hooks().fireAll(numbered(30), { copies: 2, order: 'shuffled', atOnce: 1 });
		orders.push(numbers());
	}
	const [first, again, other] = orders;
	const inOrder = numbered(30).flatMap(({ details: { number } }) => [number, number]);
	expect(first).not.toEqual(inOrder);
	expect(first?.map(Number).sort((a, b) => a - b)).toEqual(inOrder);
	expect(again).toEqual(first);
	expect(other).not.toEqual(first);
});

test.each([1, 5])('%i at once', async (atOnce) => {
	await register();
	const held: (() => void)[] = [];
	let answered = 0;
	receiver.answer = (response) => {
		held.push(() => response.writeHead(200).end());
		// One is answered only when as many as may come are there, so that fewer would time out.
		while (held.length > 0 && held.length >= Math.min(atOnce, 12 - answered)) {
			answered += 1;
			held.shift()?.();
		}
	};
	await hooks().fireAll(numbered(12), { atOnce });
	expect(receiver.mostAtOnce()).toBe(atOnce);
	expect(
		hooks()
			.attempts()
			.map(({ status }) => status),
	).toEqual(Array(12).fill(200));
});

test('what is refused is tried again later, unless it is not to be', async () => {
	await register();
	receiver.answer = 500;
	await hooks().fireAll(numbered(1), { retries: false });
	await bench.clock.advance(24 * 3_600_000);
	expect(receiver.received).toHaveLength(1);
	await hooks().fireAll(numbered(1));
	await bench.clock.advance(24 * 3_600_000);
	expect(receiver.received).toHaveLength(11);
});

test('an attempt tells what was sent and what was answered', async () => {
	await register({ authMethod: 'TOKEN', token: 'secret', tokenHeader: 'x-shop' });
	receiver.answer = (response) => response.writeHead(401).end('{"message":"No"}');
	await hooks().fire('Order.Shipped');
	expect(hooks().attempts()).toEqual([
		{
			at: bench.clock.now(),
			webhookId: '7001',
			url: receiver.url,
			attempt: 1,
			status: 401,
			headers: { 'content-type': 'application/json', 'x-shop': 'secret' },
			sent: receiver.received[0]?.raw,
			body: '{"message":"No"}',
		},
	]);
});

test('a message is what would be sent, and is not sent', async () => {
	await register({ authMethod: 'TOKEN', token: 'secret', tokenHeader: 'x-shop', method: 'PUT' });
	await register({ url: `${receiver.url}/other` });
	const [message, other] = hooks().message('Order.Shipped', { orderId: '7' });
	expect(message).toEqual({
		url: receiver.url,
		method: 'PUT',
		headers: { 'content-type': 'application/json', 'x-shop': 'secret' },
		body: expect.stringContaining('"orderId":"7"'),
	});
	expect(other?.url).toBe(`${receiver.url}/other`);
	expect(hooks().message('Order.Cancelled')).toEqual([]);
	expect(receiver.received).toEqual([]);
	expect((await bench.api().get('/events')).data).toEqual([]);
});

test('events are fired over HTTP, and credentials are not printed', async () => {
	const control = axios.create({
		baseURL: `${bench.sandbox.url}/_sandbox`,
		validateStatus: () => true,
	});
	await register({ authMethod: 'TOKEN', token: 's3cret-token', tokenHeader: 'x-shop' });
	await register({
		type: 'Order.Cancelled',
		authMethod: 'BASIC_AUTH',
		username: 's3cret-user',
		password: 's3cret-word',
	});
	const event = { type: 'Order.Shipped', details: { number: 1 }, copies: 2, order: 'shuffled' };
	const fired = await control.post('/flexport/events', { ...event, atOnce: 2 });
	expect([fired.status, fired.data]).toEqual([200, { webhooks: 1 }]);
	await control.post('/flexport/events', { type: 'Order.Cancelled' });
	expect(numbers()).toEqual([1, 1, undefined]);
	expect(receiver.received[0]?.headers['x-shop']).toBe('s3cret-token');
	const webhooks = (await control.get('/flexport/webhooks')).data;
	expect(webhooks).toMatchObject([{ id: 7001, url: receiver.url, token: '[hidden]' }, {}]);
	const deliveries = (await control.get('/flexport/deliveries')).data;
	expect(deliveries).toMatchObject([{ status: 200, attempt: 1 }, {}, {}]);
	const requests = (await control.get('/requests')).data;
	expect(requests).toMatchObject([{ body: { type: 'Order.Shipped' } }, {}]);
	expect(JSON.stringify([webhooks, deliveries, requests])).not.toMatch(
		new RegExp(`s3cret|${Buffer.from('s3cret').toString('base64').slice(0, 7)}`),
	);
	for (const wrong of [{}, { type: 'x', copies: 0 }, { type: 'x', order: 'random' }, { tpye: 'x' }])
		expect((await control.post('/flexport/events', wrong)).status).toBe(422);
});

test('a reset forgets webhooks, attempts and what was to be tried again', async () => {
	await register();
	receiver.answer = 500;
	await hooks().fire('Order.Shipped');
	bench.sandbox.flexport.reset();
	expect(hooks().list()).toEqual([]);
	expect(hooks().attempts()).toEqual([]);
	await bench.clock.advance(24 * 3_600_000);
	expect(receiver.received).toHaveLength(1);
});

test('ids of events do not come again, not even after a reset', async () => {
	await register();
	await hooks().fire('Order.Shipped');
	bench.sandbox.flexport.reset();
	await register();
	await hooks().fire('Order.Shipped');
	expect(new Set(ids()).size).toBe(2);
});
