import type { INodeParameters } from 'n8n-workflow';
import { NODE, type RunNodeOptions } from '../harness/index.mts';
import {
	createPerItem,
	onShipment,
	orderNumbers,
	refusedAs,
} from '../support/shipment-parameters.mts';
import { output } from '../support/seen.mts';
import { createParameters, useShippingDesk } from '../support/shipping-desk.mts';

const desk = useShippingDesk();

const TRIGGER = 'Trigger';

const stored = (count: number, status = 'ORDER_FAILED') =>
	desk.api.addShipments(count, (index) => ({ orderExternalId: `SHOP-${index + 1}`, status }));

const externalIds = () => desk.api.shipments().map(({ orderExternalId }) => orderExternalId);

describe('two hundred items', () => {
	const input = orderNumbers(200);
	const NUMBERS = input.map(({ orderNumber }) => orderNumber);

	it.each<[string, INodeParameters, string | undefined]>([
		['create', createPerItem(), 'created'],
		['retry', onShipment('retry', '={{ $json.orderNumber }}'), 'retried'],
		['cancel', onShipment('cancel', '={{ $json.orderNumber }}'), 'cancelled'],
		[
			'update',
			onShipment('update', '={{ $json.orderNumber }}', { updateFields: { groupId: 'G-2' } }),
			undefined,
		],
	])(
		'come out in their order and point at what they came from, whichever answer is first (%s)',
		async (operation, parameters, outcome) => {
			if (operation !== 'create') stored(200);
			desk.sandbox.faults.add({ path: /shipments/, latencyMs: 30, when: { every: 3 } });
			desk.sandbox.faults.add({ path: /shipments/, latencyMs: 10, when: { every: 7 } });
			const result = await desk.run(parameters, { input });
			expect(result.status).toBe('success');
			const items = result.items(NODE);
			expect(items.map(({ json }) => json.externalOrderId)).toEqual(NUMBERS);
			expect(items.map(({ pairedItem }) => pairedItem)).toEqual(input.map((_, item) => ({ item })));
			expect(new Set(items.map(({ json }) => json.outcome))).toEqual(new Set([outcome]));
			expect(externalIds()).toHaveLength(200);
			expect(desk.api.tokenRequests()).toBe(1);
		},
	);
});

describe('each item has its own', () => {
	it('values, through expressions', async () => {
		const input = [
			{ no: 'A-1', who: 'Ada', zip: '02118', sku: 'MUG', pieces: 1, from: '7709' },
			{ no: 'A-2', who: 'Bob', zip: '75206', sku: 'HAT', pieces: '2', from: 100983 },
		];
		const parameters = createParameters({
			externalOrderId: '={{ $json.no }}',
			locationExternalId: '={{ $json.from }}',
			recipientName: '={{ $json.who }}',
			postalCode: '={{ $json.zip }}',
			lineItems: { item: [{ sku: '={{ $json.sku }}', quantity: '={{ $json.pieces }}' }] },
		});
		await desk.run(parameters, { input });
		const made = ['A-1', 'A-2'].map((no) => desk.api.shipment(no));
		expect(made).toMatchObject([
			{
				locationExternalId: '7709',
				deliveryContact: { name: 'Ada' },
				itemList: [{ sku: 'MUG', quantity: 1 }],
			},
			{
				locationExternalId: '100983',
				deliveryContact: { name: 'Bob' },
				deliveryAddress: { postalCode: '75206' },
				itemList: [{ sku: 'HAT', quantity: 2 }],
			},
		]);
	});

	it('Simplify and If Shipment Already Exists', async () => {
		await desk.run(createPerItem(), { input: orderNumbers(3) });
		const input = [
			{ orderNumber: 'SHOP-1', simple: true, then: 'return' },
			{ orderNumber: 'SHOP-2', simple: false, then: 'return' },
			{ orderNumber: 'SHOP-3', simple: true, then: 'fail' },
		];
		const parameters = createPerItem({
			simplify: '={{ $json.simple }}',
			options: { ifExists: '={{ $json.then }}' },
		});
		const items = output(await desk.run(parameters, { input, onError: 'continueRegularOutput' }));
		expect(items[0]).toMatchObject({ outcome: 'alreadyExisted' });
		expect(items[1]).toEqual(desk.api.shipment('SHOP-2'));
		expect(items[2]).toMatchObject({ details: { field: 'External Order ID' } });
	});
});

