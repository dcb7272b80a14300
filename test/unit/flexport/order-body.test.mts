import { ORDER_FIELDS } from '../../../nodes/shared/providers/flexport/order-fields.ts';
import { toOrderBody } from '../../../nodes/shared/providers/flexport/order-body.ts';
import type { OrderInput, Recipient } from '../../../nodes/shared/vocabulary/order.ts';
import { findingsIn } from '../support/findings.mts';

const NOBODY: Recipient = {
	name: '',
	company: '',
	phone: '',
	address1: '1 Market Street',
	address2: '',
	city: 'San Francisco',
	provinceCode: '',
	postalCode: '',
	countryCode: 'US',
};

const INPUT: OrderInput = {
	externalOrderId: 'SHOP-1001',
	recipient: NOBODY,
	lineItems: [{ sku: 'DABCDEF1234', quantity: 2, extra: {} }],
	shipBy: '',
	deliverBy: '',
	shipMethod: '',
	extra: {},
};

const bodyOf = (changes: Partial<OrderInput> = {}, timezone = 'America/New_York') =>
	toOrderBody({ ...INPUT, ...changes }, timezone);
const addressOf = (changes: Partial<Recipient>) =>
	bodyOf({ recipient: { ...NOBODY, ...changes } }).address;

describe('the body of CreateOrder', () => {
	it('holds no more than what was filled in', () => {
		expect(bodyOf()).toEqual({
			externalOrderId: 'SHOP-1001',
			address: { address1: '1 Market Street', city: 'San Francisco', countryCode: 'US' },
			lineItems: [{ logisticsSku: 'DABCDEF1234', quantity: 2 }],
		});
	});

	it('passes the check of the documentation', () => {
		expect(findingsIn(bodyOf(), ORDER_FIELDS)).toEqual([]);
	});

	it("gives the parts of the address Flexport's names", () => {
		const recipient = {
			name: 'Ada Lovelace',
			company: 'Engines Ltd',
			phone: '+1 415 555 0100',
			address1: '1 Market Street',
			address2: 'Apt 4',
			city: 'San Francisco',
			provinceCode: 'CA',
			postalCode: '94105',
			countryCode: 'US',
		};
		const { postalCode, ...same } = recipient;
		expect(bodyOf({ recipient }).address).toEqual({ ...same, zip: postalCode });
	});

	it.each([
		['us', 'US'],
		[' de ', 'DE'],
		['Mx', 'MX'],
	])('writes the country %j as %s', (countryCode, written) => {
		expect(addressOf({ countryCode })).toMatchObject({ countryCode: written });
	});

	it('takes the external order ID without the spaces around it', () => {
		expect(bodyOf({ externalOrderId: ' SHOP-1 ' }).externalOrderId).toBe('SHOP-1');
	});

	it("takes a line item's SKU without the spaces around it", () => {
		const lineItems = [{ sku: ' DABCDEF1234\n', quantity: 1, extra: {} }];
		expect(bodyOf({ lineItems }).lineItems).toEqual([{ logisticsSku: 'DABCDEF1234', quantity: 1 }]);
	});

	it('takes a quantity that an expression gave as text for the number that it is', () => {
		const lineItems = [{ sku: 'DABCDEF1234', quantity: '3', extra: {} }];
		expect(bodyOf({ lineItems }).lineItems).toEqual([{ logisticsSku: 'DABCDEF1234', quantity: 3 }]);
	});

	it('leaves a quantity that is no number to the check', () => {
		const lineItems = [{ sku: 'DABCDEF1234', quantity: 'three', extra: {} }];
		expect(findingsIn(bodyOf({ lineItems }), ORDER_FIELDS)).toEqual([
			'\'Quantity\' of line item 1 is "three", but must be a whole number',
		]);
	});

	it.each([
		['America/New_York', '2030-01-31T22:00:00.000Z'],
		['Asia/Tokyo', '2030-01-31T08:00:00.000Z'],
	])('takes promised dates without a zone for those of the workflow: %s', (timezone, instant) => {
		const body = bodyOf({ shipBy: '2030-01-31T17:00:00', deliverBy: '2030-02-03' }, timezone);
		expect(body.promisedShipByTime).toBe(instant);
		expect(body.promisedDeliveryByTime).toMatch(/^2030-02-0[23]T\d\d:00:00\.000Z$/);
	});

	it("keeps what only Flexport has, in Flexport's names and with its types", () => {
		const extra = { deliveryDays: '4', isSubscriptionOrder: 'true', source: 'WEBSITE' };
		expect(bodyOf({ extra, shipMethod: 'Standard' })).toMatchObject({
			deliveryDays: 4,
			isSubscriptionOrder: true,
			source: 'WEBSITE',
			shipMethod: 'Standard',
		});
	});

	it('does not change what it was given', () => {
		const input = { ...INPUT, extra: { duties: { merchantOfRecordOrderId: 5 } } };
		const before = structuredClone(input);
		toOrderBody(input, 'UTC');
		expect(input).toEqual(before);
	});
});
