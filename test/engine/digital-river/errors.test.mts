import type { INodeParameters } from 'n8n-workflow';
import type { Fault } from '../../sandbox/faults.mts';
import { create, MUG, orderBody, useDigitalRiverDesk } from '../support/digital-river-desk.mts';
import { byExternalId, byId, line } from '../support/order-parameters.mts';
import { onlyErrorItem, onlyItem, seenError } from '../support/seen.mts';
import { useHurry } from '../support/use-hurry.mts';

const desk = useDigitalRiverDesk();
useHurry();

const goOn = { onError: 'continueRegularOutput' } as const;

const REQUEST_ID = expect.stringMatching(/^[0-9a-f-]{36}$/);

const READ = byId('get', '9001');

const status = (code: number): Fault => ({ kind: 'status', status: code });

/** Statuses of every call (Digital River, Fulfillment orders), and what a person is told. */
const HARD: Array<[number, RegExp, RegExp]> = [
	[400, /^Digital River refused the values: The sandbox was told/, /^Correct the field/],
	[401, /^Digital River does not accept the API key/, /'API Key'/],
	[403, /^The API key may not do this/, /secret or confidential key/],
	[405, /^Digital River does not know this call/, /'Base URL'/],
	[406, /^Digital River cannot answer in JSON here/, /'Base URL' and 'API Version'/],
	[418, /^Digital River gave an answer that its documentation does not list/, /'Base URL'/],
];

