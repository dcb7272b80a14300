import { NODE } from '../harness/index.mts';
import { output, seenError } from '../support/seen.mts';
import { onShipment } from '../support/shipment-calls.mts';
import { useShippingDesk } from '../support/shipping-desk.mts';

const desk = useShippingDesk();

const history = async (id = 'SHOP-1', changes = {}) =>
	output(await desk.run(onShipment('getStatusHistory', id, changes)));

/** Makes a shipment that goes through these states, and lets it. */
async function live(states: readonly string[]): Promise<void> {
	const body = {
		orderExternalId: 'SHOP-1',
		locationExternalId: '7709',
		deliveryContact: { name: 'Ada Lovelace', phone: '+1 617 555 0100' },
		deliveryAddress: { street1: '725 Albany Street', postalCode: '02118' },
		orderAttributes: { sandboxLife: states.join(',') },
	};
	const parameters = { operation: 'create', inputMode: 'json', jsonBody: JSON.stringify(body) };
	output(await desk.run(parameters));
	await desk.clock.advance(10 * 60_000);
	desk.sandbox.log.clear();
}

/** The states of the Shipping Order API, and each in the words of every provider. */
const VOCABULARY: ReadonlyArray<[string, string[]]> = [
	[
		'pending',
		[
			'REQUEST_RECEIVED',
			'PENDING_DISPATCH',
			'PENDING_RELEASE',
			'PENDING_AUTORETRY',
			'ESTIMATES_RECEIVED',
		],
	],
	[
		'processing',
		['ORDER_DISPATCHED', 'STAGED', 'ORDER_ASSIGNED', 'ORDER_UNASSIGNED', 'PICKUP_STARTED'],
	],
	[
		'shipped',
		[
			'PICKUP_COMPLETED',
			'IN_TRANSIT',
			'OUT_FOR_DELIVERY',
			'ORDER_AT_LOCATION',
			'ORDER_DELAYED',
			'ORDER_REDELIVERY',
			'PARTIAL_IN_TRANSIT',
			'PARTIAL_DELIVERED',
		],
	],
	['delivered', ['ORDER_DELIVERED']],
	['cancelled', ['ORDER_CANCELLED', 'PARTIAL_CANCELLED']],
	[
		'failed',
		[
			'ESTIMATES_FAILED',
			'ORDER_FAILED',
			'ORDER_UNDELIVERABLE',
			'ERROR_EXCEPTION',
			'PARTIAL_EXCEPTION',
		],
	],
];

describe('all 26 states', () => {
	const states = VOCABULARY.flatMap(([status, words]) => words.map((word) => [word, status]));

	it('are given one by one, oldest first, in the one vocabulary', async () => {
		await live(states.map(([word]) => String(word)));
		const items = await history();
		expect(states).toHaveLength(26);
		expect(items.map(({ providerStatus, status }) => [providerStatus, status])).toEqual(states);
		const times = items.map(({ occurredAt }) => Date.parse(String(occurredAt)));
		expect(times).toEqual([...times].sort((a, b) => a - b));
		expect(new Set(times).size).toBe(26);
	});

	it('are what Get and Get Many say too', async () => {
		for (const [word] of states) {
			desk.api.addShipment({ orderExternalId: String(word), status: String(word) });
		}
		const got = output(await desk.run({ operation: 'getAll', returnAll: true }));
		expect(new Map(got.map(({ providerStatus, status }) => [providerStatus, status]))).toEqual(
			new Map(states.map(([word, status]) => [word, status])),
		);
		const input = states.map(([word]) => ({ word }));
		const single = output(await desk.run(onShipment('get', '={{ $json.word }}'), { input }));
		expect(single.map(({ status }) => status)).toEqual(states.map(([, status]) => status));
	});
});

it('a state that no document names is unknown, and does no harm', async () => {
	desk.api.addShipment({ orderExternalId: 'SHOP-1' });
	desk.api.setHistory('SHOP-1', [{ status: 'LOST_AT_SEA' }, { status: 7 }, {}]);
	const items = await history();
	expect(items.map(({ providerStatus, status }) => [providerStatus, status])).toEqual([
		['LOST_AT_SEA', 'unknown'],
		[null, 'unknown'],
		[null, 'unknown'],
	]);
});

