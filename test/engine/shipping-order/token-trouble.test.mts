import type { Fault, FaultWhen } from '../../sandbox/faults.mts';
import { NODE } from '../harness/index.mts';
import { useQuietTime } from '../support/quiet-time.mts';
import { output, seenError } from '../support/seen.mts';
import { list, onShipment } from '../support/shipment-calls.mts';
import { createParameters, useShippingDesk } from '../support/shipping-desk.mts';

const desk = useShippingDesk();

const resume = useQuietTime();

const goOn = { onError: 'continueRegularOutput' } as const;

const numbers = (count: number) =>
	Array.from({ length: count }, (_, index) => ({ order: `SHOP-${index}` }));

const creates = createParameters({ externalOrderId: '={{ $json.order }}' });

const tokenFault = (fault: Fault, when: FaultWhen = { every: 1 }) =>
	desk.sandbox.faults.add({ path: /oauth\/token$/, fault, when });

const asked = () => desk.sandbox.log.find('POST', /oauth\/token$/).length;

describe('a client that gets no token', () => {
	const REFUSED = [
		[
			'its secret is wrong',
			() => ({ clientSecret: 'mistyped' }),
			'Delivery Solutions does not accept the client ID and client secret (HTTP 401)',
			"'Client ID' and 'Client Secret'",
		],
		[
			'it is unknown',
			() => ({ clientId: 'nobody' }),
			'Delivery Solutions does not accept the client ID and client secret (HTTP 401)',
			"'Client ID' and 'Client Secret'",
		],
		[
			'it is blocked',
			() => desk.api.blockedClient,
			'Delivery Solutions has blocked this client (HTTP 403)',
			'unblock',
		],
	] as const;

	it.each(REFUSED)('is told why (%s)', async (_name, changes, what, fix) => {
		const credentials = desk.credentials({ ...changes() });
		const result = await desk.run(list({}), { credentials });
		const { message, description, httpCode } = seenError(result);
		expect(message).toBe(`${what} [item 0]`);
		expect(description).toContain(fix);
		expect(httpCode).toMatch(/^40[13]$/);
		expect(desk.sent()).toEqual([]);
		expect(asked()).toBe(1);
		expect(JSON.stringify(result.error)).not.toContain('mistyped');
	});

	it.each(REFUSED)('is asked for once for 200 items (%s)', async (_name, changes, what) => {
		resume();
		const credentials = desk.credentials({ ...changes() });
		const result = await desk.run(creates, { credentials, input: numbers(200), ...goOn });
		const errors = result.errorItems(NODE).map(({ json }) => json.error);
		expect(errors).toEqual(numbers(200).map((_, index) => `${what} [item ${index}]`));
		expect(desk.sent()).toEqual([]);
		expect(asked()).toBe(1);
	});
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
		['an answer without a token', { kind: 'status', status: 200, body: { status: 'approved' } }],
	])('%s', async (_name, fault) => {
		tokenFault(fault, { times: 2 });
		const input = numbers(40);
		expect(output(await desk.run(creates, { input }))).toHaveLength(40);
		expect(desk.api.shipments()).toHaveLength(40);
		expect(asked()).toBeLessThanOrEqual(4);
	});

	it('when the token expires in the middle', async () => {
		desk.api.addShipments(60, (index) => ({ orderExternalId: `SHOP-${index}` }));
		tokenFault({ kind: 'status', status: 500 }, { nth: [2, 3] });
		const fault = { kind: 'expiredToken' } as const;
		desk.sandbox.faults.add({ path: /shipments/, fault, when: { nth: [20] } });
		const gets = onShipment('get', '={{ $json.order }}');
		expect(output(await desk.run(gets, { input: numbers(60) }))).toHaveLength(60);
	});
});

