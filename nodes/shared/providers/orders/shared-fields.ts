import type { Field } from '../../checks/field';

/** Units of a line item. */
export const QUANTITY: Field = {
	key: 'quantity',
	label: 'Quantity',
	kind: 'number',
	required: true,
	min: 1,
	whole: true,
};

/** The line items of an order, of which there is at least one. */
export const lineItemsField = (key: string, fields: readonly Field[]): Field => ({
	key,
	label: 'Line Items',
	kind: 'list',
	required: true,
	min: 1,
	entry: 'line item',
	fields,
});
