import type { RunNodeOptions } from '../harness/index.mts';
import { NODE } from '../harness/index.mts';
import { useOrderDesk } from '../support/order-desk.mts';
import {
	byExternalId,
	createParameters,
	createPerItem,
	line,
	orderNumbers,
} from '../support/order-parameters.mts';
import { output } from '../support/seen.mts';

const desk = useOrderDesk();

const TRIGGER = 'Trigger';

describe('each item has its own', () => {
	it('values of an order, through expressions', async () => {
		const input = [
			{
				no: 'A-1',
				who: 'Ada',
				zip: 94105,
				sku: desk.sku(0),
				pieces: 1,
				by: '2099-01-01T00:00:00Z',
			},
			{ no: 'A-2', who: 'Bob', zip: '10001', sku: desk.sku(1), pieces: '2', by: '2099-02-01' },
		];
		const parameters = createParameters(desk.sku(), {
			externalOrderId: '={{ $json.no }}',
			recipientName: '={{ $json.who }}',
			postalCode: '={{ $json.zip }}',
			lineItems: { item: [line('={{ $json.sku }}', '={{ $json.pieces }}')] },
			additionalFields: { shipBy: '={{ $json.by }}' },
		});
		await desk.run(parameters, { input });
		expect(
			desk.sandbox.flexport.orders().map(({ externalOrderId, address, lineItems }) => ({
				no: externalOrderId,
				who: address.name,
				zip: address.zip,
				lineItems,
			})),
		).toEqual([
			{
				no: 'A-1',
				who: 'Ada',
				zip: '94105',
				lineItems: [{ logisticsSku: desk.sku(0), quantity: 1 }],
			},
			{
				no: 'A-2',
				who: 'Bob',
				zip: '10001',
				lineItems: [{ logisticsSku: desk.sku(1), quantity: 2 }],
			},
		]);
	});

	it('order to get, also by ID for one and by external ID for another', async () => {
		const [first] = output(await desk.run(createPerItem(desk.sku()), { input: orderNumbers(2) }));
		const input = [
			{ mode: 'id', value: first?.id },
			{ mode: 'externalId', value: 'SHOP-2' },
		];
		const order = '={{ $json }}';
		const found = output(
			await desk.run(
				{ operation: 'get', order },
				{ input: input.map(({ mode, value }) => ({ __rl: true, mode, value: String(value) })) },
			),
		);
		expect(found.map(({ externalOrderId }) => externalOrderId)).toEqual(['SHOP-1', 'SHOP-2']);
	});

	it('Simplify and If Order Already Exists', async () => {
		await desk.run(createPerItem(desk.sku()), { input: orderNumbers(3) });
		const input = [
			{ orderNumber: 'SHOP-1', simple: true, then: 'return' },
			{ orderNumber: 'SHOP-2', simple: false, then: 'return' },
			{ orderNumber: 'SHOP-3', simple: true, then: 'fail' },
		];
		const parameters = createPerItem(desk.sku(), {
			simplify: '={{ $json.simple }}',
			options: { ifExists: '={{ $json.then }}' },
		});
		const items = output(await desk.run(parameters, { input, onError: 'continueRegularOutput' }));
		expect(items[0]).toMatchObject({ outcome: 'alreadyExisted' });
		expect(items[1]).toMatchObject({ externalOrderId: 'SHOP-2', state: {} });
		expect(items[2]).toMatchObject({ details: { code: 'DUPLICATE_ORDER' } });
	});
});

it('results stand in the order of the items, whichever answer comes first, and point at them', async () => {
	desk.sandbox.faults.add({ latencyMs: 60, when: { every: 3 } });
	desk.sandbox.faults.add({ latencyMs: 20, when: { every: 2 } });
	const input = orderNumbers(20);
	const result = await desk.run(createPerItem(desk.sku()), { input });
	expect(
		result.items(NODE).map(({ json, pairedItem }) => [json.externalOrderId, pairedItem]),
	).toEqual(input.map(({ orderNumber }, item) => [orderNumber, { item }]));
});

