import { NODE } from '../harness/index.mts';
import { fetchToken } from '../support/fetch-token.mts';
import { output } from '../support/seen.mts';
import { list } from '../support/shipment-calls.mts';
import { example, useShippingDesk } from '../support/shipping-desk.mts';

const desk = useShippingDesk();

const newest = (count: number) =>
	desk.api
		.shipments()
		.map(({ orderExternalId }) => orderExternalId)
		.reverse()
		.slice(0, count);

const add = (count: number) =>
	desk.api.addShipments(count, (index) => ({ orderExternalId: `SHOP-${index}`, groupId: 'G' }));

const ids = (result: Parameters<typeof output>[0]) =>
	output(result).map(({ externalOrderId }) => externalOrderId);

describe('Limit', () => {
	it.each([
		[1, [1]],
		[50, [50]],
		[1000, [1000]],
		[1001, [1000, 1000]],
		[2500, [1000, 1000, 1000]],
		[5000, [1000, 1000, 1000]],
	])('%i gives so many, or all there are', async (limit, limits) => {
		add(2500);
		const parameters = list({ groupId: 'G' }, { returnAll: false, limit });
		expect(ids(await desk.run(parameters))).toEqual(newest(limit));
		const bodies = desk.bodies('POST', '/shipments/list');
		expect(bodies.map((body) => Object(body).limit)).toEqual(limits);
	});

	it('is 50 unless somebody gives another', async () => {
		add(60);
		expect(ids(await desk.run({ operation: 'getAll' }))).toEqual(newest(50));
	});

	it('counts for each incoming item', async () => {
		add(60);
		const parameters = list({ groupId: 'G' }, { returnAll: false, limit: '={{ $json.most }}' });
		const result = await desk.run(parameters, { input: [{ most: 2 }, { most: 3 }] });
		expect(ids(result)).toEqual([...newest(2), ...newest(3)]);
		expect(result.items(NODE).map(({ pairedItem }) => pairedItem)).toEqual(
			[0, 0, 1, 1, 1].map((item) => ({ item })),
		);
	});
});

describe('Shipments per Request', () => {
	it.each([1, 7, 100])('%i still gives all, each once', async (pageSize) => {
		add(100);
		const parameters = list({ groupId: 'G' }, { options: { pageSize } });
		expect(ids(await desk.run(parameters))).toEqual(newest(100));
		expect(desk.bodies('POST', '/shipments/list')).toHaveLength(Math.ceil(100 / pageSize));
	});
});

describe('Start At', () => {
	it('goes on where an earlier answer ended', async () => {
		add(30);
		const startAt = await tokenAfter(10);
		const parameters = list({ groupId: 'G' }, { options: { startAt } });
		expect(ids(await desk.run(parameters))).toEqual(newest(30).slice(10));
	});

	it('that the API does not know is told', async () => {
		const result = await desk.run(list({}, { options: { startAt: 'nonsense' } }));
		expect(result.error?.message).toMatch(/paginationToken.* \(HTTP 400\) \[item 0\]$/);
	});
});

/** The token that the API gives after the first shipments of the group. */
async function tokenAfter(limit: number): Promise<string> {
	const { baseUrl } = desk.api;
	const token = await fetchToken(desk.api);
	const answer = await fetch(`${baseUrl}/shipments/list`, {
		method: 'POST',
		headers: { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' },
		body: JSON.stringify({ limit, groupId: 'G' }),
	});
	return String(Object(await answer.json()).paginationToken.next);
}

describe('what leaves the node', () => {
	it('is the answer of the API with Simplify off, word for word', async () => {
		const { data } = example('list-answer');
		const shipments = Array.isArray(data) ? data.map((shipment) => Object(shipment)) : [];
		for (const shipment of shipments) desk.api.addShipment(shipment);
		const filters = { locationIds: '100983' };
		const items = output(await desk.run(list(filters, { simplify: false })));
		expect(items).toHaveLength(4);
		expect(items).toEqual(expect.arrayContaining(shipments));
	});

	it('has shipments without an ID too, each of them', async () => {
		const body = { data: [{ status: 'STAGED' }, { status: 'STAGED' }], paginationToken: null };
		desk.sandbox.faults.add({ path: /list$/, fault: { kind: 'status', status: 200, body } });
		expect(output(await desk.run(list({})))).toHaveLength(2);
	});
});
