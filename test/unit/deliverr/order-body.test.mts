import type { IDataObject } from 'n8n-workflow';
import curlBody from '../../fixtures/deliverr/curl-body.json';
import { check } from '../../../nodes/shared/checks/check.ts';
import { Failure } from '../../../nodes/shared/failure.ts';
import { toOrderBody } from '../../../nodes/shared/providers/deliverr/order-body.ts';
import {
	domesticRule,
	ORDER_FIELDS,
} from '../../../nodes/shared/providers/deliverr/order-fields.ts';
import type { OrderInput, Recipient } from '../../../nodes/shared/vocabulary/order.ts';
import { pathsOf } from '../support/paths.mts';

const ADA: Recipient = {
	name: 'Ada Lovelace',
	company: '',
	phone: '',
	address1: '1 Market Street',
	address2: '',
	city: 'San Francisco',
	provinceCode: 'CA',
	postalCode: '94105',
	countryCode: 'US',
};

const INPUT: OrderInput = {
	externalOrderId: 'SHOP-1001',
	recipient: ADA,
	lineItems: [{ sku: 'MUG', quantity: 2, extra: {} }],
	shipBy: '',
	deliverBy: '',
	shipMethod: '',
	extra: {},
};

const bodyOf = (changes: Partial<OrderInput> = {}, timezone = 'America/New_York') =>
	toOrderBody({ ...INPUT, ...changes }, timezone);
const addressOf = (changes: Partial<Recipient>) =>
	bodyOf({ recipient: { ...ADA, ...changes } }).shiptoAddress;

/** All that is found in a body; empty if it is in order. */
function findings(body: IDataObject): string[] {
	try {
		check(body, ORDER_FIELDS, 'json', [domesticRule]);
		return [];
	} catch (error) {
		if (!(error instanceof Failure)) throw error;
		return [error.facts.what, ...(error.facts.alsoFound ?? [])];
	}
}

describe('the body of Create Order', () => {
	it("has the fields of the guide's curl body, and no other, where all are given", () => {
		const body = bodyOf({
			recipient: { ...ADA, company: 'Engines', address2: 'Apt 4' },
			shipBy: '2030-01-31T10:00:00Z',
			deliverBy: '2030-02-03T10:00:00Z',
			shipMethod: 'Standard',
			extra: { source: 'WEB', sourceOrderId: '7', orderTime: '2030-01-30T10:00:00Z' },
		});
		expect(pathsOf(body)).toEqual(pathsOf(curlBody));
		expect(findings({ ...body })).toEqual([]);
	});

	it('tells n8n as the source and the external ID as its order, where no other is given', () => {
		expect(bodyOf()).toMatchObject({ source: 'n8n', sourceOrderId: 'SHOP-1001' });
		const extra = { source: 'WEB', sourceOrderId: '7' };
		expect(bodyOf({ extra })).toMatchObject({ source: 'WEB', sourceOrderId: '7' });
	});

	it('has no phone, which the guide does not know', () => {
		expect(addressOf({ phone: '+1 415 555 0100' })).not.toHaveProperty('phone');
	});

	it.each(['us', ' us ', 'Us'])('takes the country %j for a code', (countryCode) => {
		expect(addressOf({ countryCode })).toMatchObject({ countryCode: 'US' });
	});

	it.each([
		['America/New_York', '2030-01-31T22:00:00.000Z'],
		['Asia/Tokyo', '2030-01-31T08:00:00.000Z'],
	])('takes times without a zone for those of the workflow: %s', (timezone, instant) => {
		const local = '2030-01-31T17:00:00';
		const body = bodyOf({ shipBy: local, deliverBy: local, extra: { orderTime: local } }, timezone);
		expect(body).toMatchObject({
			orderShipmentTime: instant,
			orderDeliveryTime: instant,
			orderCreationTime: instant,
		});
	});
});

describe("the checks of the guide's body", () => {
	const body = (changes: IDataObject = {}, address: IDataObject = {}): IDataObject => ({
		...curlBody,
		shiptoAddress: { ...curlBody.shiptoAddress, countryCode: 'US', ...address },
		lineItems: [{ externalProductId: 'string', quantity: 1 }],
		...changes,
	});

	it('let it pass with one unit and a country', () => {
		expect(findings(body())).toEqual([]);
	});

	it('find the two things that it is not', () => {
		expect(findings({ ...curlBody })).toEqual([
			`'shiptoAddress.countryCode' in 'JSON Body' is "string", which is not the code of a country`,
			"'lineItems[0].quantity' in 'JSON Body' is 0, but must be at least 1",
		]);
	});

	it.each([
		['2019-08-24T14:15:21Z', 1],
		['2019-08-24T14:15:22Z', 0],
		['2019-08-24T10:15:22-04:00', 0],
		['2019-08-24T14:15:23Z', 0],
	])('find a delivery before the shipment, and no other: %s', (orderDeliveryTime, count) => {
		expect(findings(body({ orderDeliveryTime }))).toHaveLength(count);
	});

	it.each([
		[{ state: '' }, 1],
		[{ postcode: '  ' }, 1],
		[{ state: '', postcode: '' }, 2],
		[{ state: '', postcode: '', countryCode: 'GB' }, 0],
		[{ state: undefined, postcode: undefined, countryCode: 'PR' }, 0],
	])('ask for state and postal code within the United States only: %j', (address, count) => {
		expect(findings(body({}, address))).toHaveLength(count);
	});
});
