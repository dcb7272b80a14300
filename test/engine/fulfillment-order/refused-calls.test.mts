import type { Fault } from '../../sandbox/faults.mts';
import { useOrderDesk } from '../support/order-desk.mts';
import { byExternalId, createParameters } from '../support/order-parameters.mts';
import { onlyErrorItem, seenError } from '../support/seen.mts';

const desk = useOrderDesk();

const REQUEST_ID = expect.stringMatching(/^[0-9a-f-]{36}$/);

const READ = byExternalId('get', 'SHOP-1');
const create = () => createParameters(desk.sku());
const goOn = { onError: 'continueRegularOutput' } as const;

const status = (code: number): Fault => ({ kind: 'status', status: code });

/** Statuses whose headline holds the API's own words, because they name the field. */
const QUOTED = [400, 422];

/** Refusals that trying again does not change: status, and what a person is told. */
const REFUSALS: Array<[number, RegExp, RegExp]> = [
	[400, /^Flexport could not read the request/, /^Correct what the API names, and try again\./],
	[401, /^Flexport does not accept the API token/, /Make a new one in the Flexport portal/],
	[403, /^The API token may not do this/, /lacks a scope/],
	[405, /^Flexport does not know this call/, /'Base URL' and 'API Version'/],
	[415, /^Flexport does not know this kind of content/, /'Base URL' and 'API Version'/],
	[418, /^Flexport gave an answer that its documentation does not list/, /'Base URL'/],
	[422, /^Flexport refused the values/, /Correct the field/],
	[423, /^The Flexport account is frozen/, /Sign in to the Flexport portal/],
];

describe.each([
	['a read', () => READ],
	['a create', create],
] as const)('%s that is refused', (_call, parameters) => {
	it.each(REFUSALS)('with %i is sent once and says what to do', async (code, what, fix) => {
		desk.sandbox.faults.add({ fault: status(code), when: { every: 1 } });
		const { message, description, httpCode } = seenError(await desk.run(parameters()));
		expect(message).toMatch(what);
		expect(message).toContain(`(HTTP ${code}) [item 0]`);
		expect(description).toMatch(fix);
		const said = `The sandbox was told to answer ${code}`;
		if (QUOTED.includes(code)) {
			expect(message).toContain(`: ${said} (HTTP ${code}) [item 0]`);
			expect(description).not.toContain(said);
		} else {
			expect(message).not.toContain(said);
			expect(description).toContain(`The API said: ${said}.`);
		}
		expect(description).toMatch(/\(.*request id [0-9a-f-]{36}\)$/);
		expect(httpCode).toBe(String(code));
		expect(desk.sent()).toHaveLength(1);
		expect(desk.sandbox.flexport.orders()).toEqual([]);
	});

	it.each(REFUSALS)('with %i has the same in its error item', async (code, what, fix) => {
		desk.sandbox.faults.add({ fault: status(code), when: { every: 1 } });
		const { error, details } = onlyErrorItem(await desk.run(parameters(), goOn));
		expect(error).toMatch(what);
		expect(details).toMatchObject({
			what: expect.stringMatching(what),
			fix: expect.stringMatching(fix),
			httpCode: String(code),
			requestId: REQUEST_ID,
			transient: false,
		});
	});
});

describe('what the account may not do', () => {
	const withToken = (apiToken: string) => ({ credentials: desk.credentials({ apiToken }) });

	it('a revoked token is told as one', async () => {
		const { revoked } = desk.sandbox.flexport.tokens;
		const { message, description } = seenError(await desk.run(create(), withToken(revoked)));
		expect(message).toMatch(/^Flexport does not accept the API token \(HTTP 401\)/);
		expect(description).toContain('The API said: The token was revoked.');
	});

	it('a token that expires while the workflow runs is told as one', async () => {
		desk.sandbox.faults.add({ fault: { kind: 'expiredToken' } });
		expect(seenError(await desk.run(READ)).description).toContain('The token has expired.');
	});

	it('a token without the scope to write can read and cannot create', async () => {
		const { readOnly } = desk.sandbox.flexport.tokens;
		await desk.run(create());
		expect((await desk.run(READ, withToken(readOnly))).status).toBe('success');
		const refused = seenError(await desk.run(create(), withToken(readOnly)));
		expect(refused.message).toMatch(/^The API token may not do this \(HTTP 403\)/);
		expect(refused.description).toContain('write_logistics_orders');
	});

	it('a frozen account is told as one', async () => {
		desk.sandbox.flexport.frozen = true;
		expect(seenError(await desk.run(create())).message).toMatch(/frozen \(HTTP 423\)/);
	});
});

