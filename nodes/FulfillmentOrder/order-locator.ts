import type { INodeProperties } from 'n8n-workflow';
import { locatorParam } from '../shared/parameters/read';
import type { OrderRef } from '../shared/providers/order-provider';
import type { Item } from '../shared/runner/item';

export const orderLocator: INodeProperties = {
	displayName: 'Order',
	name: 'order',
	type: 'resourceLocator',
	default: { mode: 'externalId', value: '' },
	required: true,
	description: 'The order to use',
	modes: [
		{
			displayName: 'Your ID',
			name: 'externalId',
			type: 'string',
			placeholder: 'e.g. SHOP-1001',
			hint: 'Your own ID of the order, as it was given when the order was created',
		},
		{
			displayName: 'By ID',
			name: 'id',
			type: 'string',
			placeholder: 'e.g. 127405472',
			hint: "The provider's own ID of the order",
		},
	],
};

/** The order that an item points at. */
export function orderRefOf(item: Item): OrderRef {
	const { mode, value } = locatorParam(item, 'order');
	return { by: mode === 'externalId' ? 'externalId' : 'id', value: value.trim() };
}
