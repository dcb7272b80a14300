import type { ICredentialDataDecryptedObject } from 'n8n-workflow';
import type { Fault } from '../../sandbox/faults.mts';
import { keptBy } from '../../unit/support/token-endpoint.mts';
import { fetchToken } from '../support/fetch-token.mts';
import { findLeaks } from '../support/secrets.mts';
import { useShippingDesk } from '../support/shipping-desk.mts';

const OK = { status: 'OK', message: 'Connection successful!' };

const desk = useShippingDesk();

/** Presses "Test" on a credential that is good but for these changes. */
const press = (changes: ICredentialDataDecryptedObject = {}) =>
	desk.engine.testCredential('deliverySolutionsApi', desk.credential(changes));

const fault = (path: RegExp, one: Fault) =>
	desk.sandbox.faults.add({ path, fault: one, when: { every: 1 } });

test('a good credential is good, after a token and one cheap request', async () => {
	expect(await press()).toEqual(OK);
	expect(desk.sandbox.log.all().map(({ method, path, body }) => [method, path, body])).toEqual([
		[
			'POST',
			'/delivery-solutions/ent-services/security/v1/oauth/token',
			'grant_type=client_credentials',
		],
		['POST', '/delivery-solutions/shipping/v1/shipments/list', { limit: 1 }],
	]);
});

test('a good credential is good again, and again', async () => {
	for (let times = 0; times < 3; times += 1) expect(await press()).toEqual(OK);
});

test('a credential is good whose kept token has expired', async () => {
	expect(await press({ accessToken: 'sandbox.0000000000.0000000000' })).toEqual(OK);
});

describe('a credential that n8n keeps a good token for', () => {
	const kept = () => fetchToken(desk.api).then((token) => keptBy(desk.credential(), token));

	test('is tested with it', async () => {
		expect(await press({ accessToken: await kept() })).toEqual(OK);
		expect(desk.api.tokenRequests()).toBe(1);
	});

	test('is tested anew once another secret is entered', async () => {
		const result = await press({ accessToken: await kept(), clientSecret: 'mistyped' });
		expect(result).toEqual({
			status: 'Error',
			message: 'Delivery Solutions does not accept the client ID and client secret (HTTP 401)',
		});
	});
});

test('a good credential opens its own account', async () => {
	expect(await press({ ...desk.api.addAccount({ name: 'my shop' }) })).toEqual(OK);
	expect(desk.sandbox.log.find('POST', /list$/).map(({ token }) => token)).toEqual(['my shop']);
});

test.each([
	['a slash at their end', (url: string) => `${url}/`],
	['spaces around them', (url: string) => `  ${url} `],
])('addresses with %s are good', async (_what, change) => {
	const { baseUrl, tokenUrl } = desk.api;
	expect(await press({ baseUrl: change(baseUrl), tokenUrl: change(tokenUrl) })).toEqual(OK);
});

test('a client ID and secret with spaces around them are good, as they are copied from mails', async () => {
	const { clientId, clientSecret } = desk.api.client;
	expect(await press({ clientId: ` ${clientId} `, clientSecret: ` ${clientSecret}\n` })).toEqual(
		OK,
	);
});