it.each(['create', 'get', 'retry', 'cancel'] as const)(
	'the incoming items are left as they came (%s)',
	async (operation) => {
		const input = orderNumbers(3).map((item) => ({
			...item,
			lines: [{ sku: desk.sku(), quantity: 1 }],
		}));
		const create = createPerItem(desk.sku(), {
			lineItemsInput: 'json',
			lineItemsJson: '={{ $json.lines }}',
		});
		await desk.run(create, { input });
		const parameters =
			operation === 'create' ? create : byExternalId(operation, '={{ $json.orderNumber }}');
		const result = await desk.run(parameters, { input });
		expect(result.status).toBe('success');
		expect(result.items(TRIGGER).map(({ json }) => json)).toEqual(input);
	},
);

it('no items, no requests', async () => {
	const result = await desk.run(createPerItem(desk.sku()), { input: [] });
	expect(result.items(NODE)).toEqual([]);
	expect(desk.sent()).toEqual([]);
});

describe('two bad items of fifty', () => {
	const input = orderNumbers(50).map((item, index) => ({
		...item,
		country: index === 7 || index === 33 ? 'XX' : 'US',
	}));
	const parameters = () => createPerItem(desk.sku(), { countryCode: '={{ $json.country }}' });
	const good = input
		.filter(({ country }) => country === 'US')
		.map(({ orderNumber }) => orderNumber);
	const run = (onError: RunNodeOptions['onError']) =>
		desk.run(parameters(), { input, ...(onError ? { onError } : {}) });

	it('do not disturb the others', async () => {
		const result = await run('continueRegularOutput');
		expect(result.status).toBe('success');
		expect(
			desk.sandbox.flexport
				.orders()
				.map(({ externalOrderId }) => externalOrderId)
				.sort(),
		).toEqual([...good].sort());
	});

	it('stand in their places where the node continues with the regular output', async () => {
		const result = await run('continueRegularOutput');
		const items = result.items(NODE);
		expect(items).toHaveLength(50);
		expect(items.map(({ pairedItem }) => pairedItem)).toEqual(input.map((_, item) => ({ item })));
		for (const index of [7, 33]) {
			expect(items[index]?.json).toEqual({
				error: `'Country Code' is "XX", which is not the code of a country [item ${index}]`,
				details: {
					what: `'Country Code' is "XX", which is not the code of a country`,
					fix: 'Give the two-letter code of the country, e.g. US, GB or DE.',
					field: 'Country Code',
				},
			});
		}
	});

	it('leave by the error output with the input they came from, where the node continues there', async () => {
		const result = await run('continueErrorOutput');
		expect(output(result).map(({ externalOrderId }) => externalOrderId)).toEqual(good);
		expect(result.errorItems(NODE).map(({ json, pairedItem }) => [json, pairedItem])).toEqual(
			[7, 33].map((item) => [
				{
					...input[item],
					error: expect.stringContaining(`[item ${item}]`),
					details: expect.objectContaining({ field: 'Country Code' }),
				},
				{ item },
			]),
		);
	});
});

describe("n8n's Retry On Fail, which runs all items again", () => {
	const again = { retryOnFail: true, maxTries: 3, waitBetweenTries: 1 };

	it('makes no order twice', async () => {
		const fault = { kind: 'status', status: 422 } as const;
		desk.sandbox.faults.add({ method: 'POST', fault, when: { nth: [5, 12] } });
		const input = orderNumbers(10);
		const result = await desk.run(createPerItem(desk.sku()), { input, ...again });
		expect(output(result).map(({ externalOrderId }) => externalOrderId)).toEqual(
			input.map(({ orderNumber }) => orderNumber),
		);
		expect(desk.sandbox.flexport.orders()).toHaveLength(10);
		expect(desk.sandbox.faults.counts().status).toBe(2);
	});

	it('makes no order twice where the node continues on error either', async () => {
		const fault = { kind: 'status', status: 422 } as const;
		desk.sandbox.faults.add({ method: 'POST', fault, when: { nth: [1] } });
		const input = orderNumbers(5);
		const onError = 'continueRegularOutput';
		await desk.run(createPerItem(desk.sku()), { input, onError, ...again });
		const numbers = desk.sandbox.flexport.orders().map(({ externalOrderId }) => externalOrderId);
		expect(new Set(numbers).size).toBe(numbers.length);
	});
});
