import { NODE } from '../harness/index.mts';
import { createParameters, useShippingDesk } from '../support/shipping-desk.mts';

const desk = useShippingDesk();

/** Items that share an external order ID, with the quantities that they want. */
const quantities = (...wanted: number[]) => wanted.map((quantity) => ({ quantity }));

const perItem = (changes = {}) =>
	createParameters({
		lineItems: { item: [{ sku: 'WATCH-1', quantity: '={{ $json.quantity }}' }] },
		...changes,
	});

describe('items of one run with the same external order ID', () => {
	it.each([[{}], [{ lookUpFirst: true }]])(
		'are one shipment: the first is created, the others are told that it exists (options %j)',
		async (options) => {
			const result = await desk.run(perItem({ options }), { input: quantities(1, 1, 1) });
			expect(result.items(NODE).map(({ json }) => json.outcome)).toEqual([
				'created',
				'alreadyExisted',
				'alreadyExisted',
			]);
			expect(desk.api.shipments()).toHaveLength(1);
		},
	);

	it('with other content are refused, whichever answer of the API is slow', async () => {
		desk.sandbox.faults.add({ method: 'POST', path: '/shipments', latencyMs: 60, when: 'next' });
		const options = { input: quantities(1, 2, 3), onError: 'continueErrorOutput' } as const;
		const result = await desk.run(perItem(), options);
		expect(result.items(NODE).map(({ json }) => json.outcome)).toEqual(['created']);
		expect(result.errorItems(NODE).map(({ pairedItem }) => pairedItem)).toEqual([
			{ item: 1 },
			{ item: 2 },
		]);
		expect(desk.api.shipments()).toMatchObject([{ itemList: [{ quantity: 1 }] }]);
	});

	it('are one also where they differ in blanks only', async () => {
		const input = [{ no: 'SHOP-1' }, { no: ' SHOP-1 ' }];
		const result = await desk.run(createParameters({ externalOrderId: '={{ $json.no }}' }), {
			input,
		});
		expect(result.items(NODE).map(({ json }) => json.outcome)).toEqual([
			'created',
			'alreadyExisted',
		]);
	});

	it('are never at the API at the same time', async () => {
		desk.api.processingMs = 20;
		await desk.run(perItem(), { input: quantities(1, 1, 1, 1) });
		expect(desk.sandbox.log.maxInFlight()).toBe(1);
	});
});
