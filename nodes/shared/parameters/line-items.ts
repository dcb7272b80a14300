import type { INodeParameters, INodeProperties } from 'n8n-workflow';
import { readJsonObjects } from '../checks/json-input';
import type { Json } from '../read';
import type { Item } from '../runner/item';
import { oneOf, param } from './read';

/** Units of a line item. */
export const quantityField: INodeProperties = {
	displayName: 'Quantity',
	name: 'quantity',
	type: 'number',
	typeOptions: { minValue: 1, numberPrecision: 0 },
	default: 1,
	description: 'Number of units',
};

export interface LineItemsShown {
	/** What has the line items, e.g. "orders". */
	of: string;
	/** The fields of one line item. */
	fields: INodeProperties[];
	/** What is filled in from the start. */
	byDefault: INodeParameters;
	/** A SKU, for examples. */
	sku: string;
	/** What JSON takes beside sku and quantity, as a sentence without a full stop. */
	alsoTaken: string;
}

/** Line items that are filled in one by one, or given as a list. */
export function lineItemsProperties({
	of,
	fields,
	byDefault,
	sku,
	alsoTaken,
}: LineItemsShown): INodeProperties[] {
	return [
		{
			displayName: 'Line Items From',
			name: 'lineItemsInput',
			type: 'options',
			options: [
				{ name: 'Fields', value: 'fields', description: 'Fill in each line item below' },
				{
					name: 'JSON',
					value: 'json',
					description: `A list, for ${of} whose number of line items varies`,
				},
			],
			default: 'fields',
			description: 'How to give the line items',
		},
		{
			displayName: 'Line Items',
			name: 'lineItems',
			type: 'fixedCollection',
			typeOptions: { multipleValues: true },
			default: { ...byDefault },
			placeholder: 'Add line item',
			displayOptions: { show: { lineItemsInput: ['fields'] } },
			options: [{ displayName: 'Line Item', name: 'item', values: fields }],
		},
		{
			displayName: 'Line Items as JSON',
			name: 'lineItemsJson',
			type: 'json',
			default: `[\n  ${exampleOf(sku)}\n]`,
			description: `List of objects with sku and quantity. ${alsoTaken}.`,
			displayOptions: { show: { lineItemsInput: ['json'] } },
		},
	];
}

/**
 * The line items that an item gives as a list; undefined if they are filled in one by one.
 * @param sku for the example of a list
 * @throws Failure of kind `input` for JSON that is no list of objects
 */
export function readLineItemsJson(item: Item, sku: string): Json[] | undefined {
	const mode = oneOf(param(item, 'lineItemsInput'), ['fields', 'json'], 'Line Items From');
	if (mode === 'fields') return undefined;
	return readJsonObjects(param(item, 'lineItemsJson'), 'Line Items as JSON', `[${exampleOf(sku)}]`);
}

function exampleOf(sku: string): string {
	return `{ "sku": "${sku}", "quantity": 1 }`;
}