describe('a create that the API refuses for its content', () => {
	it('names the field that the API names', async () => {
		const { message, description } = seenError(await desk.run(createParameters('DZZZZZZZZZZ')));
		expect(message).toMatch(
			/^Flexport refused the values: .*lineItems\/0\/logisticsSku.*DZZZZZZZZZZ.* \(HTTP 422\) \[item 0\]$/,
		);
		expect(description).not.toContain('The API said');
	});

	it('leaves a source that is not listed to the API', async () => {
		const additionalFields = { source: '={{ "MY_OWN_SHOP" }}' };
		const result = await desk.run(createParameters(desk.sku(), { additionalFields }));
		const { message, description } = seenError(result);
		expect(message).toMatch(/^Flexport refused the values: .*source.* \(HTTP 422\) \[item 0\]$/);
		expect(description).not.toContain('The API said');
		expect(desk.sent()).toEqual(['POST /orders']);
	});

	it('is told with what to check when there is no such call', async () => {
		desk.sandbox.faults.add({ fault: status(404), method: 'POST' });
		const { message, description } = seenError(await desk.run(create()));
		expect(message).toBe('Flexport did not find this (HTTP 404) [item 0]');
		expect(description).toContain("'Base URL' and 'API Version'");
		expect(desk.sent()).toEqual(['POST /orders']);
	});

	it('is told as a conflict when the API speaks of another one than a duplicate', async () => {
		const body = { title: 'Conflict', status: 409, detail: 'The account is being moved.' };
		desk.sandbox.faults.add({ fault: { kind: 'status', status: 409, body }, method: 'POST' });
		const { message, description, httpCode } = seenError(await desk.run(create()));
		expect(message).toMatch(/conflict.*\(HTTP 409\) \[item 0\]$/);
		expect(description).toContain('The API said: The account is being moved.');
		expect(httpCode).toBe('409');
	});
});

describe('answers that are not as documented', () => {
	it.each([
		['a bare message, as the gateway has', { message: 'Forbidden by the gateway' }],
		['code and message', { code: 400, message: 'Forbidden by the gateway' }],
		['a problem with a title only', { title: 'Forbidden by the gateway' }],
	])('are read: %s', async (_shape, body) => {
		desk.sandbox.faults.add({ fault: { kind: 'status', status: 403, body } });
		expect(seenError(await desk.run(READ)).description).toContain(
			'The API said: Forbidden by the gateway.',
		);
	});

	it.each([
		['a web page', '<html><body>Forbidden</body></html>'],
		['a list', []],
		['nothing', ''],
	])('do no harm: %s', async (_shape, body) => {
		desk.sandbox.faults.add({ fault: { kind: 'status', status: 403, body } });
		const { message, description } = seenError(await desk.run(READ));
		expect(message).toBe('The API token may not do this (HTTP 403) [item 0]');
		expect(description).not.toMatch(/undefined|\[object|<html/);
	});

	it('a redirect is not followed, so that the token goes nowhere else', async () => {
		const location = `${desk.sandbox.flexport.baseUrl}/logistics/api/2026-02/orders/elsewhere`;
		const fault: Fault = { kind: 'status', status: 302, headers: { location }, body: {} };
		desk.sandbox.faults.add({ fault });
		expect(seenError(await desk.run(READ)).httpCode).toBe('302');
		expect(desk.sent()).toEqual(['GET /orders/external_id/SHOP-1']);
	});
});
