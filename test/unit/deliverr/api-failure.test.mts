import TYPES from '../../fixtures/deliverr/error-types.json';
import { apiFailure } from '../../../nodes/shared/providers/deliverr/api-failure.ts';
import { deliverrOrders } from '../../../nodes/shared/providers/deliverr/deliverr-orders.ts';
import { HTTP_ERRORS } from '../../../nodes/shared/providers/deliverr/http-errors.ts';
import { ORDER_ERRORS } from '../../../nodes/shared/providers/deliverr/order-errors.ts';
import { openDeliverr } from '../../../nodes/shared/providers/deliverr/session.ts';
import type { ApiRequest, Session } from '../../../nodes/shared/transport/api-request.ts';
import { itemWith } from '../support/fake-item.mts';
import { START, useFakeTime, useRealTime } from '../support/fake-time.mts';

const READ: ApiRequest = { method: 'GET', path: '/orders', repeat: 'always' };
const WRITE: ApiRequest = {
	method: 'POST',
	path: '/orders',
	repeat: 'idempotent',
	ifUnknown: 'Look there first.',
};

let session: Session;
beforeAll(async () => {
	session = await openDeliverr(itemWith({}).runtime);
});

const failure = (status: number, body: unknown = {}, request = READ, words = {}) =>
	apiFailure(session, request, { status, headers: {}, body }, words).facts;

it('the thirteen types of the guide are in the catalogue, each with what happened and what to do', () => {
	for (const type of Object.keys(TYPES)) {
		expect([type, ORDER_ERRORS[type]]).toEqual([
			type,
			expect.objectContaining({
				what: expect.stringMatching(/^[A-Z].{10,}[^.]$/),
				fix: expect.stringMatching(/^[A-Z].{10,}\.$/),
			}),
		]);
	}
});

describe('the words of a refusal', () => {
	it.each(Object.keys(HTTP_ERRORS).map(Number))('are those of the catalogue for %d', (status) => {
		const { what, fix, httpCode, transient } = failure(status);
		expect([what, fix, httpCode, transient]).toEqual([
			`${HTTP_ERRORS[status]?.what} (HTTP ${status})`,
			HTTP_ERRORS[status]?.fix,
			String(status),
			HTTP_ERRORS[status]?.transient,
		]);
	});

	it.each([507, 520, 599])('are those of a server that fails for %d', (status) => {
		expect(failure(status)).toMatchObject({
			what: `Deliverr failed to process the request (HTTP ${status})`,
			transient: true,
		});
	});

	it.each([302, 402, 418])('say that %d is not documented', (status) => {
		expect(failure(status).what).toBe(
			`Deliverr gave an answer that its documentation does not list (HTTP ${status})`,
		);
	});

	it.each([400, 404, 409, 422, 500])('follow the type before the status %d', (status) => {
		const body = { code: status, message: 'm', type: 'ORDER_MISSING_CITY' };
		const words = { [status]: { what: 'Other words', fix: 'Another fix.' } };
		expect(failure(status, body, READ, words)).toMatchObject({
			what: `The address has no city (HTTP ${status})`,
			code: 'ORDER_MISSING_CITY',
			field: 'City',
			apiMessage: 'm',
		});
	});

	it.each(['constructor', '__proto__', 'SOMETHING_NEW'])(
		'follow the status where the type is not known: %s',
		(type) => {
			const facts = failure(400, { code: 400, message: 'zip is odd.', type });
			expect(facts.what).toBe('Deliverr refused the values: zip is odd (HTTP 400)');
			expect(facts.code).toBe(type);
		},
	);

	it.each([undefined, null, '', 'no', 7, [], ['x'], { message: 7, type: {}, code: [] }])(
		'need no body that can be read: %j',
		(body) => {
			expect(failure(403, body)).toMatchObject({ httpCode: '403', transient: false });
			expect(failure(403, body)).not.toHaveProperty('apiMessage');
		},
	);

	it('say of a write whether it may have been done', () => {
		expect(failure(503, {}, WRITE).fix).toBe(
			'Deliverr may or may not have done this. Look there first.',
		);
		expect(failure(403, {}, WRITE).fix).not.toContain('may or may not');
	});
});

describe('an order that failed within the last hour', () => {
	beforeEach(useFakeTime);
	afterEach(useRealTime);

	it('can be created again an hour from now', () => {
		const { retryAt, fix } = failure(400, { type: 'ORDER_PREVIOUSLY_SEEN_ERROR' });
		expect(retryAt).toBe(new Date(START + 3_600_000).toISOString());
		expect(fix).toContain(String(retryAt));
	});

	it.each(Object.keys(TYPES).filter((type) => type !== 'ORDER_PREVIOUSLY_SEEN_ERROR'))(
		'is the only one with a time: not %s',
		(type) => {
			expect(failure(400, { type })).not.toHaveProperty('retryAt');
		},
	);
});

describe('an order that exists', () => {
	const isDuplicate = (status: number, body: unknown = {}) =>
		deliverrOrders.isDuplicate({ status, headers: {}, body });

	it.each([
		[409, {}],
		[409, { type: 'DUPLICATE_ORDER' }],
		[400, { type: 'DUPLICATE_ORDER' }],
		[422, { code: 422, type: 'DUPLICATE_ORDER' }],
	])('is told by %d with %j', (status, body) => {
		expect(isDuplicate(status, body)).toBe(true);
	});

	it.each([
		[200, { type: 'DUPLICATE_ORDER' }],
		[400, { type: 'ORDER_PREVIOUSLY_SEEN_ERROR' }],
		[400, {}],
		[503, { type: 'DUPLICATE_ORDER' }],
	])('is not told by %d with %j', (status, body) => {
		expect(isDuplicate(status, body)).toBe(false);
	});
});
