import type { INodeParameters } from 'n8n-workflow';
import { testPanelRefusals } from '../support/bad-shipment.mts';
import { useShippingDesk } from '../support/shipping-desk.mts';

const desk = useShippingDesk();

const lines = (...item: INodeParameters[]): INodeParameters => ({ lineItems: { item } });

const line = (quantity: number | string, additionalFields: INodeParameters = {}) =>
	lines({ sku: 'WATCH-1', quantity, additionalFields });

const asJson = (lineItemsJson: string): INodeParameters => ({
	lineItemsInput: 'json',
	lineItemsJson,
});

const SIZE = { length: 1, width: 1, height: 1, unit: 'in' };

describe('a bad line item is told by the names in the panel, and nothing is sent', () => {
	testPanelRefusals(desk, [
		['quantity 0', line(0), "'Quantity' of line item 1 is 0, but must be at least 1"],
		['quantity -1', line(-1), "'Quantity' of line item 1 is -1, but must be at least 1"],
		['quantity 1.5', line(1.5), "'Quantity' of line item 1 is 1.5, but must be a whole number"],
		[
			'quantity "abc"',
			line('={{ "abc" }}'),
			`'Quantity' of line item 1 is "abc", but must be a whole number`,
		],
		['no SKU', lines({ sku: '={{ "" }}', quantity: 1 }), "'SKU' of line item 1 is empty"],
		[
			'a SKU of 101 characters',
			lines({ sku: 'x'.repeat(101), quantity: 1 }),
			"'SKU' of line item 1 is 101 characters long, but at most 100 are allowed",
		],
		[
			'a bad second line',
			lines({ sku: 'A', quantity: 1 }, { sku: 'B', quantity: 0 }),
			"'Quantity' of line item 2 is 0, but must be at least 1",
		],
		[
			'a negative price',
			line(1, { price: -0.01 }),
			"'Price' of line item 1 is -0.01, but must be at least 0",
		],
		[
			'a negative sale price',
			line(1, { salePrice: -1 }),
			"'Sale Price' of line item 1 is -1, but must be at least 0",
		],
		[
			'21 tags',
			line(1, { tags: Array.from({ length: 21 }, (_, index) => `t${index}`).join() }),
			"'Tags' of line item 1 holds 21 entries, but at most 20 are allowed",
		],
		[
			'a unit of length that there is not',
			line(1, { size: { values: { ...SIZE, unit: '={{ "m" }}' } } }),
			`'Size Unit' of line item 1 is "m", which is not one of cm, in`,
		],
		[
			'a unit of weight that there is not',
			line(1, { weight: { values: { value: 1, unit: '={{ "g" }}' } } }),
			`'Weight Unit' of line item 1 is "g", which is not one of kg, lb`,
		],
		[
			'a negative weight',
			line(1, { weight: { values: { value: -1, unit: 'kg' } } }),
			"'Weight' of line item 1 is -1, but must be at least 0",
		],
		[
			'an attribute that is no number',
			line(1, {
				itemAttributes: { entries: [{ name: 'size', type: 'number', value: 'large' }] },
			}),
			`'Item Attributes' has "size", which is "large", but must be a number`,
		],
		[
			'101 line items',
			asJson(JSON.stringify(Array.from({ length: 101 }, (_, index) => ({ sku: `S-${index}` })))),
			"'Line Items' holds 101 line items, but at most 100 are allowed",
		],
		['lines that are no JSON', asJson('[{ "sku": '), "'Line Items as JSON' is not valid JSON"],
		[
			'lines that are an object',
			asJson('{ "sku": "A" }'),
			"'Line Items as JSON' must be a list of objects",
		],
		['lines that are texts', asJson('["A"]'), "'Line Items as JSON' must be a list of objects"],
		['empty text for lines', asJson('={{ "" }}'), "'Line Items as JSON' is empty"],
		['a line without SKU', asJson('[{ "quantity": 1 }]'), "'SKU' of line item 1 is empty"],
	]);
});

describe('a bad package is told by the names in the panel, and nothing is sent', () => {
	const parcel = (fields: INodeParameters): INodeParameters => ({
		...line(2),
		package: fields,
	});
	const holds = (...entries: INodeParameters[]) => parcel({ itemList: { entries } });

	testPanelRefusals(desk, [
		[
			'more of an item than there is',
			holds({ sku: 'WATCH-1', quantity: 3 }),
			`'Package Items' holds 3 of "WATCH-1", but 'Line Items' only 2`,
		],
		[
			'more of an item than there is, in two entries',
			holds({ sku: 'WATCH-1', quantity: 2 }, { sku: 'WATCH-1', quantity: 1 }),
			`'Package Items' holds 3 of "WATCH-1", but 'Line Items' only 2`,
		],
		[
			'an item that is not in the shipment',
			holds({ sku: 'MUG-1', quantity: 1 }),
			`'Package Items' holds "MUG-1", which is not among 'Line Items'`,
		],
		[
			'items where the shipment has none',
			{ ...holds({ sku: 'WATCH-1', quantity: 1 }), ...lines() },
			`'Package Items' holds "WATCH-1", which is not among 'Line Items'`,
		],
		[
			'quantity 0 of an item',
			holds({ sku: 'WATCH-1', quantity: 0 }),
			"'Quantity' of package item 1 in 'Package' is 0, but must be at least 1",
		],
		[
			'item quantity 0',
			parcel({ itemQuantity: 0 }),
			"'Item Quantity' in 'Package' is 0, but must be at least 1",
		],
		[
			'a unit of length that there is not',
			parcel({ size: { values: { ...SIZE, unit: '={{ "ft" }}' } } }),
			`'Size Unit' in 'Package' is "ft", which is not one of cm, in`,
		],
		[
			'a negative length',
			parcel({ size: { values: { ...SIZE, length: -1 } } }),
			"'Length' in 'Package' is -1, but must be at least 0",
		],
		[
			'a temperature that there is not',
			parcel({ temperatureControl: '={{ "tepid" }}' }),
			`'Temperature' in 'Package' is "tepid", which is not one of frozen`,
		],
		[
			'a content that there is not',
			parcel({ content: '={{ ["gold"] }}' }),
			`'Content' in 'Package' has the content "gold", which is not one of alcohol`,
		],
		[
			'a barcode of 501 characters',
			parcel({ barcode: 'x'.repeat(501) }),
			"'Barcode' in 'Package' is 501 characters long, but at most 500 are allowed",
		],
	]);
});
