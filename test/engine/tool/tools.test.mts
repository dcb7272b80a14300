import type { INodeParameters } from 'n8n-workflow';
import { AGENT } from '../harness/index.mts';
import { n8nWorkflow } from '../harness/n8n.mts';
import { nodeType, useFlexportBench, type NodeName } from '../support/flexport-bench.mts';
import { locator } from '../support/locator.mts';
import { findLeaks } from '../support/secrets.mts';

/** Characters that an agent reads without a thought for the bill. */
const SMALL = 600;

const bench = useFlexportBench();

const ask = (key: string, type = 'string') => `={{ $fromAI('${key}', 'What to use', '${type}') }}`;

/** Lets an agent call a node with arguments. */
const run = (node: NodeName, parameters: INodeParameters, args: INodeParameters) =>
	bench.engine.runAsTool(nodeType(node), parameters, args, { credentials: bench.credentials() });

/** As `run`, and gives what the agent gets back. */
async function call(
	node: NodeName,
	parameters: INodeParameters,
	args: INodeParameters,
): Promise<{ text: string; items: unknown[] }> {
	const result = await run(node, parameters, args);
	if (result.error) throw result.error;
	const text = String(result.items(AGENT)[0]?.json.answer);
	const items: unknown = JSON.parse(text);
	return { text, items: Array.isArray(items) ? items : [] };
}

const order = (sku: string): INodeParameters => ({
	operation: 'create',
	externalOrderId: ask('orderNumber'),
	recipientName: ask('name'),
	address1: '1 Market Street',
	city: 'San Francisco',
	provinceCode: 'CA',
	postalCode: ask('zip'),
	countryCode: 'US',
	lineItems: { item: [{ product: locator('id', sku), quantity: ask('quantity', 'number') }] },
});

test.each<[NodeName, RegExp]>([
	['product', /^Create and read products in Flexport/],
	['inventory', /^Read stock levels, warehouses and low stock in Flexport/],
	[
		'fulfillmentOrder',
		/^Create, follow, retry and cancel fulfillment orders in Flexport, Deliverr \(legacy\) and Digital River$/,
	],
])('the %s node can be a tool, and says what it is for', (node, description) => {
	const tool = bench.engine.describeNode(`${nodeType(node)}Tool`);
	expect(tool.outputs).toEqual(['ai_tool']);
	expect(tool.description).toMatch(description);
});

describe('what a tool says of itself without being told', () => {
	const NODES: NodeName[] = ['product', 'inventory', 'fulfillmentOrder'];

	test.each(NODES)('is different for each operation of the %s node', (node) => {
		const tool = bench.engine.describeNode(`${nodeType(node)}Tool`);
		const resource = tool.properties.find(({ name }) => name === 'resource');
		const offered = tool.properties
			.filter(({ name }) => name === 'operation')
			.flatMap(({ options = [] }) => options)
			.flatMap((option) => ('action' in option && 'value' in option ? [option] : []));
		const operations = [...new Map(offered.map((option) => [option.value, option])).values()];
		const said = operations.map(({ value }) =>
			n8nWorkflow.NodeHelpers.makeDescription(
				{ resource: String(resource?.default), operation: String(value) },
				tool,
			),
		);
		expect(said.length).toBeGreaterThan(1);
		expect(said).toEqual(operations.map(({ action }) => `${action} in ${tool.defaults.name}`));
		expect(new Set(said).size).toBe(said.length);
	});

	test.each<[NodeName, string, INodeParameters]>([
		['product', 'Get many products in', { operation: 'getAll' }],
		['product', 'Create product in', { operation: 'create', name: 'Mug', merchantSku: 'MUG' }],
		['inventory', 'Get many inventory levels in', { operation: 'getAll' }],
		['inventory', 'Get low stock in', { operation: 'getLowStock' }],
	])('is what the agent is told: %s, %s', async (node, begins, parameters) => {
		bench.flexport.addProducts(1);
		const result = await run(node, parameters, {});
		if (result.error) throw result.error;
		expect(String(result.items(AGENT)[0]?.json.description)).toMatch(new RegExp(`^${begins} `));
	});
});

