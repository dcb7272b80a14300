import type { IDataObject } from 'n8n-workflow';
import { runWorkflow } from './rest/run.mts';
import { saveWorkflow, type WorkflowFile } from './rest/workflows.mts';
import { offeredOperations, usedOperations } from './support/offered.mts';
import { useHost } from './support/use-host.mts';
import { START } from './workflows/build.mts';
import { stockOperations } from './workflows/operations-flexport.mts';
import { orderOperations, type OrderProvider } from './workflows/operations-orders.mts';
import { shipmentOperations } from './workflows/operations-shipments.mts';

const desk = useHost();
const used = new Set<string>();

/** Saves a workflow, runs it, and gives what each node put out. */
async function outputs(file: WorkflowFile): Promise<(node: string) => IDataObject[]> {
	const { id } = await saveWorkflow(desk.rest, file);
	const { status, error, output } = await runWorkflow(desk.rest, id, START);
	expect([status, error]).toEqual(['success', undefined]);
	for (const operation of usedOperations(file)) used.add(operation);
	return output;
}

it('products and stock', async () => {
	const { flexport } = desk.sandbox;
	const cup = flexport.addProduct({
		name: 'Cup',
		merchantSku: 'CUP-1',
		inventory: { DEFAULT: { onHand: 4 } },
	});
	const output = await outputs(stockOperations(desk.accounts));
	const [teapot] = output('Create Product');
	expect(teapot).toMatchObject({ name: 'Teapot', merchantSku: 'TEAPOT-1', weight: 1.5 });
	expect(output('Get Product')).toEqual([teapot]);
	expect(output('List Products').map(({ sku }) => sku)).toEqual([cup.logisticsSku, teapot?.sku]);
	expect(output('Get Stock')).toHaveLength(1);
	expect(output('List Stock')).toContainEqual(expect.objectContaining({ sku: cup.logisticsSku }));
	expect(output('Get Warehouses').length).toBeGreaterThan(0);
	expect(output('Get Low Stock')).toMatchObject([
		{ sku: teapot?.sku, onHand: 0, threshold: 10, belowBy: 10 },
		{ sku: cup.logisticsSku, onHand: 4, threshold: 10, belowBy: 6 },
	]);
});

const ORDERS: Array<[OrderProvider, string, () => string]> = [
	[
		'flexport',
		'fail NO_RATES',
		() => desk.sandbox.flexport.addProduct({ name: 'Mug', merchantSku: 'MUG' }).logisticsSku,
	],
	[
		'deliverr',
		'error',
		() => {
			desk.sandbox.deliverr.addProduct({ externalProductId: 'MUG', inventory: 1000 });
			return 'MUG';
		},
	],
	['digitalRiver', '', () => 'mug-blue'],
];

it.each(ORDERS)('orders at %s', async (provider, company, product) => {
	const workflows = orderOperations(desk.accounts, provider, { sku: product(), company });
	const begun = await outputs(workflows.begin);
	const [created] = begun('Create');
	expect(created).toMatchObject({ provider, externalOrderId: 'OPS-1', outcome: 'created' });
	expect(begun('Create Again')).toMatchObject([{ id: created?.id, outcome: 'alreadyExisted' }]);
	expect(begun('Get')).toMatchObject([{ id: created?.id, provider, externalOrderId: 'OPS-1' }]);
	expect(begun('Cancel')).toMatchObject([{ id: created?.id, outcome: 'cancelled' }]);
	expect(begun('Create Failing')).toMatchObject([{ outcome: 'created' }]);
	await desk.clock.advance(3_000);
	const ended = await outputs(workflows.end);
	if (provider === 'digitalRiver') {
		expect(ended('List').map(({ externalOrderId }) => externalOrderId)).toEqual(
			expect.arrayContaining(['OPS-1', 'OPS-2']),
		);
	} else {
		expect(ended('Get Later')).toMatchObject([{ status: 'failed', retriable: true }]);
		expect(ended('Retry')).toMatchObject([{ externalOrderId: 'OPS-2', outcome: 'retried' }]);
	}
});

it('shipments, with a label', async () => {
	const { deliverySolutions } = desk.sandbox;
	deliverySolutions.addShipment({ orderExternalId: 'FAILED-1', status: 'ORDER_FAILED' });
	deliverySolutions.addShipment({ orderExternalId: 'CANCEL-1', status: 'PENDING_RELEASE' });
	const output = await outputs(shipmentOperations(desk.accounts));
	expect(output('Create')).toMatchObject([{ externalOrderId: 'OPS-1', outcome: 'created' }]);
	expect(output('Get')).toMatchObject([{ externalOrderId: 'OPS-1' }]);
	expect(
		output('List')
			.map(({ externalOrderId }) => externalOrderId)
			.sort(),
	).toEqual(['CANCEL-1', 'FAILED-1', 'OPS-1']);
	expect(deliverySolutions.shipment('FAILED-1')).toMatchObject({
		deliveryInstructions: 'Side door',
	});
	expect(output('Retry')).toMatchObject([{ externalOrderId: 'FAILED-1', outcome: 'retried' }]);
	expect(output('Cancel')).toMatchObject([{ externalOrderId: 'CANCEL-1', outcome: 'cancelled' }]);
	expect(output('History').length).toBeGreaterThan(0);
});

it('that was every operation that n8n offers', async () => {
	expect([...used].sort()).toEqual(await offeredOperations(desk.rest));
});
