import {
	apiFailure,
	refusalType,
	verdictOf,
} from '../../../nodes/shared/providers/delivery-solutions/api-failure.ts';
import { TYPE_ERRORS } from '../../../nodes/shared/providers/delivery-solutions/error-catalogue.ts';
import { openDeliverySolutions } from '../../../nodes/shared/providers/delivery-solutions/session.ts';
import type { ApiRequest, Session } from '../../../nodes/shared/transport/api-request.ts';
import { itemWith } from '../support/fake-item.mts';

const READ: ApiRequest = { method: 'GET', path: '/shipments/1', repeat: 'always' };
const WRITE: ApiRequest = {
	method: 'POST',
	path: '/shipments',
	repeat: 'checked',
	ifUnknown: 'Look there first.',
};

let session: Session;
beforeAll(async () => {
	session = await openDeliverySolutions(itemWith({}).runtime);
});

interface Circumstances {
	request?: ApiRequest;
	headers?: Record<string, string>;
	words?: Record<string, { what: string; fix: string }>;
	afterDoubt?: boolean;
}

const failure = (status: number, body: unknown = {}, of: Circumstances = {}) =>
	apiFailure(
		session,
		of.request ?? READ,
		{ status, headers: of.headers ?? {}, body, afterDoubt: of.afterDoubt ?? false },
		of.words,
	).facts;

const naming = (parameter: string) => ({
	type: 'VALIDATION_ERROR',
	message: 'm',
	errors: [{ type: 'INVALID', message: 'Wrong', parameter }],
});

describe('the words of a refusal', () => {
	it.each(Object.keys(TYPE_ERRORS))(
		'are those of the catalogue for %s, whatever the status',
		(type) => {
			for (const status of [400, 409, 422]) {
				const { what, fix, transient, code, httpCode } = failure(status, { type });
				expect(what).toBe(`${TYPE_ERRORS[type]?.what} (HTTP ${status})`);
				expect(fix).toBe(TYPE_ERRORS[type]?.fix);
				expect({ transient, code, httpCode }).toEqual({
					transient: TYPE_ERRORS[type]?.transient,
					code: type,
					httpCode: String(status),
				});
			}
		},
	);

	it("hold the API's own words where they name the trouble", () => {
		expect(failure(422, { type: 'INVALID_DATA', message: 'No such location.' })).toMatchObject({
			what: 'Delivery Solutions does not know or allow a value: No such location (HTTP 422)',
			apiMessage: 'No such location.',
		});
	});

	it.each([
		[400, 'VALIDATION_ERROR'],
		[401, 'UNAUTHORIZED'],
		[422, 'INVALID_DATA'],
		[429, 'TOO_MANY_REQUESTS'],
	])('follow the status %d where the type is not known', (status, type) => {
		for (const unknown of ['SOMETHING_NEW', 'constructor', '__proto__']) {
			const { what, code, transient } = failure(status, { type: unknown });
			expect(what).toBe(`${TYPE_ERRORS[type]?.what} (HTTP ${status})`);
			expect(transient).toBe(TYPE_ERRORS[type]?.transient);
			expect(code).toBe(unknown);
		}
	});

	it.each([
		[403, 'Delivery Solutions does not let this account do that (HTTP 403)', false],
		[404, 'There is nothing at this address (HTTP 404)', false],
		[405, 'Delivery Solutions does not know this call (HTTP 405)', false],
		[
			302,
			'Delivery Solutions gave an answer that its documentation does not list (HTTP 302)',
			false,
		],
		[
			409,
			'Delivery Solutions gave an answer that its documentation does not list (HTTP 409)',
			false,
		],
		[502, 'Delivery Solutions failed to process the request (HTTP 502)', true],
		[599, 'Delivery Solutions failed to process the request (HTTP 599)', true],
	])('are those of the gateway for a bare %d', (status, what, transient) => {
		expect(failure(status)).toMatchObject({ what, transient });
	});

	it.each([200, 201])('tell of a page where data belongs: %d', (status) => {
		const { what, fix, transient } = failure(status, '<html>Sign in</html>');
		expect(what).toMatch(/^Something other than Delivery Solutions answered.* \(HTTP \d+\)$/);
		expect(fix).toContain("'Base URL'");
		expect(transient).toBe(true);
	});

	it('may be better ones for a type of one call, or for the status that stands for it', () => {
		const words = { UNAUTHORIZED: { what: 'Who are you', fix: 'Say it.' } };
		for (const body of [{ type: 'UNAUTHORIZED' }, {}]) {
			expect(failure(401, body, { words })).toMatchObject({
				what: 'Who are you (HTTP 401)',
				fix: 'Say it.',
			});
		}
		expect(failure(422, {}, { words }).fix).toBe(TYPE_ERRORS.INVALID_DATA?.fix);
	});

	it('are the same for the gateway, with its code and the id to quote', () => {
		const body = { response: { errors: [{ code: 'UJ0001', message: 'Invalid token.' }] } };
		const headers = { transid: 't-1', bkndtransid: 'b-1', apierrorcode: 'UJ0001' };
		expect(failure(401, body, { headers })).toMatchObject({
			what: 'Delivery Solutions does not accept the access token (HTTP 401)',
			code: 'UJ0001',
			apiMessage: 'Invalid token.',
			requestId: 't-1',
		});
	});

	it('hold the words of the headers where the body is empty', () => {
		const headers = { apierrorcode: 'VALIDATION_ERROR', apierrormsg: 'phone is too long' };
		expect(failure(400, {}, { headers }).what).toBe(
			'Delivery Solutions refused the values: phone is too long (HTTP 400)',
		);
	});
});