describe('the times', () => {
	it.each([
		['as text for people', 'display', 'January 15th 2026, 6:00:02 am CST'],
		['as ISO 8601', 'iso', '2026-01-15T12:00:02.000Z'],
	] as const)('%s are both read, and passed on as they came', async (_name, form, updatedAt) => {
		desk.api.historyTimes = form;
		await live(['ORDER_DISPATCHED', 'ORDER_ASSIGNED']);
		const items = await history();
		expect(items).toHaveLength(4);
		expect(items[3]).toMatchObject({ occurredAt: '2026-01-15T12:00:02.000Z', updatedAt });
	});

	it('that cannot be read for certain are null beside their text, in the order of the API', async () => {
		desk.api.addShipment({ orderExternalId: 'SHOP-1' });
		desk.api.setHistory('SHOP-1', [
			{ status: 'ORDER_DISPATCHED', updatedAt: '27/04/2022 02:45' },
			{ status: 'ORDER_ASSIGNED', updatedAt: 'April 1st 2022, 2:45:45 am CDT' },
		]);
		expect((await history()).map(({ occurredAt, updatedAt }) => [occurredAt, updatedAt])).toEqual([
			[null, '27/04/2022 02:45'],
			['2022-04-01T07:45:45.000Z', 'April 1st 2022, 2:45:45 am CDT'],
		]);
	});

	it('put the changes in order where the API gives the newest first', async () => {
		desk.api.addShipment({ orderExternalId: 'SHOP-1' });
		desk.api.setHistory('SHOP-1', [
			{ status: 'ORDER_DELIVERED', updatedAt: 'March 13th 2022, 1:00:00 am CST' },
			{ status: 'IN_TRANSIT', updatedAt: 'March 12th 2022, 12:00:00 pm CST' },
			{ status: 'ORDER_DISPATCHED', updatedAt: 'March 12th 2022, 12:00:00 am CST' },
		]);
		expect((await history()).map(({ providerStatus }) => providerStatus)).toEqual([
			'ORDER_DISPATCHED',
			'IN_TRANSIT',
			'ORDER_DELIVERED',
		]);
	});

	it('of one second leave the first change first, also where the API gives the newest first', async () => {
		desk.api.addShipment({ orderExternalId: 'SHOP-1' });
		const updatedAt = 'March 12th 2022, 12:00:00 am CST';
		desk.api.setHistory('SHOP-1', [
			{ status: 'ORDER_DELIVERED', updatedAt: 'March 13th 2022, 1:00:00 am CST' },
			{ status: 'ORDER_DISPATCHED', updatedAt },
			{ status: 'ESTIMATES_RECEIVED', updatedAt },
			{ status: 'REQUEST_RECEIVED', updatedAt },
		]);
		expect((await history()).map(({ providerStatus }) => providerStatus)).toEqual([
			'REQUEST_RECEIVED',
			'ESTIMATES_RECEIVED',
			'ORDER_DISPATCHED',
			'ORDER_DELIVERED',
		]);
	});
});

it('a delivery that failed has its reason, note and who said so', async () => {
	await live(['ORDER_DISPATCHED', 'ORDER_UNDELIVERABLE']);
	expect((await history()).at(-1)).toMatchObject({
		shipmentId: desk.api.shipment('SHOP-1')?.id,
		status: 'failed',
		providerStatus: 'ORDER_UNDELIVERABLE',
		subStatus: 'RETURN_AT_LOCATION',
		reasonCode: 'CUSTOMER_REJECTED',
		reason: 'Customer Rejected',
		note: expect.stringContaining('RT-001'),
		changedBy: 'UPS',
	});
});

describe('Unique Statuses Only', () => {
	const again = ['ORDER_DISPATCHED', 'ORDER_ASSIGNED', 'ORDER_UNASSIGNED', 'ORDER_ASSIGNED'];

	it.each([
		['on', { onlyUnique: true }, { is_unique: 'true' }, 5],
		['off', { onlyUnique: false }, {}, 6],
		['left out', {}, {}, 6],
	])('%s goes out as documented', async (_name, options, query, count) => {
		await live(again);
		expect(await history('SHOP-1', { options })).toHaveLength(count);
		expect(desk.sandbox.log.all().at(-1)?.query).toEqual(query);
	});
});

describe('a history is found', () => {
	it.each([
		['the external ID', () => 'No 7/#2'],
		['the own ID', () => desk.api.shipments()[0]?.id ?? ''],
	])('by %s', async (_name, id) => {
		desk.api.addShipment({ orderExternalId: 'No 7/#2' });
		expect(await history(id())).toHaveLength(1);
		expect(desk.sent()).toHaveLength(1);
	});

	// Whether the path takes the external ID is not documented for certain.
	it.each<[string, number, unknown]>([
		['an empty answer', 200, []],
		['a refusal', 404, { type: 'NOT_FOUND', message: 'Not found', errors: [] }],
	])('by its own ID, where the external ID gets %s', async (_name, status, body) => {
		const { id } = desk.api.addShipment({ orderExternalId: 'SHOP-1' });
		desk.sandbox.faults.add({
			path: /SHOP-1\/status-history$/,
			when: { every: 1 },
			fault: { kind: 'status', status, body },
		});
		expect((await history()).map(({ shipmentId }) => shipmentId)).toEqual([id]);
	});

	it('for each of many items, paired with it', async () => {
		desk.api.addShipments(3, (index) => ({ orderExternalId: `SHOP-${index}` }));
		desk.api.setShipment('SHOP-1', { status: 'STAGED' });
		const input = [0, 1, 2].map((index) => ({ order: `SHOP-${index}` }));
		const result = await desk.run(onShipment('getStatusHistory', '={{ $json.order }}'), { input });
		expect(result.items(NODE).map(({ pairedItem }) => pairedItem)).toEqual(
			[0, 1, 1, 2].map((item) => ({ item })),
		);
	});
});

describe('a shipment that does not exist', () => {
	it.each([true, false])('is told with its ID (Simplify %s)', async (simplify) => {
		const { message, httpCode } = seenError(
			await desk.run(onShipment('getStatusHistory', 'SHOP-404', { simplify })),
		);
		expect(message).toBe(
			'Delivery Solutions has no shipment with the ID "SHOP-404" (HTTP 404) [item 0]',
		);
		expect(httpCode).toBe('404');
	});

	it('is not one whose history is empty: that gives no items', async () => {
		desk.api.addShipment({ orderExternalId: 'SHOP-1' });
		desk.api.setHistory('SHOP-1', []);
		expect(await history()).toEqual([]);
	});
});