it('the incoming items are left as they came', async () => {
	const input = orderNumbers(3).map((item) => ({ ...item, lines: [{ sku: 'A', quantity: '1' }] }));
	const parameters = createPerItem({
		lineItemsInput: 'json',
		lineItemsJson: '={{ $json.lines }}',
	});
	const result = await desk.run(parameters, { input });
	expect(result.status).toBe('success');
	expect(result.items(TRIGGER).map(({ json }) => json)).toEqual(input);
});

it('no items, no requests, not even for a token', async () => {
	const result = await desk.run(createPerItem(), { input: [] });
	expect(result.items(NODE)).toEqual([]);
	expect(desk.sandbox.log.all()).toEqual([]);
});

describe('three bad items of fifty', () => {
	const BAD = [7, 20, 33];
	const input = orderNumbers(50).map((item, index) => ({
		...item,
		phone: index === 7 ? '' : '+1 617 555 0100',
		zip: index === 20 ? '00000' : '02118',
		location: index === 33 ? 'no-providers' : '7709',
	}));
	const parameters = createPerItem({
		recipientPhone: '={{ $json.phone }}',
		postalCode: '={{ $json.zip }}',
		locationExternalId: '={{ $json.location }}',
	});
	const good = input
		.filter((_, index) => !BAD.includes(index))
		.map(({ orderNumber }) => orderNumber);
	const DETAILS = [
		{ what: "'Recipient Phone' is empty", field: 'Recipient Phone' },
		{ code: 'GEOCODING_FAILED', httpCode: '422', transient: false },
		{ code: 'NO_PROVIDER_ASSIGNED', httpCode: '422', transient: false },
	];
	const run = (onError?: RunNodeOptions['onError']) =>
		desk.run(parameters, { input, ...(onError ? { onError } : {}) });

	it('do not disturb the others', async () => {
		expect((await run('continueRegularOutput')).status).toBe('success');
		expect(externalIds().sort()).toEqual([...good].sort());
	});

	it('stand in their places where the node continues with the regular output', async () => {
		const items = (await run('continueRegularOutput')).items(NODE);
		expect(items.map(({ pairedItem }) => pairedItem)).toEqual(input.map((_, item) => ({ item })));
		expect(BAD.map((index) => items[index]?.json)).toMatchObject(
			BAD.map((index, at) => ({
				error: expect.stringContaining(`[item ${index}]`),
				details: { fix: expect.stringMatching(/\.$/), ...DETAILS[at] },
			})),
		);
		const regular = items.filter((_, index) => !BAD.includes(index));
		expect(regular.map(({ json }) => json.externalOrderId)).toEqual(good);
	});

	it('leave by the error output with the input they came from, where the node continues there', async () => {
		const result = await run('continueErrorOutput');
		expect(output(result).map(({ externalOrderId }) => externalOrderId)).toEqual(good);
		expect(result.errorItems(NODE).map(({ json, pairedItem }) => [json, pairedItem])).toEqual(
			BAD.map((item, at) => [
				{
					...input[item],
					error: expect.stringContaining(`[item ${item}]`),
					details: expect.objectContaining(DETAILS[at] ?? {}),
				},
				{ item },
			]),
		);
	});

	it('stop the workflow where it does not go on, and say how many were finished', async () => {
		const { error } = await run();
		expect(error?.message).toBe("'Recipient Phone' is empty [item 7]");
		expect(error?.description).toMatch(/ \d+ of 50 items were finished\.$/);
	});
});

describe("n8n's Retry On Fail, which runs all items again", () => {
	const NUMBERS = orderNumbers(10).map(({ orderNumber }) => orderNumber);
	const run = (onError: RunNodeOptions['onError'], nth: number[]) => {
		const fault = refusedAs('GEOCODING_FAILED', 422);
		desk.sandbox.faults.add({ method: 'POST', path: '/shipments', fault, when: { nth } });
		const again = { retryOnFail: true, maxTries: 3, waitBetweenTries: 1 };
		return desk.run(createPerItem(), {
			input: orderNumbers(10),
			...(onError ? { onError } : {}),
			...again,
		});
	};

	it('makes each shipment once', async () => {
		const items = output(await run('stopWorkflow', [5, 12]));
		expect(items.map(({ externalOrderId }) => externalOrderId)).toEqual(NUMBERS);
		expect(externalIds().sort()).toEqual([...NUMBERS].sort());
		expect(desk.sandbox.faults.counts().status).toBe(2);
	});

	it('makes no shipment twice where the node continues on error either', async () => {
		await run('continueRegularOutput', [5]);
		expect(new Set(externalIds()).size).toBe(externalIds().length);
		expect(externalIds().length).toBeGreaterThanOrEqual(9);
	});
});
