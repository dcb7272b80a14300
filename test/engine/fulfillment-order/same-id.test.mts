import { NODE } from '../harness/index.mts';
import { useOrderDesk } from '../support/order-desk.mts';
import { byExternalId, createParameters, line } from '../support/order-parameters.mts';
import { onlyItem } from '../support/seen.mts';

const desk = useOrderDesk();

/** Items that share an external order ID, with the quantities that they want. */
const quantities = (...wanted: number[]) => wanted.map((quantity) => ({ quantity }));

const perItem = () =>
	createParameters(desk.sku(), {
		lineItems: { item: [line(desk.sku(), '={{ $json.quantity }}')] },
	});

describe('items of one run with the same external order ID', () => {
	it('are one order: the first is created, the others are told that it exists', async () => {
		const result = await desk.run(perItem(), { input: quantities(1, 1, 1) });
		expect(result.items(NODE).map(({ json }) => json.outcome)).toEqual([
			'created',
			'alreadyExisted',
			'alreadyExisted',
		]);
		expect(desk.sandbox.flexport.orders()).toHaveLength(1);
	});

	it('with other content are refused, whichever answer of the API is slow', async () => {
		desk.sandbox.faults.add({ method: 'POST', path: '/orders', latencyMs: 60, when: 'next' });
		const options = { input: quantities(1, 2, 3), onError: 'continueErrorOutput' } as const;
		const result = await desk.run(perItem(), options);
		expect(result.items(NODE).map(({ json }) => json.outcome)).toEqual(['created']);
		expect(result.errorItems(NODE).map(({ pairedItem }) => pairedItem)).toEqual([
			{ item: 1 },
			{ item: 2 },
		]);
		expect(desk.sandbox.flexport.orders()[0]?.lineItems).toMatchObject([{ quantity: 1 }]);
	});

	it('are never at the API at the same time', async () => {
		desk.sandbox.flexport.processingMs = 20;
		await desk.run(perItem(), { input: quantities(1, 1, 1, 1) });
		expect(desk.sandbox.log.maxInFlight()).toBe(1);
	});
});

describe('an order that exists and will not ship', () => {
	it('says so when it was cancelled', async () => {
		await desk.run(createParameters(desk.sku()));
		await desk.run(byExternalId('cancel', 'SHOP-1'));
		expect(onlyItem(await desk.run(createParameters(desk.sku())))).toMatchObject({
			outcome: 'alreadyExisted',
			status: 'cancelled',
			message: expect.stringMatching(/It is cancelled, so nothing will be shipped/),
		});
	});

	it('says so when it has failed, and what to do', async () => {
		const failing = createParameters(desk.sku(), {
			additionalFields: { company: 'fail CARRIER_NETWORK_ERR' },
		});
		await desk.run(failing);
		await desk.clock.advance(60_000);
		expect(onlyItem(await desk.run(failing))).toMatchObject({
			outcome: 'alreadyExisted',
			status: 'failed',
			message: expect.stringMatching(
				/But it has failed\. The carrier's system did not answer\. .+/,
			),
		});
	});
});