describe('what is wrong is told', () => {
	test.each<[string, () => ICredentialDataDecryptedObject, string]>([
		[
			'a wrong secret',
			() => ({ clientSecret: 'mistyped' }),
			'Delivery Solutions does not accept the client ID and client secret (HTTP 401)',
		],
		[
			'an unknown client',
			() => ({ clientId: 'nobody' }),
			'Delivery Solutions does not accept the client ID and client secret (HTTP 401)',
		],
		[
			'a blocked client',
			() => ({ ...desk.api.blockedClient }),
			'Delivery Solutions has blocked this client (HTTP 403)',
		],
		['no client ID', () => ({ clientId: '' }), "The credential's 'Client ID' is empty"],
		['no secret', () => ({ clientSecret: '' }), "The credential's 'Client Secret' is empty"],
		[
			'a token URL without a token service',
			() => ({ tokenUrl: `${desk.sandbox.url}/oauth` }),
			"There is no token service at 'Token URL' (HTTP 404)",
		],
		[
			'a token URL that is no address',
			() => ({ tokenUrl: 'lynkup' }),
			"The credential's 'Token URL' is not a web address",
		],
		[
			'a token URL where nobody is',
			() => ({ tokenUrl: 'http://127.0.0.1:9/token' }),
			'No access token could be fetched from http://127.0.0.1:9/token: nothing answers at that address',
		],
		[
			'a base URL without the API',
			() => ({ baseUrl: `${desk.sandbox.url}/delivery-solutions/shipping` }),
			"There is no Shipping Order API at this address. Check 'Base URL'.",
		],
	])('%s', async (_name, changes, message) => {
		expect(await press(changes())).toEqual({ status: 'Error', message });
	});

	test.each([
		['where nobody is', 'http://127.0.0.1:9', 'ECONNREFUSED'],
		['that is no address', 'lynkup', "The credential's 'Base URL' is not a web address"],
	])('a base URL %s', async (_name, baseUrl, message) => {
		expect(await press({ baseUrl })).toEqual({ status: 'Error', message });
	});

	test('a token that the API does not take: the two addresses do not belong together', async () => {
		fault(/list$/, { kind: 'expiredToken' });
		const { status, message } = await press();
		expect(status).toBe('Error');
		expect(message).toContain("'Base URL' and 'Token URL' must belong to the same environment");
		expect(desk.sandbox.log.all().length).toBeLessThanOrEqual(4);
	});

	test('an account that may not use the API', async () => {
		fault(/list$/, { kind: 'status', status: 403 });
		expect(await press()).toEqual({
			status: 'Error',
			message: 'Delivery Solutions does not let this client use the Shipping Order API.',
		});
	});

	test.each([400, 405, 422, 429, 500, 502, 503])('an API that answers %i', async (status) => {
		fault(/list$/, { kind: 'status', status });
		expect((await press()).status).toBe('Error');
	});

	test.each([429, 500, 503])('a token endpoint that answers %i', async (status) => {
		fault(/token$/, { kind: 'status', status });
		const { status: shown, message } = await press();
		expect(shown).toBe('Error');
		expect(message).toContain(`(HTTP ${status})`);
	});

	test('a page in place of a token', async () => {
		fault(/token$/, { kind: 'notJson' });
		const { status, message } = await press();
		expect(status).toBe('Error');
		expect(message).toContain("Something other than Delivery Solutions answered at 'Token URL'");
	});
});

test('an address that redirects is not good, and neither secret nor token is carried on', async () => {
	const location = `${desk.sandbox.url}/elsewhere`;
	for (const path of [/token$/, /list$/]) {
		const remove = fault(path, { kind: 'status', status: 302, headers: { location } });
		expect((await press()).status).toBe('Error');
		remove();
	}
	expect(desk.sandbox.log.find('POST', /elsewhere/)).toEqual([]);
	expect(desk.sandbox.log.find('GET', /elsewhere/)).toEqual([]);
});

test('after a wrong secret was corrected, the credential is good at once', async () => {
	expect((await press({ clientSecret: 'mistyped' })).status).toBe('Error');
	expect(await press()).toEqual(OK);
});

test('the secret stands in no message', async () => {
	const clientSecret = 'a-secret-that-nobody-may-see';
	const tokenUrls = [desk.api.tokenUrl, desk.sandbox.url, 'http://127.0.0.1:9', 'lynkup'];
	const results = await Promise.all(tokenUrls.map((tokenUrl) => press({ clientSecret, tokenUrl })));
	expect(results.map(({ status }) => status)).toEqual(['Error', 'Error', 'Error', 'Error']);
	expect(findLeaks(results, clientSecret)).toEqual([]);
});
