import type { INodeParameters } from 'n8n-workflow';
import { MUG, orderBody, useDigitalRiverDesk } from '../support/digital-river-desk.mts';
import { closedGate } from '../support/gate.mts';
import { byExternalId, byId } from '../support/order-parameters.mts';
import { onlyErrorItem, onlyItem, output, seenError } from '../support/seen.mts';
import { until } from '../support/until.mts';

const desk = useDigitalRiverDesk();

const goOn = { onError: 'continueRegularOutput' } as const;

const LINES = [
	{ id: '501', upstreamId: 'L-1', inventoryItemId: MUG, quantity: 3 },
	{ id: '502', upstreamId: 'L-2', inventoryItemId: 'tee', quantity: 2 },
];

const add = (changes = {}) => {
	const items = LINES.map((line) => ({ ...line }));
	return String(desk.api.addOrder(orderBody({ id: 9001, items, ...changes })).id);
};

const cancel = (changes: INodeParameters = {}) =>
	desk.run(byExternalId('cancel', 'SHOP-1', changes));

/** Lets something happen to the order after it was read and before it is cancelled. */
const cancelWhile = async (meanwhile: () => void) => {
	const gate = closedGate();
	desk.sandbox.faults.add({ method: 'POST', until: gate.opened });
	const run = cancel();
	await until(() => desk.posts().length > 0);
	meanwhile();
	gate.open();
	return await run;
};

describe('an order that is open', () => {
	it('is cancelled with all its lines by one fulfillment cancellation', async () => {
		const id = add();
		expect(onlyItem(await cancel())).toEqual({
			id,
			externalOrderId: 'SHOP-1',
			provider: 'digitalRiver',
			status: 'cancelled',
			providerStatus: 'cancelled',
			retriable: false,
			error: null,
			trackingNumbers: [],
			shippedAt: null,
			deliveredAt: null,
			outcome: 'cancelled',
			message: 'Order "SHOP-1" was cancelled.',
		});
		expect(desk.bodies('/fulfillment-cancellations')).toEqual([
			{
				fulfillmentOrderId: id,
				upstreamId: 'SHOP-1',
				items: [
					{ fulfillmentOrderItemId: '501', quantity: 3 },
					{ fulfillmentOrderItemId: '502', quantity: 2 },
				],
			},
		]);
	});

	it('is cancelled by its ID', async () => {
		const id = add();
		expect(onlyItem(await desk.run(byId('cancel', id))).outcome).toBe('cancelled');
		expect(desk.api.order(id)?.state).toBe('cancelled');
	});

	it('is cancelled without an external ID of its own', async () => {
		const id = add({ upstreamId: undefined });
		const result = onlyItem(await desk.run(byId('cancel', id)));
		expect(result).toMatchObject({ outcome: 'cancelled', message: `Order "${id}" was cancelled.` });
		expect(desk.bodies('/fulfillment-cancellations')[0]).not.toHaveProperty('upstreamId');
	});

	it('is cancelled when it is backordered', async () => {
		add();
		desk.api.setOrder('SHOP-1', { state: 'backordered' });
		expect(onlyItem(await cancel()).outcome).toBe('cancelled');
		expect(desk.api.cancellations()[0]?.items.map(({ quantity }) => quantity)).toEqual([3, 2]);
	});

	it('is cancelled only where units are open', async () => {
		const [first] = LINES;
		const items = [
			{ ...first, pending: 1, backordered: 1, shipped: 1, cancelled: 0, returned: 0 },
			{ ...LINES[1], pending: 0, backordered: 0, shipped: 0, cancelled: 2, returned: 0 },
		];
		add({ items });
		await cancel();
		expect(desk.bodies('/fulfillment-cancellations')).toMatchObject([
			{ items: [{ fulfillmentOrderItemId: '501', quantity: 2 }] },
		]);
	});

	it('is cancelled for the reason that is given', async () => {
		add();
		await cancel({ reason: ' requested_by_customer ' });
		expect(desk.api.cancellations()).toMatchObject([{ reason: 'requested_by_customer' }]);
	});

	it('is cancelled without a reason where none is given', async () => {
		add();
		await cancel({ reason: '={{ "" }}' });
		expect(desk.bodies('/fulfillment-cancellations')[0]).not.toHaveProperty('reason');
	});

	it("comes out as the API's answer with Simplify off", async () => {
		add();
		const raw = onlyItem(await cancel({ simplify: false }));
		expect(raw).toMatchObject({ state: 'cancelled', upstreamId: 'SHOP-1', id: 9001 });
		expect(raw).not.toHaveProperty('outcome');
	});

	it('is cancelled once when two items of a run name it', async () => {
		add();
		const parameters = byExternalId('cancel', 'SHOP-1');
		const items = output(await desk.run(parameters, { input: [{}, {}], ...goOn }));
		expect(items.map(({ outcome }) => outcome)).toEqual(['cancelled', 'alreadyCancelled']);
		expect(desk.api.cancellations()).toHaveLength(1);
	});
});

