import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { nodeType, useFlexportBench, type NodeName } from '../support/flexport-bench.mts';
import { locator } from '../support/locator.mts';
import { createParameters } from '../support/order-parameters.mts';
import { compileOutputSchema, outputSchema, schemaFaults } from '../support/output-schema.mts';

const bench = useFlexportBench();

const OPERATIONS: Array<[NodeName, string]> = [
	['product', 'create'],
	['product', 'get'],
	['product', 'getAll'],
	['inventory', 'get'],
	['inventory', 'getAll'],
	['inventory', 'getWarehouses'],
	['inventory', 'getLowStock'],
	['fulfillmentOrder', 'create'],
	['fulfillmentOrder', 'get'],
	['fulfillmentOrder', 'getAll'],
	['fulfillmentOrder', 'retry'],
	['fulfillmentOrder', 'cancel'],
];

/** The items of an operation, each of them as its schema says. */
async function checked(node: NodeName, parameters: INodeParameters): Promise<IDataObject[]> {
	const items = await bench.output(node, parameters);
	expect(items.length).toBeGreaterThan(0);
	const operation = String(parameters.operation);
	expect(items.flatMap((item) => schemaFaults(node, operation, item))).toEqual([]);
	return items;
}

/** A product with everything that it can have, and one with no more than it must. */
function addProducts() {
	const full = bench.flexport.addProduct({
		name: 'Mug',
		merchantSku: 'MUG',
		barcodes: ['614141000018'],
		dimensions: { weight: 12, weightUnit: 'oz', height: 4, width: 3, length: 5, lengthUnit: 'in' },
		customsInformation: {
			originCountry: 'PT',
			tariffCode: '6912004400',
			customsValue: 3.5,
			description: 'Ceramic mug',
		},
		inventory: {
			DEFAULT: {
				onHand: 9,
				unitsPerPack: 3,
				lots: [{ expirationDate: '2030-02-01T00:00:00Z', available: 9 }],
			},
		},
	});
	const bare = bench.flexport.addProduct({ name: 'Pot', merchantSku: 'POT', inventory: {} });
	return { full: full.logisticsSku, bare: bare.logisticsSku };
}

test('every operation that a panel offers has a schema, in a form that is valid', () => {
	const nodes: NodeName[] = ['product', 'inventory', 'fulfillmentOrder'];
	const offered = nodes.flatMap((node) => {
		const { properties } = bench.engine.describeNode(nodeType(node));
		const choices = properties
			.filter(({ name }) => name === 'operation')
			.flatMap(({ options = [] }) =>
				options.map((option) => ('value' in option ? option.value : '')),
			);
		return [...new Set(choices)].map((operation) => [node, operation]);
	});
	expect(offered).toEqual(expect.arrayContaining(OPERATIONS));
	expect(offered).toHaveLength(OPERATIONS.length);
	for (const [node, operation] of OPERATIONS) {
		expect(compileOutputSchema(outputSchema(node, operation))).toBeInstanceOf(Function);
	}
});

test.each(OPERATIONS)('the schema of %s %s allows nothing but what it names', (node, operation) => {
	expect(outputSchema(node, operation)).toMatchObject({
		type: 'object',
		additionalProperties: false,
	});
	expect(schemaFaults(node, operation, {})).not.toEqual([]);
});

describe('what leaves the product node is what the schema says', () => {
	test('after create, with all fields and with none', async () => {
		const { full } = addProducts();
		const [product] = await bench.output('product', {
			operation: 'get',
			product: locator('id', full),
			simplify: false,
		});
		const { name, merchantSku, dimensions, international } = product ?? {};
		const body = { name, merchantSku, dimensions, customsInformation: international };
		const jsonBody = JSON.stringify(body);
		await checked('product', { operation: 'create', inputMode: 'json', jsonBody });
		await checked('product', { operation: 'create', name: 'Cup', merchantSku: 'CUP' });
	});

	test('after get', async () => {
		const { full, bare } = addProducts();
		await checked('product', { operation: 'get', product: locator('id', full) });
		await checked('product', { operation: 'get', product: locator('id', bare) });
	});

	test('after getAll', async () => {
		addProducts();
		expect(await checked('product', { operation: 'getAll' })).toHaveLength(2);
	});
});

describe('what leaves the inventory node is what the schema says', () => {
	test('after get', async () => {
		const { full, bare } = addProducts();
		const options = { aggregatePacks: true };
		await checked('inventory', { operation: 'get', product: locator('id', full), options });
		await checked('inventory', { operation: 'get', product: locator('id', bare) });
	});

	test('after getAll', async () => {
		addProducts();
		expect(await checked('inventory', { operation: 'getAll' })).toHaveLength(2);
	});

	test('after getWarehouses', async () => {
		const { full } = addProducts();
		await checked('inventory', { operation: 'getWarehouses', skus: full });
	});

	test('after getLowStock', async () => {
		addProducts();
		expect(await checked('inventory', { operation: 'getLowStock' })).toHaveLength(2);
	});
});

describe('what leaves the fulfillment order node for Flexport is what the schema says', () => {
	const of = (operation: string, options: INodeParameters = {}): INodeParameters => ({
		operation,
		order: locator('externalId', 'SHOP-1'),
		options,
	});
	const create = () => createParameters(addProducts().full);
	const outcomes = (items: IDataObject[]) => items.map(({ outcome }) => outcome);
	const failOrder = (retriable: boolean) =>
		bench.flexport.setOrder('SHOP-1', { error: { type: 'BAD_ADDRESS', retriable } });

	test('after create, of a new order and of one that exists', async () => {
		const parameters = create();
		expect(outcomes(await checked('fulfillmentOrder', parameters))).toEqual(['created']);
		expect(outcomes(await checked('fulfillmentOrder', parameters))).toEqual(['alreadyExisted']);
	});

	test.each([
		['is new', () => undefined],
		['has shipped', () => bench.flexport.setOrder('SHOP-1', { internalStatus: 'SHIPPED' })],
		['was delivered', () => bench.flexport.setOrder('SHOP-1', { internalStatus: 'DELIVERED' })],
		['failed', () => failOrder(true)],
		['was cancelled', () => bench.flexport.setOrder('SHOP-1', { internalStatus: 'CANCELLED' })],
	])('after get, of an order that %s', async (_state, change) => {
		await bench.output('fulfillmentOrder', create());
		change();
		await checked('fulfillmentOrder', of('get'));
	});

	test('after get, of an order with numbers for ids, as live data has them', async () => {
		bench.flexport.numericIds = true;
		await bench.output('fulfillmentOrder', create());
		await checked('fulfillmentOrder', of('get'));
	});

	test('after retry, done and left alone', async () => {
		await bench.output('fulfillmentOrder', create());
		expect(outcomes(await checked('fulfillmentOrder', of('retry')))).toEqual(['notFailed']);
		failOrder(false);
		expect(outcomes(await checked('fulfillmentOrder', of('retry')))).toEqual(['notRetriable']);
		failOrder(true);
		expect(outcomes(await checked('fulfillmentOrder', of('retry')))).toEqual(['retried']);
	});

	test('after cancel, once and again', async () => {
		await bench.output('fulfillmentOrder', create());
		expect(outcomes(await checked('fulfillmentOrder', of('cancel')))).toEqual(['cancelled']);
		expect(outcomes(await checked('fulfillmentOrder', of('cancel')))).toEqual(['alreadyCancelled']);
	});
});