describe('the field that the API names', () => {
	it.each([
		['package', 'Package'],
		['orderExternalId', 'External Order ID'],
		['deliveryContact.email', 'Recipient Email'],
		['deliveryAddress.postalCode', 'Postal Code'],
		['pickup.address.postalCode', 'Pickup Postal Code'],
		['package.itemList', 'Package Items'],
		['itemList.0.quantity', 'Line Items'],
		['deliveryAddress.planet', 'Delivery Address'],
		['somethingNew', 'somethingNew'],
		['constructor', 'constructor'],
	])('%s is %s in the panel', (parameter, label) => {
		expect(failure(400, naming(parameter)).field).toBe(label);
	});

	it.each(['itemList[0].quantity', 'itemList[0].sku'])(
		'%s belongs to the line items, however the place is written',
		(parameter) => {
			expect(['Line Items', 'Quantity', 'SKU']).toContain(failure(400, naming(parameter)).field);
		},
	);
});

describe('the documented refusal of a change after dispatch', () => {
	const message = 'Parameter cannot be changed post order dispatch';
	const errors = ['email', 'package'].map((parameter) => ({
		type: 'INVALID_OPERATION',
		message,
		parameter,
		entityId: null,
		entity: null,
	}));
	const body = { type: 'VALIDATION_ERROR', message: 'Failed to process request', errors };

	it('names what cannot be changed, which its own words do not', () => {
		const { what } = failure(422, body);
		expect(what).toContain(message);
		expect(what).toContain('Recipient Email');
		expect(what).toContain('Package');
	});

	it('names the one field of a single error', () => {
		const { what } = failure(422, { ...body, errors: errors.slice(1) });
		expect(what).toContain('Package');
	});
});

describe('a write whose fate is not known', () => {
	it.each([500, 502, 504])('may have been done after %d', (status) => {
		expect(failure(status, {}, { request: WRITE }).fix).toBe(
			'Delivery Solutions may or may not have done this. Look there first.',
		);
	});

	it.each([401, 403, 429])('may have been done before it was turned away with %d', (status) => {
		const { fix } = failure(status, {}, { request: WRITE, afterDoubt: true });
		expect(fix).toMatch(/ Delivery Solutions may or may not have done this\. Look there first\.$/);
	});

	it.each([400, 404, 409, 422])('was not done where it was refused with %d', (status) => {
		const { fix } = failure(status, {}, { request: WRITE, afterDoubt: true });
		expect(fix).not.toContain('may or may not');
	});
});

describe('what the API says of a refusal by its type', () => {
	const verdict = (status: number, body: unknown, headers: Record<string, string> = {}) =>
		verdictOf({ status, headers, body });

	it.each(Object.entries(TYPE_ERRORS))('%s', (type, { transient }) => {
		for (const status of [400, 403, 404, 409, 422]) {
			expect(verdict(status, { type })).toBe(transient ? 'transient' : undefined);
		}
		for (const status of [500, 503]) {
			expect(verdict(status, { type })).toBe(transient ? undefined : 'final');
		}
	});

	it('is read from the headers too', () => {
		expect(verdict(422, '', { apierrorcode: 'PLACE_ORDER_FAILED' })).toBe('transient');
	});

	it.each([200, 201, 302, 429])('is not asked for %d, which says so itself', (status) => {
		expect(verdict(status, { type: 'PLACE_ORDER_FAILED' })).toBeUndefined();
	});

	it.each([400, 422, 500])('is nothing for what the documentation does not know: %d', (status) => {
		for (const body of [{ type: 'NEW' }, { type: 'constructor' }, {}, null, '']) {
			expect(verdict(status, body)).toBeUndefined();
		}
	});

	it('holds for a write that a server refused for good: it was not done', () => {
		expect(failure(500, { type: 'NO_PROVIDER_MATCHED' }, { request: WRITE }).fix).toBe(
			TYPE_ERRORS.NO_PROVIDER_MATCHED?.fix,
		);
	});
});

it.each([
	[409, { type: 'ORDER_ALREADY_CANCELLED' }, 'ORDER_ALREADY_CANCELED'],
	[400, {}, 'VALIDATION_ERROR'],
	[422, { type: 'NEW' }, 'INVALID_DATA'],
	[404, {}, undefined],
	[409, {}, undefined],
])('the type of an answer with %d and %j is %s', (status, body, type) => {
	expect(refusalType({ status, headers: {}, body })).toBe(type);
});
