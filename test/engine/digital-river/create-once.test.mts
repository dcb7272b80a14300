import type { INodeParameters } from 'n8n-workflow';
import type { Fault } from '../../sandbox/faults.mts';
import {
	create,
	createJson,
	MUG,
	orderBody,
	useDigitalRiverDesk,
} from '../support/digital-river-desk.mts';
import { closedGate } from '../support/gate.mts';
import { createPerItem, line } from '../support/order-parameters.mts';
import { onlyErrorItem, onlyItem, output, seenError } from '../support/seen.mts';
import { until } from '../support/until.mts';
import { useHurry } from '../support/use-hurry.mts';

const desk = useDigitalRiverDesk();
useHurry();

const LOOK = 'GET /fulfillment-orders';
const SEND = 'POST /fulfillment-orders';
const goOn = { onError: 'continueRegularOutput' } as const;

const spoilCreate = (fault: Fault) => desk.sandbox.faults.add({ method: 'POST', fault });

describe('an API that takes no idempotency key and the same upstreamId twice', () => {
	it('is asked for the order before it is created', async () => {
		expect(onlyItem(await desk.run(create())).outcome).toBe('created');
		expect(desk.sent()).toEqual([LOOK, SEND]);
		expect(desk.sandbox.log.all()[0]?.query).toMatchObject({ upstreamIds: 'SHOP-1' });
	});

	it('has one order after the workflow ran twice', async () => {
		const first = onlyItem(await desk.run(create()));
		const again = onlyItem(await desk.run(create()));
		expect(again).toMatchObject({
			id: first.id,
			outcome: 'alreadyExisted',
			message:
				'Digital River already has an order with the external order ID "SHOP-1". It was not made again.',
		});
		expect(desk.api.orders()).toHaveLength(1);
	});

	it.each(['A/1#2', 'Ö & ü = 100 %', 'a,b', 'a+b', '?limit=0'])(
		'has one order of the external ID "%s" after the workflow ran twice',
		async (externalOrderId) => {
			onlyItem(await desk.run(create({ externalOrderId })));
			expect(onlyItem(await desk.run(create({ externalOrderId }))).outcome).toBe('alreadyExisted');
			expect(desk.api.orders().map(({ upstreamId }) => upstreamId)).toEqual([externalOrderId]);
		},
	);

	it.each<[string, INodeParameters]>([
		['fields', create({ externalOrderId: ' SHOP-1 ' })],
		['JSON', createJson(orderBody({ upstreamId: ' SHOP-1 ' }))],
	])('has one order when the external ID has blanks around it (%s)', async (_way, parameters) => {
		onlyItem(await desk.run(parameters));
		expect(onlyItem(await desk.run(parameters)).outcome).toBe('alreadyExisted');
		expect(desk.api.orders()).toHaveLength(1);
	});

	it('has one order when two items of a run have the same ID', async () => {
		const input = [{ orderNumber: 'SHOP-1' }, { orderNumber: 'SHOP-1' }];
		const items = output(await desk.run(createPerItem(MUG), { input }));
		expect(items.map(({ outcome }) => outcome)).toEqual(['created', 'alreadyExisted']);
		expect(new Set(items.map(({ id }) => id)).size).toBe(1);
		expect(desk.api.orders()).toHaveLength(1);
	});

	it('has one order of two items with the same ID and different lines, and the second is told', async () => {
		const input = [
			{ orderNumber: 'SHOP-1', sku: MUG },
			{ orderNumber: 'SHOP-1', sku: 'tee' },
		];
		const parameters = createPerItem('={{ $json.sku }}');
		const items = output(await desk.run(parameters, { input, ...goOn }));
		expect(items[0]?.outcome).toBe('created');
		expect(items[1]?.error).toMatch(/it is a different order: its line items differ \[item 1\]$/);
		expect(desk.api.orders()).toHaveLength(1);
	});
});

describe.each<[string, Fault, boolean]>([
	['the connection is cut after the work', { kind: 'cutAfter' }, true],
	['the answer is cut in the middle', { kind: 'cutDuring' }, true],
	['a page comes in place of the answer', { kind: 'notJson' }, true],
	['the connection is cut before the work', { kind: 'cutBefore' }, false],
	['the gateway answers 502', { kind: 'status', status: 502 }, false],
	['the request is not read to its end (408)', { kind: 'status', status: 408 }, false],
])('when %s', (_what, fault, isDone) => {
	it('there is one order, told as created', async () => {
		spoilCreate(fault);
		const order = onlyItem(await desk.run(create()));
		expect(order).toMatchObject({ outcome: 'created', externalOrderId: 'SHOP-1' });
		expect(desk.api.orders().map(({ id }) => String(id))).toEqual([order.id]);
		expect(desk.sent()).toEqual([LOOK, SEND, LOOK, ...(isDone ? [] : [SEND])]);
	});

	it('and nothing can be looked up, nothing is sent a second time, and the person is told', async () => {
		const refused: Fault = { kind: 'status', status: 403 };
		desk.sandbox.faults.add({ method: 'GET', fault: refused, when: { nth: [2, 3, 4, 5, 6, 7] } });
		desk.always('POST', fault);
		const { details } = onlyErrorItem(await desk.run(create(), goOn));
		expect(details.transient).toBe(true);
		expect(desk.posts()).toEqual([SEND]);
		expect(desk.api.orders()).toHaveLength(isDone ? 1 : 0);
	});
});

