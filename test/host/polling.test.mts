import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { executionsOf, untilFinished } from './rest/executions.mts';
import { activate, deactivate, saveWorkflow } from './rest/workflows.mts';
import type { CredentialType } from './support/accounts.mts';
import { until } from './support/until.mts';
import { useFreshHost } from './support/use-host.mts';
import { chain, node, nodesWith } from './workflows/build.mts';

const desk = useFreshHost();

const TOLD = 'Told';
/** n8n allows no time that comes more than once a minute, but several of them. */
const OFTEN = {
	pollTimes: {
		item: [0, 10, 20, 30, 40, 50].map((second) => ({
			mode: 'custom',
			cronExpression: `${second} * * * * *`,
		})),
	},
};

/** A workflow that a polling trigger starts, published. */
async function listen(
	type: string,
	credential: CredentialType,
	parameters: INodeParameters,
): Promise<string> {
	const trigger = nodesWith(desk.accounts)(type, type, credential, {
		...OFTEN,
		...parameters,
	});
	const { id } = await saveWorkflow(desk.rest, chain(type, trigger, node(TOLD, 'noOp')));
	await activate(desk.rest, id);
	return id;
}

/** What the workflow was started with, once it has been so often. */
async function told(id: string, times: number): Promise<IDataObject[]> {
	const started = await until(`${times} executions`, async () => {
		const all = await executionsOf(desk.rest, id);
		return all.length >= times ? all : undefined;
	});
	const done = [];
	for (const { id: execution } of started) done.push(await untilFinished(desk.rest, execution));
	return done.flatMap(({ output }) => output(TOLD));
}

it('stock that falls is told at the next poll, once, also over a restart', async () => {
	const { flexport } = desk.sandbox;
	const stocked = (merchantSku: string, onHand: number) =>
		flexport.addProduct({ name: merchantSku, merchantSku, inventory: { DEFAULT: { onHand } } })
			.logisticsSku;
	const [low, falling, later] = [stocked('LOW', 3), stocked('FALLING', 50), stocked('LATER', 50)];
	const id = await listen('inventoryAlertTrigger', 'flexportApi', { threshold: 10 });
	expect(await told(id, 1)).toMatchObject([{ alert: 'low', sku: low, available: 3 }]);
	flexport.setInventory(falling, 'DEFAULT', { onHand: 9 });
	expect((await told(id, 2)).slice(1)).toMatchObject([
		{ alert: 'low', sku: falling, name: 'FALLING', available: 9, threshold: 10 },
	]);
	flexport.setInventory(later, 'DEFAULT', { onHand: 0 });
	await desk.host.kill('SIGKILL');
	await desk.host.restart();
	expect((await told(id, 3)).slice(2)).toMatchObject([{ alert: 'low', sku: later, available: 0 }]);
	await deactivate(desk.rest, id);
});

it('a shipment whose state changes is told at the next poll, once, also over a restart', async () => {
	const { deliverySolutions } = desk.sandbox;
	deliverySolutions.addShipment({ orderExternalId: 'SHOP-9001' });
	deliverySolutions.addShipment({ orderExternalId: 'SHOP-9002' });
	const id = await listen('shippingOrderTrigger', 'deliverySolutionsApi', {});
	// It reads the list until a reading brings nothing new: what comes before that is not a change.
	await until('the first poll', () => {
		const lists = desk.sandbox.log.find('POST', '/shipments/list');
		return lists.filter(({ status }) => status === 200).length >= 2 || undefined;
	});
	deliverySolutions.setShipment('SHOP-9001', { status: 'IN_TRANSIT' });
	expect(await told(id, 1)).toMatchObject([
		{ externalOrderId: 'SHOP-9001', status: 'shipped', providerStatus: 'IN_TRANSIT' },
	]);
	deliverySolutions.setShipment('SHOP-9002', { status: 'ORDER_DELIVERED' });
	await desk.host.kill('SIGKILL');
	await desk.host.restart();
	expect((await told(id, 2)).slice(1)).toMatchObject([
		{ externalOrderId: 'SHOP-9002', status: 'delivered' },
	]);
	await deactivate(desk.rest, id);
});

it('a trigger that cannot read says why when it is activated', async () => {
	const file = chain(
		'Wrong SKU',
		nodesWith(desk.accounts)('Wrong', 'inventoryAlertTrigger', 'flexportApi', {
			...OFTEN,
			thresholdMode: 'json',
			thresholdsJson: '{ "NO-SUCH-SKU": 5 }',
		}),
		node(TOLD, 'noOp'),
	);
	const { id } = await saveWorkflow(desk.rest, file);
	await activate(desk.rest, id).catch(() => undefined);
	await until('n8n has written why', async () =>
		/NO-SUCH-SKU/.test(await desk.host.log()) ? true : undefined,
	);
	await deactivate(desk.rest, id);
});
