import type { INodeParameters } from 'n8n-workflow';
import type { Fault } from '../../sandbox/faults.mts';
import { NODE } from '../harness/index.mts';
import { createOrder, PRODUCT, useDeliverrDesk } from '../support/deliverr-desk.mts';
import { byExternalId, line } from '../support/order-parameters.mts';
import { onlyErrorItem, onlyItem, seenError } from '../support/seen.mts';

const desk = useDeliverrDesk();

const KNOWN = 'Deliverr already has an order with the external order ID "SHOP-1"';
const ORDERS = /\/orders\/v1\/order$/;

const create = (changes: INodeParameters = {}) => desk.run(createOrder(changes));

/** The ID of the order that is in the way. */
const existing = async (): Promise<string> => {
	const { id } = onlyItem(await create());
	desk.sandbox.log.clear();
	return String(id);
};

describe('the same order once more', () => {
	it.each<[string, INodeParameters]>([
		['everything', {}],
		['a postal code with its four digits added', { postalCode: '94105-1804' }],
		['a name in capitals with other blanks', { recipientName: ' ADA  LOVELACE ' }],
		['the country in lower case', { countryCode: 'us' }],
		['another source', { additionalFields: { source: 'SHOPIFY' } }],
	])('is returned by default: %s', async (_name, changes) => {
		const id = await existing();
		expect(onlyItem(await create(changes))).toMatchObject({
			id,
			outcome: 'alreadyExisted',
			message: `${KNOWN}. It was not made again.`,
		});
		expect(desk.api.orders()).toHaveLength(1);
	});

	it('is returned as the API has it with Simplify off', async () => {
		const id = await existing();
		const raw = onlyItem(await create({ simplify: false }));
		expect(raw).toMatchObject({ orderId: id, status: 'CREATED' });
		expect(raw).not.toHaveProperty('outcome');
	});

	it('fails where Options say so', async () => {
		const id = await existing();
		const { message, description, httpCode } = seenError(
			await create({ options: { ifExists: 'fail' } }),
		);
		expect(message).toBe(`${KNOWN} [item 0]`);
		expect(description).toContain(`The order that exists has the ID ${id}.`);
		expect(description).toContain("set 'If Order Already Exists' to 'Return It'");
		expect(httpCode).toBe('409');
	});

	it('says so where it was cancelled', async () => {
		await existing();
		desk.api.setOrder('SHOP-1', { status: 'CANCELLED' });
		expect(onlyItem(await create())).toMatchObject({
			outcome: 'alreadyExisted',
			status: 'cancelled',
			message: expect.stringContaining('It is cancelled, so nothing will be shipped.'),
		});
	});

	it.each<[string, Fault]>([
		[
			'409 and a type',
			{ kind: 'status', status: 409, body: { code: 409, message: 'No', type: 'DUPLICATE_ORDER' } },
		],
		['409 alone', { kind: 'status', status: 409, body: { code: 409, message: 'Conflict' } }],
		[
			'400 and a type',
			{ kind: 'status', status: 400, body: { code: 400, message: 'No', type: 'DUPLICATE_ORDER' } },
		],
	])('is understood where Deliverr says so with %s', async (_form, fault) => {
		const id = await existing();
		desk.sandbox.faults.add({ method: 'POST', path: ORDERS, fault });
		expect(onlyItem(await create())).toMatchObject({ id, outcome: 'alreadyExisted' });
	});
});

describe.each(['return', 'fail'])('a different order with the same ID (%s)', (ifExists) => {
	it.each<[string, INodeParameters, string]>([
		['another quantity', { lineItems: { item: [line(PRODUCT, 2)] } }, 'its line items differ'],
		[
			'one more line',
			{ lineItems: { item: [line(PRODUCT), line('POT')] } },
			'its line items differ',
		],
		['another name', { recipientName: 'Charles Babbage' }, "its recipient's name differs"],
		['another postal code', { postalCode: '94106' }, 'its postal code differs'],
		['another country', { countryCode: 'CA' }, 'its country differs'],
	])('is refused, and the difference is told: %s', async (_name, changes, what) => {
		const id = await existing();
		const result = await desk.run(createOrder({ ...changes, options: { ifExists } }), {
			onError: 'continueRegularOutput',
		});
		const { error, details } = onlyErrorItem(result);
		expect(error).toBe(`${KNOWN}, and it is a different order: ${what} [item 0]`);
		expect(details).toMatchObject({
			code: 'DUPLICATE_ORDER',
			field: 'External Order ID',
			httpCode: '409',
			transient: false,
			fix: expect.stringMatching(new RegExp(`^Nothing was created\\. .*${id}`)),
		});
		expect(desk.api.orders()).toHaveLength(1);
	});
});

