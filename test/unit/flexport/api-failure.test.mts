import { apiFailure } from '../../../nodes/shared/providers/flexport/api-failure.ts';
import { CODE_ERRORS, HTTP_ERRORS } from '../../../nodes/shared/providers/flexport/http-errors.ts';
import { openFlexport } from '../../../nodes/shared/providers/flexport/session.ts';
import type { ApiRequest, Session } from '../../../nodes/shared/transport/api-request.ts';
import { itemWith } from '../support/fake-item.mts';

const READ: ApiRequest = { method: 'GET', path: '/products', repeat: 'always' };
const WRITE: ApiRequest = {
	method: 'POST',
	path: '/orders',
	repeat: 'idempotent',
	ifUnknown: 'Look there first.',
};

let session: Session;
beforeAll(async () => {
	session = await openFlexport(itemWith({}).runtime);
});

const failure = (
	status: number,
	body: unknown = {},
	{
		request = READ,
		headers = {},
		words = {},
	}: {
		request?: ApiRequest;
		headers?: Record<string, string>;
		words?: Record<number, { what: string; fix: string }>;
	} = {},
) => apiFailure(session, request, { status, headers, body }, words).facts;

describe('the words of a refusal', () => {
	it.each(Object.keys(HTTP_ERRORS).map(Number))('are those of the catalogue for %d', (status) => {
		expect(failure(status)).toEqual({
			kind: 'api',
			what: `${HTTP_ERRORS[status]?.what} (HTTP ${status})`,
			fix: HTTP_ERRORS[status]?.fix,
			httpCode: String(status),
			transient: HTTP_ERRORS[status]?.transient,
		});
	});

	it.each([507, 520, 599])('are those of a server that fails for %d', (status) => {
		const { what, transient } = failure(status);
		expect(what).toBe(`Flexport failed to process the request (HTTP ${status})`);
		expect(transient).toBe(true);
	});

	it.each([302, 402, 418])('say that %d is not documented', (status) => {
		const { what, transient } = failure(status);
		expect(what).toBe(
			`Flexport gave an answer that its documentation does not list (HTTP ${status})`,
		);
		expect(transient).toBe(false);
	});

	it.each(Object.keys(CODE_ERRORS))('follow the code %s before the status', (code) => {
		const { what, fix, code: found } = failure(400, { code, message: 'm' });
		expect(what).toBe(`${CODE_ERRORS[code]?.what} (HTTP 400)`);
		expect(fix).toBe(CODE_ERRORS[code]?.fix);
		expect(found).toBe(code);
	});

	it.each(['constructor', 'toString', '__proto__', 'SOMETHING_NEW'])(
		'follow the status where the code is not known: %s',
		(code) => {
			const facts = failure(422, { code, message: 'm' });
			expect(facts.what).toBe('Flexport refused the values: m (HTTP 422)');
			expect(facts.code).toBe(code);
		},
	);

	it.each([400, 422])("hold the API's own words for %d, as they name the field", (status) => {
		const { what, apiMessage } = failure(status, { detail: 'zip is missing.' });
		expect(what).toBe(`${HTTP_ERRORS[status]?.what}: zip is missing (HTTP ${status})`);
		expect(apiMessage).toBe('zip is missing.');
	});

	it.each([401, 403, 404, 409, 423, 429, 500, 503])(
		"leave the API's own words to the facts beside them for %d",
		(status) => {
			const { what, apiMessage } = failure(status, { detail: 'zip is missing.' });
			expect(what).toBe(`${HTTP_ERRORS[status]?.what} (HTTP ${status})`);
			expect(apiMessage).toBe('zip is missing.');
		},
	);

	it('may be better ones for a status of one call', () => {
		const words = { 404: { what: 'No such order', fix: 'Check the ID.' } };
		expect(failure(404, {}, { words })).toMatchObject({
			what: 'No such order (HTTP 404)',
			fix: 'Check the ID.',
		});
		expect(failure(403, {}, { words }).what).toBe('The API token may not do this (HTTP 403)');
	});

	it('tell of a page where data belongs', () => {
		const { what, fix } = failure(200, '<html>Sign in</html>');
		expect(what).toMatch(/^Something other than Flexport answered.* \(HTTP 200\)$/);
		expect(fix).toContain("'Base URL'");
	});
});

describe('a write that a server failed to answer', () => {
	it.each([500, 502, 503, 504])('may have been done after %d, and the fix says so', (status) => {
		expect(failure(status, {}, { request: WRITE }).fix).toBe(
			'Flexport may or may not have done this. Look there first.',
		);
	});

	it('may have been done where a page came instead of an answer', () => {
		expect(failure(200, 'hello', { request: WRITE }).fix).toMatch(/^Flexport may or may not/);
	});

	it.each([400, 401, 403, 404, 409, 422, 423, 429])('was not done after %d', (status) => {
		expect(failure(status, {}, { request: WRITE }).fix).toBe(HTTP_ERRORS[status]?.fix);
	});

	it('has a general advice where the call has none of its own', () => {
		const { ifUnknown, ...request } = WRITE;
		expect(ifUnknown).toBeDefined();
		expect(failure(503, {}, { request }).fix).toBe(
			'Flexport may or may not have done this. Look there before you try again.',
		);
	});

	it('is not the same as a read, which may simply be repeated', () => {
		expect(failure(503).fix).toBe(HTTP_ERRORS[503]?.fix);
	});
});

describe('the facts beside the words', () => {
	it("are the API's own sentence and the id to quote", () => {
		const headers = { 'x-correlation-id': '5d7c0f7e-0000-4000-8000-000000000000' };
		expect(failure(422, { title: 'T', detail: 'zip is missing' }, { headers })).toMatchObject({
			apiMessage: 'zip is missing',
			requestId: '5d7c0f7e-0000-4000-8000-000000000000',
			httpCode: '422',
		});
	});

	it('are how long the API asked to wait', () => {
		expect(failure(429, {}, { headers: { 'retry-after': '7' } }).retryAfterMs).toBe(7000);
	});

	it('are left out where the answer does not give them', () => {
		const facts = failure(500, null);
		for (const name of ['apiMessage', 'requestId', 'retryAfterMs', 'code']) {
			expect(facts).not.toHaveProperty(name);
		}
	});
});
