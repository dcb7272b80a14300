import type { Fault } from '../../sandbox/faults.mts';
import { NODE } from '../harness/index.mts';
import { createOrder, createOrders, useDeliverrDesk } from '../support/deliverr-desk.mts';
import { byExternalId, orderNumbers } from '../support/order-parameters.mts';
import { onlyItem, output, seenError } from '../support/seen.mts';
import { useQuietTime } from '../support/quiet-time.mts';

const desk = useDeliverrDesk();
useQuietTime();

const READ = byExternalId('get', 'SHOP-1');
const goOn = { onError: 'continueRegularOutput' } as const;

const tokenFault = (fault: Fault) =>
	desk.sandbox.faults.add({ path: /oauth\/v1\/token$/, fault, when: { every: 1 } });

const asked = () => desk.sandbox.log.find('POST', /token$/).length;

const expired = () => ({
	credentials: desk.credentials({ accessToken: desk.api.tokens.expired }),
});

describe('a token endpoint in trouble that passes costs no item', () => {
	it.each<[string, Fault]>([
		['500', { kind: 'status', status: 500 }],
		['503 with Retry-After', { kind: 'status', status: 503, retryAfter: 5 }],
		['429 with Retry-After', { kind: 'status', status: 429, retryAfter: 5 }],
		['429 without', { kind: 'status', status: 429 }],
		['a page', { kind: 'notJson' }],
		['a connection that is cut', { kind: 'cutBefore' }],
		['half an answer', { kind: 'cutDuring' }],
		['an answer without a token', { kind: 'status', status: 200, body: { token_type: 'Bearer' } }],
	])('%s', async (_name, fault) => {
		const path = /oauth\/v1\/token$/;
		desk.sandbox.faults.add({ path, fault, when: { times: 2 } });
		const options = { input: orderNumbers(40), ...expired() };
		expect(output(await desk.run(createOrders(), options))).toHaveLength(40);
		expect(desk.api.orders()).toHaveLength(40);
		expect(asked()).toBeLessThanOrEqual(4);
	});
});

describe('a token endpoint that asks to wait', () => {
	it.each([429, 503])('with %i is not asked again before', async (status) => {
		const path = /oauth\/v1\/token$/;
		const fault: Fault = { kind: 'status', status, retryAfter: 60 };
		desk.sandbox.faults.add({ path, fault, when: { times: 1 } });
		const start = Date.now();
		expect(onlyItem(await desk.run(createOrder(), expired())).outcome).toBe('created');
		expect(asked()).toBe(2);
		expect(Date.now() - start).toBeGreaterThanOrEqual(60_000);
	});

	it('for an hour is not waited for', async () => {
		tokenFault({ kind: 'status', status: 429, retryAfter: 3600 });
		const { message, description } = seenError(await desk.run(READ, expired()));
		expect(message).toBe('Deliverr did not renew the access token (HTTP 429) [item 0]');
		expect(description).toContain('later');
		expect(asked()).toBe(1);
	});
});

describe('a token endpoint in trouble that does not end is told', () => {
	it.each<[string, Fault, message: RegExp, fix: RegExp]>([
		[
			'500',
			{ kind: 'status', status: 500 },
			/^Deliverr did not renew the access token \(HTTP 500\) \[item 0\]$/,
			/later/,
		],
		[
			'a page',
			{ kind: 'notJson' },
			/^Deliverr did not renew the access token \(HTTP 200\) \[item 0\]$/,
			/later|'Base URL'/,
		],
		[
			'a connection that is cut',
			{ kind: 'cutBefore' },
			/^The access token could not be renewed at http.*: the connection was cut \[item 0\]$/,
			/'Base URL'/,
		],
	])('%s', async (_name, fault, what, fix) => {
		tokenFault(fault);
		const { message, description } = seenError(await desk.run(createOrder(), expired()));
		expect(message).toMatch(what);
		expect(description).toMatch(fix);
		expect(desk.api.orders()).toEqual([]);
		expect(asked()).toBeLessThanOrEqual(5);
	});

	it.each<[string, Fault]>([
		['a page with 404', { kind: 'status', status: 404, body: '<html>Not here</html>' }],
		[
			'an address that leads elsewhere',
			{ kind: 'status', status: 302, headers: { location: 'http://127.0.0.1:9/token' } },
		],
	])('%s, without blaming the refresh token', async (_name, fault) => {
		tokenFault(fault);
		const { message, description } = seenError(await desk.run(createOrder(), expired()));
		expect(message).toMatch(/\(HTTP (404|302)\) \[item 0\]$/);
		expect(description).toContain("'Base URL'");
		expect(description).not.toContain('no longer accepted');
	});

	it('for a hundred items without a storm of requests', async () => {
		tokenFault({ kind: 'status', status: 500 });
		// So long that those who begin together ask together, as they do.
		desk.sandbox.faults.add({ path: /oauth\/v1\/token$/, latencyMs: 2_000, when: { every: 1 } });
		const options = { input: orderNumbers(100), ...goOn, ...expired() };
		const result = await desk.run(createOrders(), options);
		expect(result.errorItems(NODE)).toHaveLength(100);
		expect(asked()).toBeLessThanOrEqual(100);
		expect(desk.api.orders()).toEqual([]);
	});
});

describe('an API that refuses every token', () => {
	const refuseAll = () =>
		desk.sandbox.faults.add({
			path: /orders/,
			fault: { kind: 'expiredToken' },
			when: { every: 1 },
		});

	it('is told, with what the API said', async () => {
		refuseAll();
		const { message, description, httpCode } = seenError(await desk.run(READ));
		expect(message).toBe('Deliverr does not accept the access token (HTTP 401) [item 0]');
		expect(description).toContain('The API said: The access token has expired.');
		expect(httpCode).toBe('401');
	});

	it('costs a handful of requests for each item, and makes nothing', async () => {
		refuseAll();
		const result = await desk.run(createOrders(), { input: orderNumbers(50), ...goOn });
		expect(result.errorItems(NODE)).toHaveLength(50);
		expect(desk.sent().length).toBeLessThanOrEqual(100);
		expect(asked()).toBeLessThanOrEqual(51);
		expect(desk.api.orders()).toEqual([]);
	});
});

it('a create in doubt for which no token can be had any more says so', async () => {
	const path = /\/order$/;
	desk.sandbox.faults.add({ method: 'POST', path, fault: { kind: 'status', status: 503 } });
	const later = Array.from({ length: 60 }, (_, index) => index + 2);
	desk.sandbox.faults.add({
		path: /orders/,
		fault: { kind: 'expiredToken' },
		when: { nth: later },
	});
	tokenFault({ kind: 'status', status: 400 });
	const { message, description } = seenError(await desk.run(createOrder()));
	expect(message).toBe('Deliverr did not renew the access token (HTTP 400) [item 0]');
	expect(description).toContain('Deliverr may or may not have done this.');
});