describe('an agent', () => {
	test('reads a product by the SKU that it gives', async () => {
		const [, mug] = bench.flexport.addProducts(2);
		const parameters = { operation: 'get', product: locator('id', ask('sku')) };
		const { items } = await call('product', parameters, { sku: mug?.logisticsSku ?? '' });
		expect(items).toEqual([expect.objectContaining({ sku: mug?.logisticsSku })]);
	});

	test('creates a product', async () => {
		const parameters = { operation: 'create', name: ask('name'), merchantSku: ask('sku') };
		await call('product', parameters, { name: 'Blue mug', sku: 'MUG-BLUE' });
		expect(bench.flexport.products()).toEqual([
			expect.objectContaining({ name: 'Blue mug', merchantSku: 'MUG-BLUE' }),
		]);
	});

	test('asks for as many products as it gives', async () => {
		bench.flexport.addProducts(5);
		const parameters = { operation: 'getAll', limit: ask('limit', 'number') };
		const { items } = await call('product', parameters, { limit: 3 });
		expect(items).toHaveLength(3);
	});

	test('reads the stock of a product', async () => {
		const [mug] = bench.flexport.addProducts(1, () => ({ inventory: { DEFAULT: { onHand: 6 } } }));
		const parameters = { operation: 'get', product: locator('id', ask('sku')) };
		const { items } = await call('inventory', parameters, { sku: mug?.logisticsSku ?? '' });
		expect(items).toEqual([expect.objectContaining({ sku: mug?.logisticsSku, onHand: 6 })]);
	});

	test('finds out what runs low', async () => {
		bench.flexport.addProduct({
			name: 'Mug',
			merchantSku: 'MUG',
			inventory: { DEFAULT: { onHand: 2 } },
		});
		const parameters = { operation: 'getLowStock', threshold: ask('threshold', 'number') };
		const { items } = await call('inventory', parameters, { threshold: 4 });
		expect(items).toEqual([expect.objectContaining({ merchantSku: 'MUG', belowBy: 2 })]);
	});

	test('creates an order, and follows it', async () => {
		const [mug] = bench.flexport.addProducts(1);
		const args = { orderNumber: 'SHOP-1', name: 'Ada Lovelace', zip: '94105', quantity: 2 };
		const created = await call('fulfillmentOrder', order(mug?.logisticsSku ?? ''), args);
		expect(created.items).toEqual([
			expect.objectContaining({ externalOrderId: 'SHOP-1', outcome: 'created', status: 'pending' }),
		]);
		const parameters = { operation: 'get', order: locator('externalId', ask('orderNumber')) };
		const read = await call('fulfillmentOrder', parameters, { orderNumber: 'SHOP-1' });
		expect(read.items).toEqual([expect.objectContaining({ externalOrderId: 'SHOP-1' })]);
		expect(bench.flexport.orders()).toHaveLength(1);
	});

	test('is told in one short message what went wrong and what to do', async () => {
		const parameters = { operation: 'get', product: locator('id', ask('sku')) };
		const { error } = await run('product', parameters, { sku: 'MUG' });
		expect(error?.message).toMatch(
			/^'Product' is "MUG", which is not a Flexport SKU [^]*Choose a product from the list/,
		);
		expect(error?.message.length).toBeLessThan(SMALL);
		expect(bench.sandbox.log.all()).toEqual([]);
	});
});

describe('what an agent gets to read is small', () => {
	/** A product with everything that a product can have. */
	const addFullProduct = () =>
		bench.flexport.addProduct({
			name: 'Enamel mug, blue, 300 ml',
			merchantSku: 'MUG-BLUE-300',
			barcodes: ['614141000018'],
			dimensions: {
				weight: 12,
				weightUnit: 'oz',
				height: 4,
				width: 3,
				length: 5,
				lengthUnit: 'in',
			},
			customsInformation: {
				originCountry: 'PT',
				tariffCode: '6912004400',
				customsValue: 3.5,
				description: 'Enamelled steel mug for hot drinks. '.repeat(6),
			},
			inventory: {
				DEFAULT: {
					onHand: 90,
					lots: Array.from({ length: 30 }, (_, day) => ({
						expirationDate: new Date(Date.UTC(2030, 0, day + 1)).toISOString(),
						available: 3,
					})),
				},
			},
		});

	test.each<[NodeName, INodeParameters]>([
		['product', { operation: 'getAll' }],
		['inventory', { operation: 'getAll' }],
		['inventory', { operation: 'getLowStock', threshold: 100 }],
	])('of the %s node: %j', async (node, parameters) => {
		addFullProduct();
		const { items, text } = await call(node, parameters, {});
		expect(items).toHaveLength(1);
		expect(text.length).toBeLessThan(SMALL);
	});

	test('of an order that was created', async () => {
		const { logisticsSku } = addFullProduct();
		const args = { orderNumber: 'SHOP-1', name: 'Ada Lovelace', zip: '94105', quantity: 2 };
		const { text } = await call('fulfillmentOrder', order(logisticsSku), args);
		expect(text.length).toBeLessThan(SMALL);
	});

	test('of a long list, as no more than 50 products are read unless the agent asks', async () => {
		bench.flexport.addProducts(120);
		const { items } = await call('product', { operation: 'getAll' }, {});
		expect(items).toHaveLength(50);
	});
});

test.each([
	['that succeeds', (sku: string) => sku],
	['that fails', () => 'D0000000000'],
])('a call %s leaves no token behind', async (_what, sku) => {
	const [mug] = bench.flexport.addProducts(1);
	const parameters = { operation: 'get', product: locator('id', ask('sku')) };
	const result = await run('product', parameters, { sku: sku(mug?.logisticsSku ?? '') });
	expect(bench.sandbox.log.all()).toHaveLength(1);
	expect(findLeaks(result, bench.flexport.tokens.full)).toEqual([]);
});
