import type { IDataObject } from 'n8n-workflow';
import { create } from '../../../nodes/FulfillmentOrder/operations/create.ts';
import { FULL_ORDER_PANEL } from '../support/order-panel.mts';
import { refusalOf, sentBody } from '../support/sent-body.mts';

const withExtras = (additionalFields: IDataObject) => ({ ...FULL_ORDER_PANEL, additionalFields });
const withLine = (line: IDataObject) => ({
	...FULL_ORDER_PANEL,
	lineItems: { item: [{ product: 'DABCDEF1234', quantity: 1, ...line }] },
});

describe('what an expression gives for a text', () => {
	it('may be a number', async () => {
		const panel = { ...FULL_ORDER_PANEL, externalOrderId: 1001, postalCode: 94105 };
		expect(await sentBody(create, panel)).toMatchObject({
			externalOrderId: '1001',
			address: { zip: '94105' },
		});
	});

	it.each([
		['Recipient Name', { recipientName: { first: 'Ada' } }],
		['Address Line 2', { address2: ['Apt 4'] }],
		['State or Province Code', { provinceCode: { code: 'CA' } }],
		['Postal Code', { postalCode: ['94105'] }],
	])('is refused by its name and not left out where it is no text: %s', async (label, changes) => {
		const { what } = await refusalOf(create, { ...FULL_ORDER_PANEL, ...changes });
		expect(what).toContain(`'${label}'`);
	});

	it.each([
		['Company', { company: { name: 'Engines Ltd' } }],
		['Phone', { phone: ['+1 415 555 0100'] }],
		['Shipping Method', { shipMethod: { name: 'Standard' } }],
		['Ship By', { shipBy: { date: '2099-01-31' } }],
		['Deliver By', { deliverBy: true }],
	])('is refused in Additional Fields as well: %s', async (label, extras) => {
		expect((await refusalOf(create, withExtras(extras))).what).toContain(`'${label}'`);
	});
});

describe('a promised date', () => {
	it.each([
		['text with a zone', '2099-01-31T17:00:00Z'],
		['text in the time zone of the workflow', '2099-01-31T12:00:00'],
		['a date of JavaScript', new Date('2099-01-31T17:00:00Z')],
	])('may be %s', async (_sort, shipBy) => {
		expect(await sentBody(create, withExtras({ shipBy }))).toMatchObject({
			promisedShipByTime: '2099-01-31T17:00:00.000Z',
		});
	});
});

describe('a line item', () => {
	it.each([
		['a locator', { __rl: true, mode: 'list', value: 'DABCDEF1234' }],
		['a locator of an older workflow', { mode: 'id', value: 'DABCDEF1234' }],
		['the SKU alone', 'DABCDEF1234'],
	])('names its product by %s', async (_how, product) => {
		expect(await sentBody(create, withLine({ product }))).toMatchObject({
			lineItems: [{ logisticsSku: 'DABCDEF1234', quantity: 1 }],
		});
	});

	it.each([null, undefined, ''])(
		'whose quantity an expression leaves empty is refused, not taken for one piece: %j',
		async (quantity) => {
			const { what } = await refusalOf(create, withLine({ quantity }));
			expect(what).toBe("'Quantity' of line item 1 is empty");
		},
	);

	it('of a list in JSON needs its quantity too', async () => {
		const lineItemsJson = [{ sku: 'DABCDEF1234' }];
		const panel = { ...FULL_ORDER_PANEL, lineItemsInput: 'json', lineItemsJson };
		expect((await refusalOf(create, panel)).what).toBe("'Quantity' of line item 1 is empty");
	});

	it.each(['{}', '"DABCDEF1234"', '[1]', '[null]', '[[]]', '5'])(
		'is missed where the JSON is no list of objects: %s',
		async (lineItemsJson) => {
			const panel = { ...FULL_ORDER_PANEL, lineItemsInput: 'json', lineItemsJson };
			expect(await refusalOf(create, panel)).toMatchObject({
				what: "'Line Items as JSON' must be a list of objects",
				field: 'Line Items as JSON',
			});
		},
	);
});

describe('what an order cannot do without', () => {
	it.each([
		['External Order ID', { externalOrderId: '' }],
		['Address Line 1', { address1: '' }],
		['City', { city: '' }],
		['Country Code', { countryCode: '' }],
	])('is asked for by its name: %s', async (label, changes) => {
		expect((await refusalOf(create, { ...FULL_ORDER_PANEL, ...changes })).what).toBe(
			`'${label}' is empty`,
		);
	});

	it('is at least one line item', async () => {
		expect((await refusalOf(create, { ...FULL_ORDER_PANEL, lineItems: {} })).what).toBe(
			"'Line Items' holds no line item",
		);
	});
});

it.each(['dhl', '', 'constructor', 'toString'])(
	'a provider that there is not is refused: %j',
	async (provider) => {
		expect(await refusalOf(create, { ...FULL_ORDER_PANEL, provider })).toMatchObject({
			kind: 'input',
			what: `'Provider' is "${provider}", which this node does not know`,
			fix: 'Choose one of flexport, deliverr, digitalRiver.',
		});
	},
);