const PASSING: Array<[number, RegExp]> = [
	[408, /^Digital River took too long to read the request/],
	[500, /^Digital River failed to process the request/],
	[502, /^Digital River's gateway could not reach its service/],
	[503, /^Digital River is not available at the moment/],
	[504, /^Digital River took too long to answer/],
	[507, /^Digital River failed to process the request/],
];

describe.each<[string, string, () => INodeParameters]>([
	['a get', 'GET', () => READ],
	['a list', 'GET', () => ({ operation: 'getAll', returnAll: true })],
	['a create', 'POST', () => create()],
	['a cancellation', 'POST', () => byExternalId('cancel', 'SHOP-0')],
])('%s that is refused', (_call, method, parameters) => {
	beforeEach(() => {
		const items = [{ id: '501', inventoryItemId: MUG, quantity: 1 }];
		desk.api.addOrder(orderBody({ upstreamId: 'SHOP-0', items }));
	});

	it.each(HARD)('with %i is sent once and says what to do', async (code, what, fix) => {
		desk.always(method, status(code));
		const { message, description, httpCode } = seenError(await desk.run(parameters()));
		expect(message).toMatch(what);
		expect(message).toContain(`(HTTP ${code}) [item 0]`);
		expect(description).toMatch(fix);
		expect(description).toMatch(/\(.*request id [0-9a-f-]{36}\)$/);
		expect(httpCode).toBe(String(code));
		expect(desk.sent().filter((call) => call.startsWith(method))).toHaveLength(1);
	});

	it.each(HARD)('with %i has the same in its error item, as final', async (code, what) => {
		desk.always(method, status(code));
		const { error, details } = onlyErrorItem(await desk.run(parameters(), goOn));
		expect(error).toMatch(what);
		expect(details).toMatchObject({
			httpCode: String(code),
			code: expect.stringMatching(/^[a-z_]+$/),
			requestId: REQUEST_ID,
			transient: false,
		});
	});

	it.each(PASSING)('with %i every time is told as passing in the end', async (code, what) => {
		desk.always(method, status(code));
		const { error, details } = onlyErrorItem(await desk.run(parameters(), goOn));
		expect(error).toMatch(what);
		expect(details).toMatchObject({
			httpCode: String(code),
			requestId: REQUEST_ID,
			transient: true,
		});
		expect(desk.sent().filter((call) => call.startsWith(method))).toHaveLength(5);
	});

	it.each(PASSING)('with %i once succeeds', async (code) => {
		desk.api.addOrder({ id: 9001 });
		desk.sandbox.faults.add({ method, fault: status(code) });
		expect((await desk.run(parameters())).status).toBe('success');
	});

	it.each([1, 'date'])('with 429 and Retry-After %s once succeeds', async (retryAfter) => {
		desk.api.addOrder({ id: 9001 });
		desk.sandbox.faults.add({ method, fault: { kind: 'status', status: 429, retryAfter } });
		expect((await desk.run(parameters())).status).toBe('success');
	});

	it('with 429 that asks for more patience than there is says so', async () => {
		desk.always(method, { kind: 'status', status: 429, retryAfter: 3600 });
		const { error, details } = onlyErrorItem(await desk.run(parameters(), goOn));
		expect(error).toMatch(/^Digital River keeps asking to slow down \(HTTP 429\)/);
		expect(details).toMatchObject({ transient: true, retryAfterMs: 3_600_000 });
	});
});

describe('a create that the API refuses for its content', () => {
	/** Shapes that only the API knows, so that they are not found before. */
	const refuse = (parameter: string, code = 'invalid_parameter') => {
		const message = `'x' is not a valid value.`;
		const body = { type: 'bad_request', errors: [{ code, parameter, message }] };
		desk.always('POST', { kind: 'status', status: 400, body });
	};

	it.each([
		['currency', 'Currency Code'],
		['upstreamOrderTime', 'Order Time'],
		['locale', 'Locale'],
		['email', 'Customer Email'],
		['name', 'Customer Name'],
		['phone', 'Customer Phone'],
		['reservationId', 'Reservation ID'],
		['upstreamId', 'External Order ID'],
		['shipTo.name', 'Recipient Name'],
		['shipTo.email', 'Email'],
		['shipTo.organization', 'Company'],
		['shipTo.address.line1', 'Address Line 1'],
		['shipTo.address.postalCode', 'Postal Code'],
		['shipTo.address.state', 'State or Province Code'],
		['shipTo.address.country', 'Country Code'],
		['shipTo.additionalAddressInfo.phoneticName', 'Phonetic Name'],
		['shippingChoice.id', 'Shipping Method'],
		['shippingChoice.signatureRequiredType', 'Signature'],
		['items[0].inventoryItemId', 'Product'],
		['items[12].quantity', 'Quantity'],
		['items[0].upstreamId', 'Line Item ID'],
		['items[0].tax.items[1].authorityType', 'Authority Type'],
		['items', 'Line Items'],
		['somethingNew', 'somethingNew'],
	])('names %s as the panel does', async (parameter, label) => {
		refuse(parameter);
		const { details } = onlyErrorItem(await desk.run(create(), goOn));
		expect(details).toMatchObject({
			what: "Digital River refused the values: 'x' is not a valid value (HTTP 400)",
			field: label,
			code: 'invalid_parameter',
			transient: false,
		});
	});

	it('tells all that the API found', async () => {
		const errors = [
			{ code: 'missing_parameter', parameter: 'locale', message: 'A locale is missing.' },
			{ code: 'invalid_parameter', parameter: 'phone', message: 'The phone is none.' },
		];
		const body = { type: 'bad_request', errors };
		desk.always('POST', { kind: 'status', status: 400, body });
		const { message, description } = seenError(await desk.run(create()));
		expect(message).toContain('A locale is missing');
		expect(description).toContain('The phone is none');
	});

	it('is told which product there is not', async () => {
		desk.api.strictItems = true;
		const lineItems = { item: [line('no-such-mug')] };
		const { details } = onlyErrorItem(await desk.run(create({ lineItems }), goOn));
		expect(details).toMatchObject({
			what: expect.stringContaining('There is no inventory item "no-such-mug"'),
			field: 'Product',
		});
		expect(desk.posts()).toHaveLength(1);
	});

	it('is told that there is not enough of a product', async () => {
		desk.api.addInventoryItem(MUG, { available: 0, backorder: false });
		const { details } = onlyErrorItem(await desk.run(create(), goOn));
		expect(details).toMatchObject({ field: 'Quantity', code: 'invalid_quantity_amount' });
	});
});

describe('a key', () => {
	const withKey = (apiKey: string) => ({ credentials: desk.credentials({ apiKey }) });

	it('that may only read can get and not create', async () => {
		onlyItem(await desk.run(create()));
		const { restricted } = desk.api.keys;
		const get = byExternalId('get', 'SHOP-1');
		expect((await desk.run(get, withKey(restricted))).status).toBe('success');
		const other = create({ externalOrderId: 'SHOP-2' });
		expect(seenError(await desk.run(other, withKey(restricted))).message).toBe(
			'The API key may not do this (HTTP 403) [item 0]',
		);
	});

	it.each(['revoked', 'unknown'])('that is %s is told', async (kind) => {
		const key = kind === 'revoked' ? desk.api.keys.revoked : 'sk_test_sandbox_nobody';
		expect(seenError(await desk.run(create(), withKey(key))).message).toBe(
			'Digital River does not accept the API key (HTTP 401) [item 0]',
		);
	});
});

it.each([
	['a web page', '<html><body>Forbidden</body></html>'],
	['a list', []],
	['errors that are no list', { type: 7, errors: 'none' }],
	['nothing', ''],
])('a refusal that is not worded as documented does no harm: %s', async (_what, body) => {
	desk.always('GET', { kind: 'status', status: 403, body });
	const { message, description } = seenError(await desk.run(READ));
	expect(message).toBe('The API key may not do this (HTTP 403) [item 0]');
	expect(description).not.toMatch(/undefined|\[object|<html/);
});

it('a redirect is not followed, so that the key goes nowhere else', async () => {
	const location = `${desk.sandbox.url}/elsewhere`;
	desk.always('GET', { kind: 'status', status: 302, headers: { location }, body: {} });
	expect(seenError(await desk.run(READ)).httpCode).toBe('302');
	expect(desk.sent()).toEqual(['GET /fulfillment-orders/9001']);
});

it('an API that repeats the key in its answer brings it into no error', async () => {
	const { secret } = desk.api.keys;
	const body = { errors: [{ code: secret, message: `Key ${secret} is wrong` }] };
	desk.always('GET', { kind: 'status', status: 400, body });
	expect(seenError(await desk.run(READ)).message).toContain('Key *** is wrong');
});

it('an address that is no address of the web is told before anything is sent', async () => {
	const credentials = desk.credentials({ baseUrl: 'digitalriver' });
	expect(seenError(await desk.run(READ, { credentials })).message).toBe(
		"The credential's 'Base URL' is not a web address [item 0]",
	);
});
