import type { IDataObject } from 'n8n-workflow';
import { SHIPMENT_FIELDS } from '../../../engine/support/shipment-fields.mts';
import type { Scene, Stage } from './scenes.mts';

const shipment = { __rl: true, mode: 'id', value: 'SHOP-1' };

const FIELDS: IDataObject = { ...SHIPMENT_FIELDS, countryCode: 'US' };

/** A body of create with an attribute that tells the sandbox what to do. */
const told = (orderAttributes: IDataObject) =>
	JSON.stringify({
		orderExternalId: 'SHOP-1',
		locationExternalId: '7709',
		deliveryContact: { name: 'Ada Lovelace', phone: '+1 617 555 0100' },
		deliveryAddress: { street1: '725 Albany Street', postalCode: '02118' },
		orderAttributes,
	});

const LABEL = { options: { downloadLabel: true } };

const add = ({ sandbox }: Stage, status: string) => {
	sandbox.deliverySolutions.addShipment({ orderExternalId: 'SHOP-1', status });
	return { shipment };
};

const scene = (operation: string, panel: Scene['panel']): Scene => ({
	node: 'shippingOrder',
	operation,
	panel,
});

/** The operations about shipments. */
export const SHIPMENT_SCENES: Readonly<Record<string, Scene>> = {
	'shipment create': scene('create', () => FIELDS),
	'shipment create, with a label behind a link': scene('create', () => ({
		inputMode: 'json',
		jsonBody: told({ sandboxLabel: 'link' }),
		...LABEL,
	})),
	'shipment create, with a label in the answer': scene('create', () => ({
		inputMode: 'json',
		jsonBody: told({ sandboxLabel: 'file' }),
		...LABEL,
	})),
	'shipment create, exists': scene('create', async (stage) => {
		await stage.run('shippingOrder', { ...FIELDS, operation: 'create' });
		return FIELDS;
	}),
	'shipment get': scene('get', (stage) => add(stage, 'IN_TRANSIT')),
	'shipment getAll': scene('getAll', ({ sandbox }) => {
		sandbox.deliverySolutions.addShipments(3, (n) => ({ orderExternalId: `SHOP-${n}` }));
		return { returnAll: true, options: { pageSize: 2 } };
	}),
	'shipment getStatusHistory': scene('getStatusHistory', async (stage) => {
		const jsonBody = told({ sandboxLife: 'ORDER_DISPATCHED,STAGED,IN_TRANSIT' });
		await stage.run('shippingOrder', { operation: 'create', inputMode: 'json', jsonBody });
		await stage.pass(10 * 60_000);
		return { shipment };
	}),
	'shipment update': scene('update', (stage) => ({
		...add(stage, 'PENDING_RELEASE'),
		updateFields: { deliveryInstructions: 'Ring twice' },
	})),
	'shipment retry': scene('retry', (stage) => add(stage, 'ORDER_FAILED')),
	'shipment cancel': scene('cancel', (stage) => add(stage, 'ORDER_DISPATCHED')),
};
