import { createHmac } from 'node:crypto';
import axios from 'axios';
import type { TargetInput } from '../../../sandbox/delivery-solutions/control.mts';
import { closeBenches } from '../helpers.mts';
import { closeReceivers, openReceiver, type Receiver } from '../receiver.mts';
import { openDesk, shipmentBody, type Desk } from './desk.mts';

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

const addTarget = (changes: Partial<TargetInput> = {}) =>
	desk.control.hooks.addTarget({
		url: receiver.url,
		kind: 'order',
		auth: { type: 'none' },
		...changes,
	});
const fire = (type: string, details?: Record<string, unknown>) =>
	desk.control.hooks.fire(type, details);

test('a target is set up and removed by hand', async () => {
	const auth = { type: 'header', name: 'x-shop', value: 'secret' } as const;
	const { id } = addTarget({ auth, statuses: ['IN_TRANSIT'] });
	expect(desk.control.hooks.list()).toEqual([
		{ id, url: receiver.url, kind: 'order', auth, statuses: ['IN_TRANSIT'] },
	]);
	desk.control.hooks.removeTarget(id);
	expect(desk.control.hooks.list()).toEqual([]);
	await fire('IN_TRANSIT');
	expect(receiver.received).toEqual([]);
	expect(() => desk.control.hooks.removeTarget(id)).toThrow(`no target ${id}`);
	expect(() => addTarget({ url: 'http://example.com' })).toThrow('no https URL');
});

test('targets of an account hear of its shipments only', async () => {
	const client = desk.control.addAccount();
	const { id } = desk.control.hooks.addTarget(
		{ url: receiver.url, kind: 'order', auth: { type: 'none' } },
		client.clientId,
	);
	await desk.shipping.post('/shipments', shipmentBody());
	await desk.clock.advance(60_000);
	expect(receiver.received).toEqual([]);
	expect(desk.control.hooks.list(client.clientId)).toMatchObject([{ id }]);
	await desk.control.hooks.fire('IN_TRANSIT', {}, client.clientId);
	expect(receiver.received).toHaveLength(1);
});

const ALGORITHMS = ['sha256', 'sha1', 'sha512', 'md5'] as const;
const ENCODINGS = ['hex', 'base64'] as const;

test.each(
	ALGORITHMS.flatMap((algorithm) => ENCODINGS.map((encoding) => [algorithm, encoding] as const)),
)('a delivery is signed with %s in %s', async (algorithm, encoding) => {
	const auth = { type: 'signature', secret: 'ds-secret', algorithm, encoding } as const;
	addTarget({ auth });
	addTarget({ auth: { ...auth, header: 'X-Other' }, url: `${receiver.url}/other` });
	await fire('IN_TRANSIT');
	expect(receiver.received).toHaveLength(2);
	for (const { path, raw, headers } of receiver.received) {
		const expected = createHmac(algorithm, 'ds-secret').update(raw).digest(encoding);
		const [name, other] =
			path === '/hook' ? ['x-ds-signature', 'x-other'] : ['x-other', 'x-ds-signature'];
		expect(headers[name]).toBe(expected);
		expect(headers).not.toHaveProperty(other);
	}
});

test('without a secret the header of the signature is there, and empty', async () => {
	addTarget({ auth: { type: 'signature', secret: '', algorithm: 'sha256', encoding: 'hex' } });
	await fire('IN_TRANSIT');
	expect(receiver.received[0]?.headers).toHaveProperty('x-ds-signature', '');
});

test.each([
	[{ type: 'none' }, 'authorization', undefined],
	[{ type: 'none' }, 'x-ds-signature', undefined],
	[
		{ type: 'basic', username: 'u', password: 'p:w' },
		'authorization',
		`Basic ${Buffer.from('u:p:w').toString('base64')}`,
	],
	[{ type: 'bearer', token: 'abc' }, 'authorization', 'Bearer abc'],
	[{ type: 'header', name: 'X-Shop', value: 'v' }, 'x-shop', 'v'],
] as const)('%j: the header %s is %s', async (auth, header, value) => {
	addTarget({ auth });
	await fire('IN_TRANSIT');
	expect(receiver.received[0]?.headers[header]).toBe(value);
	expect(receiver.received[0]?.headers['content-type']).toBe('application/json');
});

test('what is not answered 200 is tried again, ten times in all, until its target is gone', async () => {
	receiver.answer = 204;
	const { id } = addTarget();
	await fire('IN_TRANSIT');
	await desk.clock.advance(24 * 3_600_000);
	const attempts = desk.control.hooks.attempts();
	const gaps = attempts.slice(1).map(({ at }, index) => at - (attempts[index]?.at ?? 0));
	expect(gaps.map((ms) => ms / 60_000)).toEqual([5, 10, 20, 40, 60, 60, 60, 60, 60]);
	expect(new Set(receiver.received.map(({ raw }) => raw)).size).toBe(1);
	await fire('IN_TRANSIT');
	desk.control.hooks.removeTarget(id);
	await desk.clock.advance(24 * 3_600_000);
	expect(receiver.received).toHaveLength(11);
});

test('targets are set up and removed over HTTP, and their secrets are not printed', async () => {
	const portal = axios.create({
		baseURL: `${desk.sandbox.url}/_sandbox/delivery-solutions`,
		validateStatus: () => true,
	});
	const target = { url: receiver.url, kind: 'order', auth: { type: 'none' } };
	const auths = [
		{ type: 'none' },
		{ type: 'signature', secret: 's3cret', algorithm: 'sha1', encoding: 'hex' },
		{ type: 'basic', username: 'u', password: 's3cret' },
		{ type: 'bearer', token: 's3cret' },
		{ type: 'header', name: 'x-shop', value: 's3cret' },
	];
	const ids: string[] = [];
	for (const auth of auths) {
		const { status, data } = await portal.post('/targets', { ...target, auth });
		expect(status).toBe(201);
		ids.push(data.id);
	}
	const fired = await portal.post('/events', { type: 'IN_TRANSIT' });
	expect(fired.data).toEqual({ webhooks: 5 });
	expect(receiver.received).toHaveLength(5);
	const printed = [(await portal.get('/webhooks')).data, (await portal.get('/deliveries')).data];
	expect(printed[0].map(({ id }: { id: string }) => id)).toEqual(ids);
	expect(printed[1]).toHaveLength(5);
	expect(JSON.stringify(printed)).not.toContain('s3cret');
	for (const wrong of [
		{ ...target, url: 'http://example.com' },
		{ ...target, kind: 'orders' },
		{ ...target, auth: { type: 'header', name: 'x' } },
		{ ...target, auth: { type: 'signature', secret: 's', algorithm: 'crc', encoding: 'hex' } },
		{ url: receiver.url },
	]) {
		expect((await portal.post('/targets', wrong)).status).toBe(422);
	}
	expect((await portal.delete(`/targets/${ids[0]}`)).status).toBe(204);
	expect((await portal.delete(`/targets/${ids[0]}`)).status).toBe(404);
	expect(desk.control.hooks.list()).toHaveLength(4);
	expect((await portal.delete('/targets')).status).toBe(204);
	expect(desk.control.hooks.list()).toEqual([]);
});
