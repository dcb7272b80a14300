import type { INodeParameters } from 'n8n-workflow';
import { AGENT, type RunNodeOptions } from '../harness/index.mts';
import { n8nWorkflow } from '../harness/n8n.mts';
import { locator } from '../support/locator.mts';
import { findLeaks } from '../support/secrets.mts';
import { createParameters, SHIPPING_ORDER, useShippingDesk } from '../support/shipping-desk.mts';

/** Characters that an agent reads without a thought for the bill. */
const SMALL = 800;

const desk = useShippingDesk();

const ask = (key: string, type = 'string') => `={{ $fromAI('${key}', 'What to use', '${type}') }}`;

/** Lets an agent call the node with arguments. */
const run = (parameters: INodeParameters, args: INodeParameters, options: RunNodeOptions = {}) =>
	desk.engine.runAsTool(SHIPPING_ORDER, parameters, args, {
		credentials: desk.credentials(),
		...options,
	});

/** As `run`, and gives what the agent gets back. */
async function call(
	parameters: INodeParameters,
	args: INodeParameters,
): Promise<{ text: string; items: unknown[] }> {
	const result = await run(parameters, args);
	if (result.error) throw result.error;
	expect(findLeaks(result, desk.api.client.clientSecret)).toEqual([]);
	const text = String(result.items(AGENT)[0]?.json.answer);
	const items: unknown = JSON.parse(text);
	return { text, items: Array.isArray(items) ? items : [] };
}

const shipment = locator('id', ask('shipment'));
const ONE = { shipment: 'SHOP-1' };

const add = (status = 'ORDER_DISPATCHED') =>
	desk.api.addShipment({ orderExternalId: 'SHOP-1', status });

test('the node can be a tool, and says what it is for', () => {
	const tool = desk.engine.describeNode(`${SHIPPING_ORDER}Tool`);
	expect(tool.outputs).toEqual(['ai_tool']);
	expect(tool.description).toMatch(
		/^Create, follow, change, retry and cancel shipments in Delivery Solutions/,
	);
});

test('what a tool says of itself is different for each operation', () => {
	const tool = desk.engine.describeNode(`${SHIPPING_ORDER}Tool`);
	const operation = tool.properties.find(({ name }) => name === 'operation');
	const operations = (operation?.options ?? []).flatMap((option) =>
		'action' in option && 'value' in option ? [option] : [],
	);
	const said = operations.map(({ value }) =>
		n8nWorkflow.NodeHelpers.makeDescription(
			{ resource: 'shipment', operation: String(value) },
			tool,
		),
	);
	expect(operations).toHaveLength(7);
	expect(said).toEqual(operations.map(({ action }) => `${action} in ${tool.defaults.name}`));
	expect(new Set(said).size).toBe(7);
});

describe('an agent', () => {
	test('creates a shipment', async () => {
		const parameters = createParameters({
			externalOrderId: ask('orderNumber'),
			recipientName: ask('name'),
			postalCode: ask('zip'),
			lineItems: { item: [{ sku: ask('sku'), quantity: ask('quantity', 'number') }] },
		});
		const args = { orderNumber: 'SHOP-1', name: 'Grace', zip: '02118', sku: 'MUG', quantity: 2 };
		const { items } = await call(parameters, args);
		expect(items).toEqual([
			expect.objectContaining({ externalOrderId: 'SHOP-1', outcome: 'created' }),
		]);
		expect(desk.api.shipment('SHOP-1')).toMatchObject({
			deliveryContact: { name: 'Grace' },
			itemList: [{ sku: 'MUG', quantity: 2 }],
		});
	});

	test('creates a shipment from JSON that it writes', async () => {
		const body = {
			orderExternalId: 'SHOP-1',
			locationExternalId: '7709',
			deliveryContact: { name: 'Ada', phone: '1' },
			deliveryAddress: { street1: '725 Albany Street', postalCode: '02118' },
		};
		const parameters = { operation: 'create', inputMode: 'json', jsonBody: ask('body', 'json') };
		const { items } = await call(parameters, { body });
		expect(items).toEqual([expect.objectContaining({ outcome: 'created' })]);
	});

	test('gets a shipment', async () => {
		const { id } = add();
		const { items } = await call({ operation: 'get', shipment }, ONE);
		expect(items).toEqual([expect.objectContaining({ id, status: 'processing' })]);
	});

	test('lists what it asks for', async () => {
		desk.api.addShipments(5, (index) => ({ status: index < 2 ? 'ORDER_FAILED' : 'STAGED' }));
		const parameters = {
			operation: 'getAll',
			limit: ask('limit', 'number'),
			filters: { status: ask('states') },
		};
		const { items } = await call(parameters, { limit: 10, states: 'ORDER_FAILED' });
		expect(items).toHaveLength(2);
	});

	test('changes a shipment', async () => {
		add('PENDING_RELEASE');
		const parameters = {
			operation: 'update',
			shipment,
			inputMode: 'json',
			jsonBody: ask('change', 'json'),
		};
		await call(parameters, { ...ONE, change: { deliveryInstructions: 'Ring twice' } });
		expect(desk.api.shipment('SHOP-1')).toMatchObject({ deliveryInstructions: 'Ring twice' });
	});

	test('cancels a shipment', async () => {
		add();
		const { items } = await call({ operation: 'cancel', shipment }, ONE);
		expect(items).toEqual([expect.objectContaining({ outcome: 'cancelled' })]);
		expect(desk.api.shipment('SHOP-1')?.status).toBe('ORDER_CANCELLED');
	});

	test('retries a shipment', async () => {
		add('ORDER_FAILED');
		const { items } = await call({ operation: 'retry', shipment }, ONE);
		expect(items).toEqual([expect.objectContaining({ outcome: 'retried' })]);
	});

	test('reads the history of a shipment', async () => {
		add();
		desk.api.setShipment('SHOP-1', { status: 'IN_TRANSIT' });
		const { items } = await call({ operation: 'getStatusHistory', shipment }, ONE);
		expect(items).toEqual([
			expect.objectContaining({ status: 'processing' }),
			expect.objectContaining({ status: 'shipped' }),
		]);
	});

	test('is told in one short message what went wrong and what to do', async () => {
		const { error } = await run({ operation: 'get', shipment }, { shipment: 'SHOP-404' });
		expect(error?.message).toMatch(
			/^Delivery Solutions has no shipment with the ID "SHOP-404" [^]*Check the ID/,
		);
		expect(error?.message.length).toBeLessThan(SMALL);
	});

	test('is told of a bad secret without it', async () => {
		const credentials = desk.credentials({ clientSecret: 'mistyped-secret' });
		const result = await run({ operation: 'get', shipment }, ONE, { credentials });
		expect(result.error?.message).toContain('client ID and client secret');
		expect(findLeaks(result, 'mistyped-secret')).toEqual([]);
	});
});

describe('what an agent gets to read is small', () => {
	test('of one shipment', async () => {
		await call(createParameters({ externalOrderId: ask('shipment') }), ONE);
		const { text } = await call({ operation: 'get', shipment }, ONE);
		expect(text.length).toBeLessThan(SMALL);
	});

	test('of a long list, as no more than 50 shipments are read unless the agent asks', async () => {
		desk.api.addShipments(120);
		const { items } = await call({ operation: 'getAll' }, {});
		expect(items).toHaveLength(50);
	});
});
