import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { locator } from '../support/locator.mts';
import { schemaFaults } from '../support/output-schema.mts';
import { output } from '../support/seen.mts';
import { sharedPanel, useThreeDesk, type Provider } from '../three-providers/desk.mts';

const desk = useThreeDesk();

/** The items of an operation, each of them as its schema says. */
async function checked(provider: Provider, parameters: INodeParameters): Promise<IDataObject[]> {
	const items = output(await desk.run(provider, parameters));
	expect(items.length).toBeGreaterThan(0);
	const operation = String(parameters.operation);
	const faults = items.flatMap((item) => schemaFaults('fulfillmentOrder', operation, item));
	expect(faults).toEqual([]);
	return items;
}

const of = (operation: string, more: INodeParameters = {}): INodeParameters => ({
	operation,
	order: locator('externalId', 'SHOP-1'),
	...more,
});

const outcomes = (items: IDataObject[]) => items.map(({ outcome }) => outcome);

const create = async (provider: Provider) =>
	await checked(provider, sharedPanel(desk.sku[provider]));

describe.each(['deliverr', 'digitalRiver'] as const)(
	'what leaves the node for %s is what the schema says',
	(provider) => {
		test('after create, of a new order and of one that exists', async () => {
			expect(outcomes(await create(provider))).toEqual(['created']);
			expect(outcomes(await create(provider))).toEqual(['alreadyExisted']);
		});

		test('after cancel, once and again', async () => {
			await create(provider);
			expect(outcomes(await checked(provider, of('cancel')))).toEqual(['cancelled']);
			expect(outcomes(await checked(provider, of('cancel')))).toEqual(['alreadyCancelled']);
		});
	},
);

describe('what leaves the node for Deliverr is what the schema says', () => {
	test.each([
		['CREATED', 'pending'],
		['PROCESSING', 'processing'],
		['SHIPPED', 'shipped'],
		['DELIVERED', 'delivered'],
		['CANCELLED', 'cancelled'],
		['ERROR', 'failed'],
		['HELD', 'unknown'],
	])('after get, of an order that is %s', async (status, word) => {
		await create('deliverr');
		desk.sandbox.deliverr.setOrder('SHOP-1', { status });
		expect(await checked('deliverr', of('get'))).toEqual([
			expect.objectContaining({ status: word, providerStatus: status }),
		]);
	});

	test('after get, of an order with a number for an ID', async () => {
		desk.sandbox.deliverr.numericIds = true;
		await create('deliverr');
		await checked('deliverr', of('get'));
	});

	test('after retry, done and left alone', async () => {
		await create('deliverr');
		expect(outcomes(await checked('deliverr', of('retry')))).toEqual(['notFailed']);
		desk.sandbox.deliverr.setOrder('SHOP-1', { status: 'ERROR' });
		expect(outcomes(await checked('deliverr', of('retry')))).toEqual(['retried']);
	});
});

describe('what leaves the node for Digital River is what the schema says', () => {
	test.each([
		['pending', 'pending'],
		['backordered', 'processing'],
		['shipped', 'shipped'],
		['cancelled', 'cancelled'],
		['on_hold', 'unknown'],
	])('after get, of an order that is %s', async (state, word) => {
		await create('digitalRiver');
		desk.sandbox.digitalRiver.setOrder('SHOP-1', { state });
		expect(await checked('digitalRiver', of('get'))).toEqual([
			expect.objectContaining({ status: word, providerStatus: state }),
		]);
	});

	test.each([
		['with exploded dates and nested items', { explodedDates: true }],
		['with texts for IDs', { stringIds: true }],
		['without counters', { lineCounters: false }],
	])('after get and getAll, of orders %s', async (_how, switches) => {
		Object.assign(desk.sandbox.digitalRiver, switches);
		await create('digitalRiver');
		await checked('digitalRiver', of('get'));
		await checked('digitalRiver', { operation: 'getAll' });
	});

	test('after getAll, of orders with and without an external ID', async () => {
		await create('digitalRiver');
		desk.sandbox.digitalRiver.addOrder({ state: 'shipped' });
		const items = await checked('digitalRiver', { operation: 'getAll', returnAll: true });
		expect(items.map(({ externalOrderId }) => externalOrderId).sort()).toEqual(['SHOP-1', null]);
	});

	test.each([
		['pending', 'cancelRequested'],
		['partly', 'partlyCancelled'],
	] as const)('after cancel, where it is %s', async (cancellationMode, outcome) => {
		await create('digitalRiver');
		desk.sandbox.digitalRiver.cancellationMode = cancellationMode;
		expect(outcomes(await checked('digitalRiver', of('cancel')))).toEqual([outcome]);
	});

	test('after cancel of some units of a line', async () => {
		await create('digitalRiver');
		const cancelLines = { entries: [{ id: 'MUG', quantity: 1 }] };
		expect(outcomes(await checked('digitalRiver', of('cancel', { cancelLines })))).toEqual([
			'partlyCancelled',
		]);
	});
});
