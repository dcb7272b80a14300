import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { compileOutputSchema, outputSchema, schemaFaults } from '../support/output-schema.mts';
import { output } from '../support/seen.mts';
import { list, onShipment } from '../support/shipment-calls.mts';
import {
	createParameters,
	example,
	SHIPPING_ORDER,
	useShippingDesk,
} from '../support/shipping-desk.mts';

const desk = useShippingDesk();

const OPERATIONS = [
	'cancel',
	'create',
	'get',
	'getAll',
	'getStatusHistory',
	'retry',
	'update',
] as const;

/** The items of an operation, each of them as its schema says. */
async function checked(parameters: INodeParameters): Promise<IDataObject[]> {
	const items = output(await desk.run(parameters));
	expect(items.length).toBeGreaterThan(0);
	const operation = String(parameters.operation);
	expect(items.flatMap((item) => schemaFaults('shippingOrder', operation, item))).toEqual([]);
	return items;
}

const outcomes = (items: IDataObject[]) => items.map(({ outcome }) => outcome);

/** The next answer of the API, whatever is asked. */
const answer = (body: unknown, status = 200) =>
	desk.sandbox.faults.add({ path: /shipments/, fault: { kind: 'status', status, body } });

const LABEL = { options: { downloadLabel: true } };

const change = (changes: INodeParameters = {}): INodeParameters =>
	onShipment('update', 'SHOP-1', {
		inputMode: 'json',
		jsonBody: '{ "deliveryInstructions": "Ring twice" }',
		...changes,
	});

const fail = () => desk.api.setShipment('SHOP-1', { status: 'ORDER_FAILED' });

/** Answers with hardly anything in them, and with values of other types than documented. */
const BARE: ReadonlyArray<[string, IDataObject]> = [
	['nothing', {}],
	['numbers for ids', { id: 7, orderExternalId: 8, trackingId: 9, fee: '6.50' }],
	[
		'empty texts and nulls',
		{ id: '', orderExternalId: '', status: '', fee: null, provider: null, referenceLinks: null },
	],
	[
		'things of the wrong kind',
		{ status: 7, provider: 'UPS', referenceLinks: [], label: 'x', estimatedDeliveryTime: 'soon' },
	],
	['a status that no document names', { status: 'LOST_AT_SEA' }],
];

test('every operation that the panel offers has a schema, in a form that is valid', () => {
	const { properties } = desk.engine.describeNode(SHIPPING_ORDER);
	const operation = properties.find(({ name }) => name === 'operation');
	const offered = (operation?.options ?? []).map((one) => ('value' in one ? one.value : ''));
	expect(offered.map(String).sort()).toEqual([...OPERATIONS]);
	for (const one of OPERATIONS) {
		expect(compileOutputSchema(outputSchema('shippingOrder', one))).toBeInstanceOf(Function);
	}
});

test.each(OPERATIONS)('the schema of %s allows nothing but what it names', (operation) => {
	const schema = outputSchema('shippingOrder', operation);
	expect(schema).toMatchObject({ type: 'object', additionalProperties: false });
	expect(schemaFaults('shippingOrder', operation, {})).not.toEqual([]);
});

describe('what leaves the node is what the schema says', () => {
	test('after create, of a new shipment and of one that exists, with a label and without', async () => {
		expect(outcomes(await checked(createParameters()))).toEqual(['created']);
		expect(outcomes(await checked(createParameters(LABEL)))).toEqual(['alreadyExisted']);
		desk.sandbox.faults.add({ path: /label$/, fault: { kind: 'status', status: 404, body: '' } });
		const [item] = await checked(createParameters({ externalOrderId: 'SHOP-2', ...LABEL }));
		expect(item?.labelNote).toBeDefined();
	});

	test.each([false, true])('after create, where the answer has an ID: %s', async (withId) => {
		desk.api.createAnswersWithId = withId;
		const [item] = await checked(createParameters());
		expect(item?.id).toEqual(withId ? expect.any(String) : null);
	});

	test('after get, of the documented example and of a shipment without a label', async () => {
		desk.api.addShipment(example('get-answer'));
		const [item] = await checked(onShipment('get', '876581', LABEL));
		expect(item?.labelNote).toBeDefined();
	});

	test('after getAll, of the documented examples', async () => {
		answer(example('list-answer'));
		expect(await checked(list())).toHaveLength(4);
		desk.api.addShipments(2);
		const [item] = await checked(list({}, LABEL));
		expect(item?.labelNote).toBeDefined();
	});

	test('after update', async () => {
		await checked(createParameters());
		await checked(change());
		answer(example('edit-answer'));
		await checked(change());
		desk.sandbox.faults.add({ path: /label$/, fault: { kind: 'status', status: 404, body: '' } });
		const [item] = await checked(change(LABEL));
		expect(item?.labelNote).toBeDefined();
	});

	test('after cancel, once and again', async () => {
		await checked(createParameters());
		expect(outcomes(await checked(onShipment('cancel', 'SHOP-1')))).toEqual(['cancelled']);
		expect(outcomes(await checked(onShipment('cancel', 'SHOP-1')))).toEqual(['alreadyCancelled']);
		answer({ ...example('cancel-answer'), status: 'ORDER_DISPATCHED' });
		expect(outcomes(await checked(onShipment('cancel', 'SHOP-1')))).toEqual(['cancelRequested']);
	});

	test('after retry, done and left alone', async () => {
		await checked(createParameters());
		expect(outcomes(await checked(onShipment('retry', 'SHOP-1')))).toEqual(['notFailed']);
		fail();
		expect(outcomes(await checked(onShipment('retry', 'SHOP-1')))).toEqual(['retried']);
		fail();
		desk.sandbox.faults.add({ path: /label$/, fault: { kind: 'status', status: 404, body: '' } });
		const [item] = await checked(onShipment('retry', 'SHOP-1', LABEL));
		expect(item?.labelNote).toBeDefined();
	});

	test('after getStatusHistory, of the documented example and of odd entries', async () => {
		answer(example('status-history'));
		expect(await checked(onShipment('getStatusHistory', 'SHOP-1'))).toHaveLength(4);
		const entries = [
			{},
			{ status: 7, updatedAt: 1650000000000, note: 5, statusUser: null, eventReason: 'late' },
			{ status: '', updatedAt: '', eventReason: { code: 12, note: 'Rain' } },
			{ status: 'STAGED', updatedAt: { at: 'noon' }, subStatus: ['a'] },
		];
		answer([{ orderId: 99, orderStatus: entries }]);
		expect(await checked(onShipment('getStatusHistory', 'SHOP-1'))).toHaveLength(4);
	});

	test.each(BARE)('where an answer holds %s', async (_what, body) => {
		answer(body);
		await checked(onShipment('get', 'SHOP-1'));
		answer({ data: [body, body] });
		await checked(list());
		answer(body);
		await checked(change());
		answer(body);
		await checked(onShipment('cancel', 'SHOP-1'));
		answer(body, 201);
		await checked(createParameters({ externalOrderId: 'SHOP-9' }));
	});
});
