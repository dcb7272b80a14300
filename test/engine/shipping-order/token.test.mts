import { NODE, type RunNodeOptions } from '../harness/index.mts';
import { callsTo } from '../support/calls-to.mts';
import { fetchToken } from '../support/fetch-token.mts';
import { onlyItem, output } from '../support/seen.mts';
import { list, onShipment } from '../support/shipment-calls.mts';
import { keptBy } from '../../unit/support/token-endpoint.mts';
import { createParameters, useShippingDesk } from '../support/shipping-desk.mts';

const desk = useShippingDesk();

const numbers = (count: number) =>
	Array.from({ length: count }, (_, index) => ({ order: `SHOP-${index}` }));

const add = (count: number) =>
	desk.api.addShipments(count, (index) => ({ orderExternalId: `SHOP-${index}` }));

const gets = onShipment('get', '={{ $json.order }}');
const creates = createParameters({ externalOrderId: '={{ $json.order }}' });

const answered = (status: number) =>
	desk.sandbox.log.all().filter((request) => request.status === status).length;

const { atRequest, expireAt, slowly } = callsTo(/shipments/, desk, () => desk.api.expireTokens());

describe('the first run', () => {
	it.each([1, 32, 200])('with %i items fetches one token', async (count) => {
		add(count);
		slowly();
		const input = numbers(count);
		expect(output(await desk.run(gets, { input }))).toHaveLength(count);
		expect(desk.api.tokenRequests()).toBe(1);
		expect(answered(401)).toBe(0);
	});

	it('with 32 requests at once from the start fetches one token', async () => {
		add(64);
		desk.sandbox.faults.add({ path: /token$/, latencyMs: 50, when: { every: 1 } });
		const runs = Array.from({ length: 8 }, () => desk.run(gets, { input: numbers(8) }));
		for (const result of await Promise.all(runs)) expect(output(result)).toHaveLength(8);
		expect(desk.api.tokenRequests()).toBe(1);
	});

	it('asks as documented, and the number of seconds that comes as text does no harm', async () => {
		output(await desk.run(list({})));
		const [request] = desk.sandbox.log.find('POST', /\/ent-services\/security\/v1\/oauth\/token$/);
		expect(request).toMatchObject({
			status: 200,
			body: 'grant_type=client_credentials',
			headers: { 'content-type': expect.stringMatching(/^application\/x-www-form-urlencoded/) },
		});
	});

	it('gives every later request the same token', async () => {
		add(30);
		output(await desk.run(list({}, { options: { pageSize: 3 } })));
		expect(desk.api.tokenRequests()).toBe(1);
	});
});

describe('a token that expires in the middle of 200 items costs one renewal, and no item', () => {
	it.each([1, 5, 50, 150])('read, after %i requests', async (requests) => {
		add(200);
		slowly();
		const input = numbers(200);
		expireAt(requests + 1);
		const result = await desk.run(gets, { input });
		expect(output(result).map(({ externalOrderId }) => externalOrderId)).toEqual(
			input.map(({ order }) => order),
		);
		expect(result.items(NODE).map(({ pairedItem }) => pairedItem)).toEqual(
			input.map((_, item) => ({ item })),
		);
		expect(desk.api.tokenRequests()).toBe(2);
		expect(answered(401)).toBeGreaterThan(0);
		// no more than were in flight then: the default of the option
		expect(answered(401)).toBeLessThanOrEqual(64);
	});

	it('created, each once', async () => {
		slowly();
		const input = numbers(200);
		expireAt(41);
		expect(
			output(await desk.run(creates, { input })).map(({ externalOrderId, outcome }) => [
				externalOrderId,
				outcome,
			]),
		).toEqual(input.map(({ order }) => [order, 'created']));
		expect(desk.api.shipments()).toHaveLength(200);
		expect(desk.api.tokenRequests()).toBe(2);
		expect(new Set(desk.sent())).toEqual(new Set(['POST /shipments']));
	});

	it.each([3600, 60, 9])('by the clock of the API, after %i seconds', async (tokenSeconds) => {
		desk.api.tokenSeconds = tokenSeconds;
		add(200);
		slowly();
		atRequest([61], () => void desk.clock.advance(tokenSeconds * 1000));
		expect(output(await desk.run(gets, { input: numbers(200) }))).toHaveLength(200);
		expect(desk.api.tokenRequests()).toBe(2);
	});

	it('several times, costs one renewal each time', async () => {
		add(200);
		slowly();
		// So few in flight that no request meets two expirations.
		const gets = onShipment('get', '={{ $json.order }}', { options: { maxInFlight: 8 } });
		expireAt(21, 91, 161);
		expect(output(await desk.run(gets, { input: numbers(200) }))).toHaveLength(200);
		expect(desk.api.tokenRequests()).toBe(4);
	});

	it('in the middle of a list, costs no page', async () => {
		add(300);
		expireAt(13);
		const result = await desk.run(list({}, { options: { pageSize: 10 } }));
		expect(new Set(output(result).map(({ id }) => id)).size).toBe(300);
		expect(desk.api.tokenRequests()).toBe(2);
	});
});

