import type { INodeParameters } from 'n8n-workflow';
import type { Fault } from '../../sandbox/faults.mts';
import { createOrder, useDeliverrDesk } from '../support/deliverr-desk.mts';
import { byExternalId } from '../support/order-parameters.mts';
import { onlyErrorItem, onlyItem, seenError } from '../support/seen.mts';
import { useHurry } from '../support/use-hurry.mts';

const desk = useDeliverrDesk();
useHurry();

const READ = byExternalId('get', 'SHOP-1');
const goOn = { onError: 'continueRegularOutput' } as const;

type Row = [what: string, fault: Fault, message: string, fix: RegExp, transient: boolean];

const ROWS: Row[] = [
	[
		'400 with a reason',
		{ kind: 'status', status: 400, body: { code: 400, message: 'shipMethod is odd.' } },
		'Deliverr refused the values: shipMethod is odd (HTTP 400)',
		/Correct what the API names/,
		false,
	],
	[
		'403',
		{ kind: 'status', status: 403 },
		'The access token may not do this (HTTP 403)',
		/scope api\/orders/,
		false,
	],
	[
		'429 that asks for more patience than there is',
		{ kind: 'status', status: 429, retryAfter: 3600 },
		'Deliverr keeps asking to slow down (HTTP 429)',
		/lower 'Requests at Once' in Options/,
		true,
	],
	[
		'500 every time',
		{ kind: 'status', status: 500 },
		'Deliverr failed to process the request (HTTP 500)',
		/later|may or may not/,
		true,
	],
	[
		'503 every time',
		{ kind: 'status', status: 503 },
		'Deliverr is not available at the moment (HTTP 503)',
		/later|may or may not/,
		true,
	],
	[
		'504 of the gateway every time',
		{ kind: 'status', status: 504, body: { message: 'Endpoint request timed out' } },
		'Deliverr took too long to answer (HTTP 504)',
		/later|may or may not/,
		true,
	],
	[
		'a status that is not documented',
		{ kind: 'status', status: 418 },
		'Deliverr gave an answer that its documentation does not list (HTTP 418)',
		/'Base URL'/,
		false,
	],
	[
		'an address that leads elsewhere',
		{ kind: 'status', status: 302, headers: { location: 'http://127.0.0.1:9/' } },
		'Deliverr gave an answer that its documentation does not list (HTTP 302)',
		/'Base URL'/,
		false,
	],
	[
		'a web page every time',
		{ kind: 'notJson' },
		'Something other than Deliverr answered: a page where data belongs (HTTP 200)',
		/'Base URL'|may or may not/,
		true,
	],
];

describe.each<[string, () => INodeParameters]>([
	['a read', () => READ],
	['a create', () => createOrder()],
])('%s that is refused says what happened and what to do', (_call, parameters) => {
	it.each(ROWS)('%s', async (_what, fault, expected, fix, transient) => {
		desk.sandbox.faults.add({ path: /orders/, fault, when: { every: 1 } });
		const { message, description, httpCode } = seenError(await desk.run(parameters()));
		expect(message).toBe(`${expected} [item 0]`);
		expect(description).toMatch(fix);
		expect(message).toContain(`(HTTP ${httpCode})`);
		const { details } = onlyErrorItem(await desk.run(parameters(), goOn));
		expect(details).toMatchObject({ what: expected, httpCode, transient });
	});
});

describe('a token that may only read', () => {
	const readOnly = () => ({
		credentials: desk.credentials({ accessToken: desk.api.tokens.readOnly, refreshToken: '' }),
	});

	it('reads', async () => {
		await desk.run(createOrder());
		expect(onlyItem(await desk.run(READ, readOnly())).externalOrderId).toBe('SHOP-1');
	});

	it('is told what it lacks where it is to create', async () => {
		const { message, description } = seenError(await desk.run(createOrder(), readOnly()));
		expect(message).toBe('The access token may not do this (HTTP 403) [item 0]');
		expect(description).toContain('api/orders');
		expect(desk.api.orders()).toEqual([]);
	});
});

describe('a refusal that passes', () => {
	it.each<[string, Fault]>([
		['429 with a wait', { kind: 'status', status: 429, retryAfter: 30 }],
		['429 without', { kind: 'status', status: 429 }],
		['503', { kind: 'status', status: 503 }],
	])('is waited for: %s', async (_name, fault) => {
		desk.sandbox.faults.add({ path: /orders/, fault, when: { times: 2 } });
		expect(onlyItem(await desk.run(createOrder())).outcome).toBe('created');
		expect(desk.api.orders()).toHaveLength(1);
	});
});

describe('an address at which there is no Deliverr', () => {
	it.each([
		['nobody is there', 'http://127.0.0.1:9', /^Deliverr could not be reached at http:.*nothing/],
		['it is no address', 'deliverr', /^The credential's 'Base URL' is not a web address/],
		['it is empty', ' ', /^The credential's 'Base URL' is not a web address/],
	])('is named where %s', async (_case, baseUrl, what) => {
		const credentials = desk.credentials({ baseUrl });
		const { message, description } = seenError(await desk.run(createOrder(), { credentials }));
		expect(message).toMatch(what);
		expect(description).toMatch(/'Base URL'|https:\/\/api\.deliverr\.com/);
	});

	it.each([
		['a slash at its end', (url: string) => `${url}/`],
		['spaces around it', (url: string) => `  ${url} `],
	])('may have %s', async (_what, change) => {
		const credentials = desk.credentials({ baseUrl: change(desk.api.baseUrl) });
		expect(onlyItem(await desk.run(createOrder(), { credentials })).outcome).toBe('created');
	});
});
