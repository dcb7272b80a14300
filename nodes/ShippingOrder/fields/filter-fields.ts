import type { INodeProperties } from 'n8n-workflow';
import { textField } from '../../shared/parameters/text-field';
import { timeField } from '../../shared/parameters/time-field';
import { SHIPMENT_STATUSES } from '../../shared/providers/delivery-solutions/shipment-status';

/** What narrows the list of shipments (Shipping Order API, list). */
export const filterField: INodeProperties = {
	displayName: 'Filters',
	name: 'filters',
	type: 'collection',
	default: {},
	placeholder: 'Add filter',
	description: 'Without any, the shipments of the last 24 hours are listed',
	options: [
		timeField('Created After', 'createdAfter', 'Shipments that were made then or later'),
		timeField(
			'Created Before',
			'createdBefore',
			'Shipments that were made until then. Needs Created After; left out, it is now.',
		),
		timeField(
			'Delivery Ends By',
			'deliveryEndsBy',
			'Shipments that must be delivered until then. Needs Pickup Starts From.',
		),
		textField(
			'External Order IDs',
			'externalOrderIds',
			'SHOP-1001, SHOP-1002',
			'At most 100, with commas in between, or a list',
		),
		textField('Group ID', 'groupId', 'ORDER-1001', 'Capital letters count'),
		textField(
			'Location IDs',
			'locationIds',
			'7709, 100983',
			'At most 100, with commas in between, or a list',
		),
		timeField(
			'Pickup Starts From',
			'pickupStartsFrom',
			'Shipments that can be picked up then or later. Needs Delivery Ends By.',
		),
		{
			displayName: 'Status',
			name: 'status',
			type: 'multiOptions',
			options: Object.entries(SHIPMENT_STATUSES).map(([value, { name }]) => ({ name, value })),
			default: [],
			description: 'Shipments in one of these states',
		},
		timeField('Updated After', 'updatedAfter', 'Shipments that changed then or later'),
		timeField(
			'Updated Before',
			'updatedBefore',
			'Shipments that last changed until then. Needs Updated After; left out, it is now.',
		),
	],
};
