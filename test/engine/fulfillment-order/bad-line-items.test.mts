import type { INodeParameters } from 'n8n-workflow';
import { testRefusals, type BadInput } from '../support/bad-input.mts';
import { useOrderDesk } from '../support/order-desk.mts';
import { createParameters, line } from '../support/order-parameters.mts';
import { seenError } from '../support/seen.mts';

const desk = useOrderDesk();

const lines = (...item: INodeParameters[]): INodeParameters => ({ lineItems: { item } });
const asJson = (lineItemsJson: string): INodeParameters => ({
	lineItemsInput: 'json',
	lineItemsJson,
});
const LINES: BadInput[] = [
	['no line items', () => lines(), "'Line Items' holds no line item"],
	['no line items at all', () => ({ lineItems: {} }), "'Line Items' holds no line item"],
	['no product', () => lines(line('={{ "" }}')), "'Product' of line item 1 is empty"],
	[
		"a shop's own SKU",
		() => lines(line('={{ "MUG-BLUE" }}')),
		`'Product' of line item 1 is "MUG-BLUE", but must be Flexport's own SKU`,
	],
	[
		'a SKU that is too short',
		() => lines(line('={{ "D123" }}')),
		`'Product' of line item 1 is "D123", but must be`,
	],
	[
		'quantity 0',
		(sku) => lines(line(sku, 0)),
		"'Quantity' of line item 1 is 0, but must be at least 1",
	],
	[
		'quantity -1',
		(sku) => lines(line(sku, -1)),
		"'Quantity' of line item 1 is -1, but must be at least 1",
	],
	[
		'quantity 1.5',
		(sku) => lines(line(sku, 1.5)),
		"'Quantity' of line item 1 is 1.5, but must be a whole number",
	],
	[
		'quantity "abc"',
		(sku) => lines(line(sku, 'abc')),
		`'Quantity' of line item 1 is "abc", but must be a whole number`,
	],
	[
		'an empty quantity',
		(sku) => lines(line(sku, '={{ "" }}')),
		"'Quantity' of line item 1 is empty",
	],
	[
		'a quantity that is missing',
		(sku) => lines(line(sku, '={{ $json.nothing }}')),
		"'Quantity' of line item 1 is empty",
	],
	[
		'a bad second line',
		(sku) => lines(line(sku), line(sku, 0)),
		"'Quantity' of line item 2 is 0, but must be at least 1",
	],
	[
		'a customs value without its currency',
		(sku) => lines(line(sku, 1, { customsUnitValue: 5 })),
		"'Currency Code' of line item 1 is empty",
	],
	[
		'a currency without its customs value',
		(sku) => lines(line(sku, 1, { customsCurrencyCode: 'USD' })),
		"'Customs Value' of line item 1 is empty",
	],
	['lines that are no JSON', () => asJson('[{ "sku": '), "'Line Items as JSON' is not valid JSON"],
	[
		'lines that are an object',
		() => asJson('{"sku":"DABCDEF1234"}'),
		"'Line Items as JSON' must be a list of objects",
	],
	[
		'lines that are texts',
		() => asJson('["DABCDEF1234"]'),
		"'Line Items as JSON' must be a list of objects",
	],
	['an empty list of lines', () => asJson('[]'), "'Line Items' holds no line item"],
	['empty text for lines', () => asJson('={{ "" }}'), "'Line Items as JSON' is empty"],
	[
		'a line without quantity',
		(sku) => asJson(JSON.stringify([{ sku }])),
		"'Quantity' of line item 1 is empty",
	],
	['a line without SKU', () => asJson('[{ "quantity": 1 }]'), "'Product' of line item 1 is empty"],
];

describe('a bad line item is told by the names in the panel, and nothing is sent', () => {
	testRefusals(desk, LINES);
});

it("a SKU that is typed into the panel is refused by n8n itself, in the panel's words", async () => {
	const { message } = seenError(await desk.run(createParameters('MUG-BLUE')));
	expect(message).toContain(
		'A Flexport SKU is D and ten letters or digits. To find a product by your own SKU, use From List.',
	);
	expect(desk.sent()).toEqual([]);
});