it('an order of which nobody knows whether it was made is said to be safe to run again', async () => {
	desk.sandbox.faults.add({
		method: 'GET',
		fault: { kind: 'status', status: 503 },
		when: { nth: [2, 3, 4, 5, 6] },
	});
	spoilCreate({ kind: 'cutAfter' });
	const { description } = seenError(await desk.run(create()));
	expect(description).toMatch(/^Digital River may or may not have done this\. Running .* is safe/);
	expect(onlyItem(await desk.run(create())).outcome).toBe('alreadyExisted');
	expect(desk.api.orders()).toHaveLength(1);
});

describe('an API that does refuse a second order with the same upstreamId', () => {
	/** Somebody else makes the order after it was looked for. */
	const meanwhile = async (order: object, parameters = create()) => {
		desk.api.duplicateUpstreamIds = 'conflict';
		const gate = closedGate();
		desk.sandbox.faults.add({ method: 'POST', until: gate.opened });
		const run = desk.run(parameters);
		await until(() => desk.posts().length > 0);
		desk.api.addOrder({ ...order });
		gate.open();
		return await run;
	};

	it('gives the order that exists', async () => {
		const order = onlyItem(await meanwhile(orderBody()));
		expect(order).toMatchObject({
			outcome: 'alreadyExisted',
			id: String(desk.api.orders()[0]?.id),
		});
		expect(desk.posts()).toHaveLength(1);
	});

	it('is a failure where the order that exists is another one', async () => {
		const items = [{ inventoryItemId: 'tee', quantity: 1 }];
		const { message, httpCode } = seenError(await meanwhile(orderBody({ items })));
		expect(message).toMatch(/it is a different order: its line items differ \[item 0\]$/);
		expect(httpCode).toBe('409');
	});

	it('is a failure where Options say so', async () => {
		const parameters = create({ options: { ifExists: 'fail' } });
		const { message } = seenError(await meanwhile(orderBody(), parameters));
		expect(message).toBe(
			'Digital River already has an order with the external order ID "SHOP-1" [item 0]',
		);
	});
});

it('a 409 about something else is told in the words of the API', async () => {
	const errors = [{ code: 'already_exists', parameter: 'reservationId', message: 'It is used.' }];
	const body = { type: 'conflict', errors };
	spoilCreate({ kind: 'status', status: 409, body });
	const { details } = onlyErrorItem(await desk.run(create(), goOn));
	expect(details).toMatchObject({
		what: 'Digital River says that this conflicts with something that exists: It is used (HTTP 409)',
		field: 'Reservation ID',
		code: 'already_exists',
		httpCode: '409',
		transient: false,
	});
	expect(desk.posts()).toHaveLength(1);
});

describe('an order that exists', () => {
	it.each<[string, INodeParameters]>([
		['its line items differ', { lineItems: { item: [line(MUG, 2)] } }],
		['its country differs', { countryCode: 'CA' }],
		['its postal code differs', { postalCode: '10001' }],
		["its recipient's name differs", { recipientName: 'Charles Babbage' }],
	])('is not taken for this one when %s', async (difference, changes) => {
		await desk.run(create());
		const { message } = seenError(await desk.run(create(changes)));
		expect(message).toContain(`it is a different order: ${difference}`);
		expect(desk.api.orders()).toHaveLength(1);
	});

	it('is told as cancelled when it is', async () => {
		await desk.run(create());
		desk.api.setOrder('SHOP-1', { state: 'cancelled' });
		const { outcome, message } = onlyItem(await desk.run(create()));
		expect(outcome).toBe('alreadyExisted');
		expect(message).toMatch(/It is cancelled, so nothing will be shipped\./);
	});
});

it('an answer with another order than was asked for is told, and nothing is created on its strength', async () => {
	const body = { hasMore: false, data: [{ ...orderBody({ upstreamId: 'OTHER' }), id: 1 }] };
	desk.sandbox.faults.add({ method: 'GET', fault: { kind: 'status', status: 200, body } });
	expect(seenError(await desk.run(create())).message).toMatch(/answered with other orders/);
	expect(desk.posts()).toEqual([]);
});
