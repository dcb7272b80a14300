import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { NODE } from '../harness/index.mts';
import { FULFILLMENT_ORDER } from '../support/order-desk.mts';
import { createParameters } from '../support/order-parameters.mts';
import type { TriggerDesk } from '../support/trigger-desk.mts';
import { DOORS, type DoorKind } from './forged-doors.mts';

/** The external ID of every order here. */
export const SHOP_ORDER = 'SHOP-1';

/** An order at a provider, and what its provider sends about it. */
export interface OrderKind {
	door: DoorKind;
	/** Makes the order, and gives its ID. */
	make: (desk: TriggerDesk) => Promise<string>;
	/** Details of an event about the order with an ID, or about the one with the external ID. */
	byId: (id: string) => IDataObject;
	byExternalId: IDataObject;
	/** A type of event that is about no order, and details. */
	other: [type: string, details: IDataObject];
	/** Reads the order by another node. */
	read: (id: string) => { type: string; parameters: INodeParameters };
	/** What tells whether the order is simplified: a key of the provider's own. */
	ownKey: string;
}

const door = (name: string): DoorKind => {
	const found = DOORS.find((each) => each.name === name);
	if (!found) throw new Error(`There is no ${name}`);
	return found;
};

/** Makes an order by the node for that. */
async function create(desk: TriggerDesk, provider: 'flexport' | 'deliverr', product: string) {
	const parameters = { provider, ...createParameters(product, { externalOrderId: SHOP_ORDER }) };
	const credentials = desk.credentials(provider);
	const run = await desk.engine.runNode(FULFILLMENT_ORDER, parameters, { credentials });
	if (run.error) throw run.error;
	return String(run.items(NODE)[0]?.json.id);
}

const get =
	(provider: string, type = FULFILLMENT_ORDER) =>
	(id: string) => ({
		type,
		parameters: {
			operation: 'get',
			simplify: false,
			...(type === FULFILLMENT_ORDER
				? { provider, order: { __rl: true, mode: 'id', value: id } }
				: { shipment: { __rl: true, mode: 'id', value: id } }),
		},
	});

/** An order at each of the providers. */
export const ORDER_KINDS: readonly OrderKind[] = [
	{
		door: door('Flexport'),
		async make(desk) {
			const { flexport } = desk.sandbox;
			const sku = flexport.addProducts(1)[0]?.logisticsSku ?? '';
			flexport.setInventory(sku, 'DEFAULT', { onHand: 10 });
			return await create(desk, 'flexport', sku);
		},
		byId: (orderId) => ({ orderId }),
		byExternalId: { orderId: null, externalOrderId: SHOP_ORDER },
		other: ['Inventory.Adjusted', {}],
		read: get('flexport'),
		ownKey: 'address',
	},
	{
		door: door('Deliverr'),
		async make(desk) {
			desk.sandbox.deliverr.addProduct({ externalProductId: 'MUG', inventory: 10 });
			return await create(desk, 'deliverr', 'MUG');
		},
		byId: (orderId) => ({ orderId }),
		byExternalId: { orderId: null },
		other: ['INVENTORY_UPDATE', {}],
		read: get('deliverr'),
		ownKey: 'lineItems',
	},
	{
		door: door('Digital River'),
		async make(desk) {
			const order = { id: 9001, upstreamId: SHOP_ORDER, state: 'shipped' };
			return String(desk.sandbox.digitalRiver.addOrder(order).id);
		},
		byId: (fulfillmentOrderId) => ({ fulfillmentOrderId }),
		byExternalId: { fulfillmentOrderId: null, fulfillmentOrderUpstreamId: SHOP_ORDER },
		other: ['fulfillment.created', { orderId: null }],
		read: get('digitalRiver'),
		ownKey: 'items',
	},
	{
		door: door('Delivery Solutions, header token'),
		async make(desk) {
			const shipment = { orderExternalId: SHOP_ORDER, status: 'IN_TRANSIT' };
			return String(desk.sandbox.deliverySolutions.addShipment(shipment).id);
		},
		byId: (orderId) => ({ orderId }),
		byExternalId: { orderId: null, orderExternalId: SHOP_ORDER },
		other: ['ORDER_DELIVERED', { orderId: null, orderExternalId: null, id: null }],
		read: get('', 'n8n-nodes-fulfillment.shippingOrder'),
		ownKey: 'tenantId',
	},
];
