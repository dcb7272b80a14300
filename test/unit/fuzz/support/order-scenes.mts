import type { IDataObject } from 'n8n-workflow';
import { createParameters, line } from '../../../engine/support/order-parameters.mts';
import type { Scene, Stage } from './scenes.mts';
import { stocked } from './stock-scenes.mts';

const order = { __rl: true, mode: 'externalId', value: 'SHOP-1' };

type Provider = 'flexport' | 'deliverr' | 'digitalRiver';

/** The panel of Create with a product that the account has. */
function filled(stage: Stage, provider: Provider): IDataObject {
	const { deliverr } = stage.sandbox;
	const skus = {
		flexport: () => stocked(stage),
		deliverr: () =>
			deliverr.addProduct({ externalProductId: 'MUG', inventory: 9 }).externalProductId,
		digitalRiver: () => 'mug-blue',
	};
	const lineItems = { item: [line(skus[provider](), 2)] };
	return createParameters('', { provider, lineItems });
}

/** An order that is there; Flexport's and Deliverr's sandbox let one fail whose company says so. */
async function ordered(stage: Stage, provider: Provider, company?: string): Promise<IDataObject> {
	const additionalFields = company === undefined ? {} : { company };
	const parameters = { ...filled(stage, provider), additionalFields };
	await stage.run('fulfillmentOrder', parameters);
	await stage.pass(2_000);
	return { provider, order };
}

const scene = (operation: string, panel: Scene['panel']): Scene => ({
	node: 'fulfillmentOrder',
	operation,
	panel,
});

const RIVER_BODY = {
	upstreamId: 'SHOP-1',
	currency: 'USD',
	upstreamOrderTime: '2026-01-15T12:00:00Z',
	shipTo: {
		name: 'Ada',
		address: {
			line1: '1 Market St',
			city: 'Reno',
			postalCode: '89501',
			state: 'NV',
			country: 'US',
		},
	},
	shippingChoice: { id: 'SG' },
	items: [{ inventoryItemId: 'mug-blue', quantity: 1 }],
};

/** The operations about orders, for each provider that has them. */
export const ORDER_SCENES: Readonly<Record<string, Scene>> = {
	'flexport create': scene('create', (stage) => filled(stage, 'flexport')),
	'flexport create, looked up first': scene('create', (stage) => ({
		...filled(stage, 'flexport'),
		options: { lookUpFirst: true },
	})),
	'flexport create, exists': scene('create', async (stage) => {
		const panel = filled(stage, 'flexport');
		await stage.run('fulfillmentOrder', { ...panel, operation: 'create' });
		return panel;
	}),
	'flexport get': scene('get', async (stage) => {
		const panel = await ordered(stage, 'flexport');
		stage.sandbox.flexport.setOrder('SHOP-1', { internalStatus: 'DELIVERED' });
		return panel;
	}),
	'flexport retry': scene(
		'retry',
		async (stage) => await ordered(stage, 'flexport', 'fail CARRIER_NETWORK_ERR x1'),
	),
	'flexport cancel': scene('cancel', async (stage) => await ordered(stage, 'flexport')),
	'deliverr create': scene('create', (stage) => filled(stage, 'deliverr')),
	'deliverr get': scene('get', async (stage) => {
		const panel = await ordered(stage, 'deliverr');
		stage.sandbox.deliverr.setOrder('SHOP-1', { status: 'SHIPPED' });
		return panel;
	}),
	'deliverr retry': scene('retry', async (stage) => await ordered(stage, 'deliverr', 'error x1')),
	'deliverr cancel': scene('cancel', async (stage) => await ordered(stage, 'deliverr')),
	'digitalRiver create': scene('create', (stage) => filled(stage, 'digitalRiver')),
	'digitalRiver create, from JSON': scene('create', () => ({
		provider: 'digitalRiver',
		inputMode: 'json',
		jsonBody: JSON.stringify(RIVER_BODY),
	})),
	'digitalRiver get': scene('get', async (stage) => {
		const panel = await ordered(stage, 'digitalRiver');
		stage.sandbox.digitalRiver.setOrder('SHOP-1', { state: 'shipped' });
		return panel;
	}),
	'digitalRiver getAll': scene('getAll', ({ sandbox }) => {
		sandbox.digitalRiver.addOrders(3, (n) => ({ upstreamId: `SHOP-${n + 1}` }));
		return { provider: 'digitalRiver', limit: 3 };
	}),
	'digitalRiver cancel': scene('cancel', async (stage) => await ordered(stage, 'digitalRiver')),
};
