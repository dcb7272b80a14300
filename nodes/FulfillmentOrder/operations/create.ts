import type { INodeProperties } from 'n8n-workflow';
import { readJsonObject } from '../../shared/checks/json-input';
import { simplifyProperty } from '../../shared/parameters/common';
import { optionsOf } from '../../shared/parameters/execution-options';
import { showFor, type Operation } from '../../shared/parameters/operation';
import { groupParam, isJsonInput, oneOf, param } from '../../shared/parameters/read';
import { looseFlag } from '../../shared/read';
import { createFields } from '../fields/create-fields';
import { orderInputMode } from '../fields/json-examples';
import { readOrder } from '../fields/read-order';
import { resultOutput } from '../order-output';
import { forProviders } from '../../shared/parameters/provider';
import { providerOf } from '../provider';

const createOptions: INodeProperties[] = [
	{
		displayName: 'If Order Already Exists',
		name: 'ifExists',
		type: 'options',
		options: [
			{
				name: 'Fail',
				value: 'fail',
				description: 'Report it, with the ID of the order that exists',
			},
			{
				name: 'Return It',
				value: 'return',
				description:
					'Give the order that exists. If its line items, country, postal code or recipient differ, it fails all the same. A changed street or city is not noticed.',
			},
		],
		default: 'return',
		description: 'What to do if there is an order with this external order ID already',
	},
	forProviders(['flexport', 'deliverr'], {
		displayName: 'Look Up First',
		name: 'lookUpFirst',
		type: 'boolean',
		default: false,
		description:
			'Whether to ask for the external order ID before each order is created. The provider refuses a second order by itself; this takes one more request and does not rely on that.',
	}),
];

export const create: Operation = {
	value: 'create',
	name: 'Create',
	action: 'Create fulfillment order',
	description: 'Create an order to be shipped to a customer',
	properties: [
		...orderInputMode,
		...createFields.map((field) => showFor(field, 'inputMode', 'fields')),
		simplifyProperty,
		optionsOf(createOptions),
	],
	run: async (item) => {
		const provider = providerOf(item);
		const asJson = isJsonInput(item);
		const body = asJson
			? readJsonObject(param(item, 'jsonBody'), 'JSON Body')
			: provider.toBody(readOrder(item), item.ctx.getTimezone());
		const { ifExists, lookUpFirst } = groupParam(item, 'options');
		const result = await provider.create(item.runtime, body, {
			ifExists: oneOf(ifExists ?? 'return', ['return', 'fail'], 'If Order Already Exists'),
			lookUpFirst: looseFlag(lookUpFirst) ?? false,
			naming: asJson ? 'json' : 'panel',
		});
		return [resultOutput(item, provider, result)];
	},
};
