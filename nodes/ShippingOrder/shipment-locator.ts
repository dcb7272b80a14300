import type { INodeProperties } from 'n8n-workflow';
import { locatorParam } from '../shared/parameters/read';
import type { Item } from '../shared/runner/item';

export const shipmentLocator: INodeProperties = {
	displayName: 'Shipment',
	name: 'shipment',
	type: 'resourceLocator',
	default: { mode: 'id', value: '' },
	required: true,
	description: 'The shipment to use',
	modes: [
		{
			displayName: 'By ID',
			name: 'id',
			type: 'string',
			placeholder: 'e.g. SHOP-1001',
			hint: "Your own ID of the shipment, or Delivery Solutions' ID of it",
		},
		{
			displayName: 'From List',
			name: 'list',
			type: 'list',
			placeholder: 'Select a shipment...',
			hint: 'Shipments that changed in the last 30 days',
			typeOptions: { searchListMethod: 'searchShipments', searchable: true },
		},
	],
};

/** The shipment that an item points at: an id, external or not. */
export function shipmentIdOf(item: Item): string {
	return locatorParam(item, 'shipment').value.trim();
}