describe('an order that is cancelled already', () => {
	it('is a success that says so, and nothing is sent that changes anything', async () => {
		add();
		desk.api.setOrder('SHOP-1', { state: 'cancelled' });
		expect(onlyItem(await cancel())).toMatchObject({
			outcome: 'alreadyCancelled',
			message: 'Order "SHOP-1" was already cancelled. Nothing was changed.',
			status: 'cancelled',
		});
		expect(desk.posts()).toEqual([]);
	});

	it('is a success that says so when somebody else was quicker', async () => {
		add();
		const run = await cancelWhile(() => desk.api.setOrder('SHOP-1', { state: 'cancelled' }));
		expect(onlyItem(run)).toMatchObject({ outcome: 'alreadyCancelled', status: 'cancelled' });
		expect(desk.posts()).toHaveLength(1);
	});
});

describe('an order that has shipped', () => {
	it('is refused before anything is sent', async () => {
		add();
		desk.api.setOrder('SHOP-1', { state: 'shipped' });
		const { message, description } = seenError(await cancel());
		expect(message).toBe('Order "SHOP-1" cannot be cancelled: it has been shipped [item 0]');
		expect(description).toMatch(/^Nothing was changed\. /);
		expect(desk.posts()).toEqual([]);
	});

	it('is told as rejected when it ships between the look and the cancellation', async () => {
		add();
		const run = await cancelWhile(() => desk.api.setOrder('SHOP-1', { state: 'shipped' }));
		const { message, description } = seenError(run);
		expect(message).toMatch(/^(Digital River rejected|Order "SHOP-1" cannot be cancelled: it has)/);
		expect(description).toMatch(/^Nothing was (cancelled|changed)\. /);
	});
});

it('an order without an open line is told, and nothing is sent', async () => {
	const none = { pending: 0, backordered: 0, shipped: 0, cancelled: 0, returned: 3 };
	add({ items: [{ ...LINES[0], ...none }] });
	const { message } = seenError(await cancel());
	expect(message).toBe(
		'Order "SHOP-1" cannot be cancelled: no line of it is open any more [item 0]',
	);
	expect(desk.posts()).toEqual([]);
});

it('an order that does not exist is named', async () => {
	const { message, httpCode } = seenError(await cancel());
	expect(message).toContain('Digital River has no order with the external order ID "SHOP-1"');
	expect(httpCode).toBe('404');
	expect(desk.posts()).toEqual([]);
});

it('another order in the answer than was asked for is left alone', async () => {
	add({ upstreamId: 'OTHER' });
	const body = { data: desk.api.orders() };
	const fault = { kind: 'status', status: 200, body } as const;
	desk.sandbox.faults.add({ method: 'GET', fault });
	await desk.run(byExternalId('cancel', 'SHOP-1'), goOn);
	expect(desk.api.order('OTHER')?.state).toBe('pending');
	expect(desk.posts()).toEqual([]);
});

describe('what comes of a cancellation', () => {
	it('that is pending is told as asked for, and done later', async () => {
		add();
		desk.api.cancellationMode = 'pending';
		expect(onlyItem(await cancel())).toMatchObject({
			outcome: 'cancelRequested',
			status: 'pending',
			message:
				'Digital River took the cancellation of Order "SHOP-1", and has not decided on it yet.',
		});
		await desk.clock.advance(5000);
		expect(onlyItem(await desk.run(byExternalId('get', 'SHOP-1'))).status).toBe('cancelled');
	});

	it('that is rejected is a failure, and the order stays', async () => {
		add();
		desk.api.cancellationMode = 'reject';
		const { error, details } = onlyErrorItem(
			await desk.run(byExternalId('cancel', 'SHOP-1'), goOn),
		);
		expect(error).toBe('Digital River rejected the cancellation of Order "SHOP-1" [item 0]');
		expect(details).toMatchObject({ code: 'rejected', transient: false });
		expect(details.fix).toMatch(/^Nothing was cancelled\. /);
		expect(desk.api.order('SHOP-1')?.state).toBe('pending');
	});

	it('that is accepted in part says how many units', async () => {
		add();
		desk.api.cancellationMode = 'partly';
		expect(onlyItem(await cancel())).toMatchObject({
			outcome: 'partlyCancelled',
			status: 'pending',
			message: '3 of 5 units of Order "SHOP-1" were cancelled; the rest of the order stays.',
		});
	});

	it('is told from an answer whose items are in a list inside the list, too', async () => {
		add();
		const items = [[{ fulfillmentOrderItemId: '501', quantity: 3, quantityAccepted: 1 }]];
		const body = { id: 'ret_1', fulfillmentOrderId: '9001', state: 'accepted', items };
		desk.sandbox.faults.add({ method: 'POST', fault: { kind: 'status', status: 201, body } });
		expect(onlyItem(await cancel()).message).toMatch(/^1 of 3 units of Order "SHOP-1"/);
	});
});
