import { FulfillmentOrder } from '../../../../nodes/FulfillmentOrder/FulfillmentOrder.node.ts';
import { Inventory } from '../../../../nodes/Inventory/Inventory.node.ts';
import { Product } from '../../../../nodes/Product/Product.node.ts';
import { ShippingOrder } from '../../../../nodes/ShippingOrder/ShippingOrder.node.ts';

/** The nodes with operations, by the names that workflows have. */
export const NODES = {
	fulfillmentOrder: new FulfillmentOrder(),
	inventory: new Inventory(),
	product: new Product(),
	shippingOrder: new ShippingOrder(),
} as const;

export type NodeKey = keyof typeof NODES;

/** The folder of a node, and what it is about. */
export const PLACES: Readonly<Record<NodeKey, { folder: string; resource: string }>> = {
	fulfillmentOrder: { folder: 'FulfillmentOrder', resource: 'order' },
	inventory: { folder: 'Inventory', resource: 'inventory' },
	product: { folder: 'Product', resource: 'product' },
	shippingOrder: { folder: 'ShippingOrder', resource: 'shipment' },
};
