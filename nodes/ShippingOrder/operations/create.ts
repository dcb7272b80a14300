import type { INodeProperties } from 'n8n-workflow';
import { readJsonObject } from '../../shared/checks/json-input';
import { inputModeProperties, simplifyProperty } from '../../shared/parameters/common';
import { optionsOf } from '../../shared/parameters/execution-options';
import { showFor, type Operation } from '../../shared/parameters/operation';
import { groupParam, isJsonInput, oneOf, param } from '../../shared/parameters/read';
import { createShipment } from '../../shared/providers/delivery-solutions/create-shipment';
import { openDeliverySolutions } from '../../shared/providers/delivery-solutions/session';
import { looseFlag } from '../../shared/read';
import { createFields } from '../fields/create-fields';
import { readShipment } from '../fields/read-shipment';
import { labelOptions } from '../label-options';
import { resultOutput } from '../shipment-output';

const EXAMPLE = `{
  "orderExternalId": "SHOP-1001",
  "locationExternalId": "7709",
  "deliveryContact": { "name": "Ada Lovelace", "phone": "+1 617 555 0100" },
  "deliveryAddress": {
    "street1": "725 Albany Street",
    "city": "Boston",
    "state": "MA",
    "postalCode": "02118",
    "countryCode": "US"
  },
  "itemList": [{ "sku": "WATCH-1", "quantity": 1 }]
}`;

const createOptions: INodeProperties[] = [
	{
		displayName: 'If Shipment Already Exists',
		name: 'ifExists',
		type: 'options',
		options: [
			{ name: 'Fail', value: 'fail', description: 'Report it' },
			{
				name: 'Return It',
				value: 'return',
				description:
					'Give the shipment that exists. If its line items, location, country, postal code or recipient differ, it fails all the same.',
			},
		],
		default: 'return',
		description: 'What to do if there is a shipment with this external order ID already',
	},
	{
		displayName: 'Look Up First',
		name: 'lookUpFirst',
		type: 'boolean',
		default: false,
		description:
			'Whether to ask for the external order ID before each shipment is created. The API refuses a second one by itself; this takes one more request and does not rely on that.',
	},
];

export const create: Operation = {
	value: 'create',
	name: 'Create',
	action: 'Create shipping order',
	description: 'Create a shipment to be picked up and delivered',
	properties: [
		...inputModeProperties('shipment', EXAMPLE),
		...createFields.map((field) => showFor(field, 'inputMode', 'fields')),
		simplifyProperty,
		optionsOf([...createOptions, ...labelOptions]),
	],
	run: async (item) => {
		const asJson = isJsonInput(item);
		const body = asJson ? readJsonObject(param(item, 'jsonBody'), 'JSON Body') : readShipment(item);
		const { ifExists, lookUpFirst } = groupParam(item, 'options');
		const session = await openDeliverySolutions(item.runtime);
		const result = await createShipment(session, body, {
			ifExists: oneOf(ifExists ?? 'return', ['return', 'fail'], 'If Shipment Already Exists'),
			lookUpFirst: looseFlag(lookUpFirst) ?? false,
			naming: asJson ? 'json' : 'panel',
		});
		return [await resultOutput(item, result)];
	},
};
