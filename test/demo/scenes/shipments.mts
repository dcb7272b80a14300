import type { IDataObject } from 'n8n-workflow';
import type { Stage } from '../stage.mts';
import { only } from './orders.mts';

/** An order as a shop might have it, to be delivered from a location of its own. */
export interface ShopDelivery extends IDataObject {
	orderNumber: string;
	location: string;
}

/** Makes an order of the shop that goes out from a location. */
export function shopDelivery(orderNumber: string, zip = '02118'): ShopDelivery {
	return {
		orderNumber,
		location: '7709',
		shipTo: {
			name: 'Ada Lovelace',
			phone: '+1 617 555 0100',
			street: '725 Albany Street',
			city: 'Boston',
			state: 'MA',
			zip,
			country: 'US',
		},
		lines: [{ sku: 'WATCH-1', title: 'Watch', quantity: 1, price: 49.5 }],
		total: 49.5,
		note: 'Please ring twice',
	};
}

/** Hands a shipment to Delivery Solutions, with examples/delivery-solutions-create-shipment.json. */
export async function createShipment(stage: Stage, order: ShopDelivery): Promise<IDataObject> {
	const result = await stage.run('delivery-solutions-create-shipment', order);
	return only(result, 'Shipment is on its way');
}