describe('with Look Up First', () => {
	const options = { lookUpFirst: true };

	it('a new order is looked for and then made', async () => {
		expect(onlyItem(await create({ options })).outcome).toBe('created');
		expect(desk.sent()).toEqual(['GET /externalId/SHOP-1', 'POST /']);
	});

	it('an order that exists is returned, and nothing is sent that could make one', async () => {
		const id = await existing();
		expect(onlyItem(await create({ options }))).toMatchObject({ id, outcome: 'alreadyExisted' });
		expect(desk.sent()).toEqual(['GET /externalId/SHOP-1']);
	});

	it('an order that exists and has failed is returned with what to do', async () => {
		await existing();
		desk.api.setOrder('SHOP-1', { status: 'ERROR' });
		expect(onlyItem(await create({ options }))).toMatchObject({
			outcome: 'alreadyExisted',
			status: 'failed',
			message: expect.stringMatching(/But it has failed\. .+ Seller Portal\.$/),
		});
		expect(desk.sent()).toEqual(['GET /externalId/SHOP-1']);
	});

	it('a look that is refused makes nothing', async () => {
		const fault: Fault = { kind: 'status', status: 403 };
		desk.sandbox.faults.add({ method: 'GET', fault, when: { every: 1 } });
		expect(seenError(await create({ options })).httpCode).toBe('403');
		expect(desk.api.orders()).toEqual([]);
	});
});

describe('items of one run with the same external order ID', () => {
	const perItem = createOrder({
		lineItems: { item: [line(PRODUCT, '={{ $json.units }}')] },
	});
	const units = (...wanted: number[]) => wanted.map((one) => ({ units: one }));

	it('are one order: the first is created, the others are told that it exists', async () => {
		const result = await desk.run(perItem, { input: units(1, 1, 1) });
		expect(result.items(NODE).map(({ json }) => json.outcome)).toEqual([
			'created',
			'alreadyExisted',
			'alreadyExisted',
		]);
		expect(desk.api.orders()).toHaveLength(1);
	});

	it('with other content are refused, whichever answer is slow', async () => {
		desk.sandbox.faults.add({ method: 'POST', path: ORDERS, latencyMs: 60, when: 'next' });
		const result = await desk.run(perItem, {
			input: units(1, 2, 3),
			onError: 'continueErrorOutput',
		});
		expect(result.items(NODE).map(({ json }) => json.outcome)).toEqual(['created']);
		expect(result.errorItems(NODE).map(({ pairedItem }) => pairedItem)).toEqual([
			{ item: 1 },
			{ item: 2 },
		]);
		expect(desk.api.orders()[0]?.lineItems).toMatchObject([{ quantity: 1 }]);
	});

	it('are never at the API at the same time', async () => {
		desk.api.processingMs = 20;
		await desk.run(perItem, { input: units(1, 1, 1, 1) });
		expect(desk.api.orders()).toHaveLength(1);
		expect(desk.sandbox.log.maxInFlight()).toBe(1);
	});
});

it("another account's order is not in the way", async () => {
	await existing();
	const other = desk.api.addAccount();
	desk.api.addProduct({ externalProductId: PRODUCT }, other.accessToken);
	const credentials = desk.credentials({ ...other });
	expect(onlyItem(await desk.run(createOrder(), { credentials })).outcome).toBe('created');
	const got = await desk.run(byExternalId('get', 'SHOP-1'), { credentials });
	expect(onlyItem(got).id).toBe(desk.api.orders(other.accessToken)[0]?.orderId);
});