describe('a token endpoint in trouble that does not end is told', () => {
	it.each<[string, Fault, RegExp, RegExp]>([
		[
			'500',
			{ kind: 'status', status: 500 },
			/^Delivery Solutions failed to give an access token \(HTTP 500\) \[item 0\]$/,
			/later/,
		],
		[
			'a page',
			{ kind: 'notJson' },
			/^Something other than Delivery Solutions answered at 'Token URL' \(HTTP 200\) \[item 0\]$/,
			/'Token URL'/,
		],
		[
			'a page with 404',
			{ kind: 'status', status: 404, body: '<html>Not here</html>' },
			/^There is no token service at 'Token URL' \(HTTP 404\) \[item 0\]$/,
			/'Token URL'/,
		],
		[
			'an address that leads elsewhere',
			{ kind: 'status', status: 302, headers: { location: 'http://127.0.0.1:9/token' } },
			/^There is no token service at 'Token URL' \(HTTP 302\) \[item 0\]$/,
			/'Token URL'/,
		],
		[
			'a connection that is cut',
			{ kind: 'cutBefore' },
			/^No access token could be fetched from http.*: the connection was cut \[item 0\]$/,
			/'Token URL'/,
		],
	])('%s', async (_name, fault, what, fix) => {
		tokenFault(fault);
		const { message, description } = seenError(await desk.run(createParameters()));
		expect(message).toMatch(what);
		expect(description).toMatch(fix);
		expect(desk.sent()).toEqual([]);
		expect(desk.api.shipments()).toEqual([]);
		expect(asked()).toBeLessThanOrEqual(5);
	});

	it('a wait of an hour is not waited for', async () => {
		tokenFault({ kind: 'status', status: 429, retryAfter: 3600 });
		const { message, description } = seenError(await desk.run(createParameters()));
		expect(message).toBe(
			'Delivery Solutions gives out no more access tokens at the moment (HTTP 429) [item 0]',
		);
		expect(description).toContain('later');
		expect(asked()).toBe(1);
	});

	it('for a hundred items without a storm of requests', async () => {
		tokenFault({ kind: 'status', status: 500 });
		// So long that those who begin together ask together, as they do.
		desk.sandbox.faults.add({ path: /oauth\/token$/, latencyMs: 2_000, when: { every: 1 } });
		const result = await desk.run(creates, { input: numbers(100), ...goOn });
		expect(result.errorItems(NODE)).toHaveLength(100);
		expect(desk.sent()).toEqual([]);
		expect(asked()).toBeLessThanOrEqual(100);
	});
});

describe('an API that refuses every token', () => {
	const refuseAll = () =>
		desk.sandbox.faults.add({
			path: /shipments/,
			fault: { kind: 'expiredToken' },
			when: { every: 1 },
		});

	it('is told, with what the API said', async () => {
		refuseAll();
		const { message, description, httpCode } = seenError(await desk.run(list({})));
		expect(message).toBe('Delivery Solutions does not accept the access token (HTTP 401) [item 0]');
		expect(description).toContain("'Base URL'");
		expect(description).toContain('Invalid token or token is not present');
		expect(description).toContain('UJ0001');
		expect(httpCode).toBe('401');
	});

	it('costs a handful of requests for each item, and makes nothing', async () => {
		refuseAll();
		const result = await desk.run(creates, { input: numbers(50), ...goOn });
		expect(result.errorItems(NODE)).toHaveLength(50);
		expect(desk.sent().length).toBeLessThanOrEqual(100);
		expect(asked()).toBeLessThanOrEqual(51);
		expect(desk.api.shipments()).toEqual([]);
	});
});

describe('a credential that cannot be used is told by the field, and nothing is sent', () => {
	it.each([
		['Client ID', { clientId: '' }, "The credential's 'Client ID' is empty"],
		['Client Secret', { clientSecret: '  ' }, "The credential's 'Client Secret' is empty"],
		['Token URL', { tokenUrl: 'lynkup' }, "The credential's 'Token URL' is not a web address"],
		['Base URL', { baseUrl: 'lynkup' }, "The credential's 'Base URL' is not a web address"],
	])('%s', async (_name, changes, expected) => {
		const credentials = desk.credentials(changes);
		const { message } = seenError(await desk.run(list({}), { credentials }));
		expect(message).toBe(`${expected} [item 0]`);
		expect(desk.sandbox.log.all()).toEqual([]);
	});

	it.each([
		['spaces around', (value: string) => `  ${value} `],
		['a slash at its end', (value: string) => `${value}/`],
	])('but an address with %s is', async (_name, change) => {
		const { baseUrl, tokenUrl } = desk.api;
		const credentials = desk.credentials({ baseUrl: change(baseUrl), tokenUrl: change(tokenUrl) });
		expect(output(await desk.run(list({}), { credentials }))).toEqual([]);
	});
});