describe('a token that n8n kept from an earlier run', () => {
	const withToken = (accessToken: string): RunNodeOptions => ({
		credentials: desk.credentials({ accessToken: keptBy(desk.credential(), accessToken) }),
	});

	it('is used without asking for another', async () => {
		add(1);
		const kept = await fetchToken(desk.api);
		desk.sandbox.log.clear();
		onlyItem(await desk.run(onShipment('get', 'SHOP-0'), withToken(kept)));
		expect(desk.api.tokenRequests()).toBe(1);
		expect(desk.sandbox.log.all()).toHaveLength(1);
	});

	it('is renewed once where it has expired, for many items', async () => {
		add(60);
		slowly();
		const kept = await fetchToken(desk.api);
		desk.api.expireTokens();
		const result = await desk.run(gets, { input: numbers(60), ...withToken(kept) });
		expect(output(result)).toHaveLength(60);
		expect(desk.api.tokenRequests()).toBe(2);
	});

	it('stands in no error either, when the API repeats it', async () => {
		// Every sandbox begins with the same tokens: one that no other test has had is needed.
		for (let tokens = 0; tokens < 20; tokens += 1) await fetchToken(desk.api);
		const kept = await fetchToken(desk.api);
		const message = `The token ${kept} may not do this.`;
		const body = { type: 'INVALID_DATA', message, errors: [{ type: 'INVALID_DATA', message }] };
		const fault = { kind: 'status', status: 400, body } as const;
		desk.sandbox.faults.add({ path: /list$/, fault, when: { every: 1 } });
		const { error } = await desk.run(list({}), withToken(kept));
		expect(error?.message).toContain('may not do this');
		expect(JSON.stringify([error?.message, error?.description])).not.toContain(kept);
	});
});

it('two accounts side by side keep to their own tokens and shipments', async () => {
	const other = desk.api.addAccount({ name: 'other' });
	add(40);
	desk.api.addShipments(30, (index) => ({ orderExternalId: `OTHER-${index}` }), other.clientId);
	slowly();
	const [mine, theirs] = await Promise.all([
		desk.run(list({}, { options: { pageSize: 4 } })),
		desk.run(list({}, { options: { pageSize: 3 } }), {
			credentials: desk.credentials({ ...other }),
		}),
	]);
	const names = (items: ReturnType<typeof output>) =>
		new Set(items.map(({ externalOrderId }) => String(externalOrderId).split('-')[0]));
	expect(names(output(mine))).toEqual(new Set(['SHOP']));
	expect(names(output(theirs))).toEqual(new Set(['OTHER']));
	expect([output(mine).length, output(theirs).length]).toEqual([40, 30]);
	expect(desk.api.tokenRequests()).toBe(2);
});

it('a token is not shared with a credential whose secret is wrong', async () => {
	add(1);
	onlyItem(await desk.run(onShipment('get', 'SHOP-0')));
	const credentials = desk.credentials({ clientSecret: 'wrong' });
	const { error } = await desk.run(onShipment('get', 'SHOP-0'), { credentials });
	expect(error?.message).toContain('does not accept the client ID and client secret');
});
