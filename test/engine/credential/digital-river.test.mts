import type { ICredentialDataDecryptedObject } from 'n8n-workflow';
import type { Fault } from '../../sandbox/faults.mts';
import { useDigitalRiverDesk } from '../support/digital-river-desk.mts';
import { findLeaks } from '../support/secrets.mts';

const OK = { status: 'OK', message: 'Connection successful!' };
const REFUSED = { status: 'Error', message: 'Digital River does not accept this API key.' };

const desk = useDigitalRiverDesk();

/** Presses "Test" on a credential that is good but for these changes. */
const press = (changes: ICredentialDataDecryptedObject = {}) =>
	desk.engine.testCredential('digitalRiverApi', desk.credential(changes));

const requests = () => desk.sandbox.log.all();

const fault = (one: Fault) => desk.always('GET', one);

test('a good credential is good, after one cheap request', async () => {
	expect(await press()).toEqual(OK);
	expect(requests().map(({ method, path, query }) => [method, path, query])).toEqual([
		['GET', '/digital-river/fulfillment-orders', { limit: '1' }],
	]);
});

test('a key that may only read is good, as other operations need no more', async () => {
	expect(await press({ apiKey: desk.api.keys.restricted })).toEqual(OK);
});

test('the key opens its own account', async () => {
	const { apiKey } = desk.api.addAccount();
	expect(await press({ apiKey })).toEqual(OK);
	expect(requests().map(({ token }) => token)).toEqual(['account-1']);
});

test('a key with blanks around it is good, as keys are copied from mails', async () => {
	expect(await press({ apiKey: ` ${desk.api.keys.secret}\n` })).toEqual(OK);
});

test.each([
	['revoked', () => desk.api.keys.revoked],
	['unknown', () => 'sk_test_nobody'],
	['empty', () => ''],
])('a key that is %s is told', async (_what, apiKey) => {
	expect(await press({ apiKey: apiKey() })).toEqual(REFUSED);
});

test.each([
	['a slash at its end', (url: string) => `${url}/`],
	['slashes at its end', (url: string) => `${url}//`],
	['spaces around it', (url: string) => `  ${url} `],
	['a slash and a space at its end', (url: string) => `${url}/ `],
])('an address with %s is good', async (_what, change) => {
	expect(await press({ baseUrl: change(desk.api.baseUrl) })).toEqual(OK);
	expect(requests()[0]?.path).toBe('/digital-river/fulfillment-orders');
});

test('an address without the API is told', async () => {
	expect(await press({ baseUrl: `${desk.api.baseUrl}/v1` })).toEqual({
		status: 'Error',
		message: "There is no Digital River API at this address. Check 'Base URL'.",
	});
});

test.each([
	['where nobody is', 'http://127.0.0.1:9', 'ECONNREFUSED'],
	['that is no address', 'digitalriver', 'ERR_INVALID_URL'],
])('an address %s is told', async (_what, baseUrl, message) => {
	expect(await press({ baseUrl })).toEqual({ status: 'Error', message });
});

test.each([' 2021-02-23 ', '2021-12-13'])('the version "%s" is asked for', async (apiVersion) => {
	expect(await press({ apiVersion })).toEqual(OK);
	expect(desk.api.lastVersion()).toBe(apiVersion.trim());
});

test.each([undefined, '', '  '])('no version is asked for when it is %j', async (apiVersion) => {
	expect(await press(apiVersion === undefined ? {} : { apiVersion })).toEqual(OK);
	expect(desk.api.lastVersion()).toBeUndefined();
});

test('a version that is no date is told by its name', async () => {
	const { status, message } = await press({ apiVersion: 'latest' });
	expect(status).toBe('Error');
	expect(message).toContain("'API Version'");
});

test('a key that may not even read is told', async () => {
	fault({ kind: 'status', status: 403 });
	expect(await press()).toEqual({
		status: 'Error',
		message: 'This API key may not read fulfillment orders. Use a secret key.',
	});
});

test.each([400, 405, 406, 408, 409, 429, 500, 502, 503, 504])(
	'an answer of %i is not good',
	async (status) => {
		fault({ kind: 'status', status });
		expect((await press()).status).toBe('Error');
	},
);

test('an address that redirects is not good, and the key is not carried on', async () => {
	const location = `${desk.sandbox.url}/elsewhere`;
	fault({ kind: 'status', status: 302, headers: { location } });
	expect((await press()).status).toBe('Error');
	expect(desk.sandbox.log.find('GET', /elsewhere/)).toEqual([]);
});

test('the key stands in no message', async () => {
	const apiKey = 'sk_test_that_nobody_may_see';
	const addresses = [desk.api.baseUrl, desk.sandbox.url, 'http://127.0.0.1:9', 'digitalriver'];
	const results = await Promise.all(addresses.map((baseUrl) => press({ apiKey, baseUrl })));
	expect(results.map(({ status }) => status)).toEqual(['Error', 'Error', 'Error', 'Error']);
	expect(findLeaks(results, apiKey)).toEqual([]);
});
