import type { ICredentialDataDecryptedObject } from 'n8n-workflow';
import type { Fault } from '../../sandbox/faults.mts';
import { TOKEN, useDeliverrDesk } from '../support/deliverr-desk.mts';
import { findLeaks } from '../support/secrets.mts';

const OK = { status: 'OK', message: 'Connection successful!' };

const desk = useDeliverrDesk();

/** Presses "Test" on a credential that is good but for these changes. */
const press = async (changes: ICredentialDataDecryptedObject = {}) => {
	const result = await desk.engine.testCredential('deliverrApi', desk.credential(changes));
	expect(findLeaks(result, TOKEN)).toEqual([]);
	return result;
};

const calls = () => desk.sandbox.log.all().map(({ method, path }) => `${method} ${path}`);

const always = (path: RegExp, fault: Fault) =>
	desk.sandbox.faults.add({ path, fault, when: { every: 1 } });

describe('a good credential', () => {
	it('is good, after one cheap request that changes nothing', async () => {
		expect(await press()).toEqual(OK);
		expect(calls()).toEqual(['GET /deliverr/orders/v1/order/externalId/n8n-credential-test']);
		expect(desk.api.tokenRequests()).toBe(0);
	});

	it('is good without a refresh token', async () => {
		expect(await press({ refreshToken: '' })).toEqual(OK);
	});

	it('is good again after a run, which leaves its token in the credential', async () => {
		const { access: currentToken } = desk.api.tokens;
		expect(await press({ currentToken, refreshToken: '' })).toEqual(OK);
		expect(await press({ currentToken })).toEqual(OK);
	});

	it('is good with a token that may only read, as reading is all that is tried', async () => {
		const { readOnly } = desk.api.tokens;
		expect(await press({ accessToken: readOnly, refreshToken: '' })).toEqual(OK);
	});

	it.each([
		['a slash at its end', (url: string) => `${url}/`],
		['spaces around it', (url: string) => `  ${url} `],
	])('is good where the address has %s', async (_what, change) => {
		expect(await press({ baseUrl: change(desk.api.baseUrl) })).toEqual(OK);
	});

	it('is good where its tokens have spaces around them, as they are copied from mails', async () => {
		const { access, expired, refresh } = desk.api.tokens;
		expect(await press({ accessToken: ` ${access}\n` })).toEqual(OK);
		expect(await press({ accessToken: expired, refreshToken: ` ${refresh}\n` })).toEqual(OK);
	});
});

describe('an expired access token', () => {
	it('is good with a refresh token, which renews it', async () => {
		expect(await press({ accessToken: desk.api.tokens.expired })).toEqual(OK);
		expect(desk.api.tokenRequests()).toBe(1);
	});

	it('is told without one', async () => {
		const changes = { accessToken: desk.api.tokens.expired, refreshToken: '' };
		const { status, message } = await press(changes);
		expect(status).toBe('Error');
		expect(message).toMatch(/does not accept (the|this) access token/);
		expect(calls().length).toBeLessThanOrEqual(2);
	});

	it('is told where the refresh token is void, too', async () => {
		const changes = { accessToken: desk.api.tokens.expired, refreshToken: 'void' };
		expect(await press(changes)).toEqual({
			status: 'Error',
			message: 'Deliverr did not renew the access token (HTTP 400)',
		});
	});

	it('is replaced by one that is put in by hand', async () => {
		const { access, expired } = desk.api.tokens;
		const kept = { currentToken: expired, accessToken: access, refreshToken: '' };
		expect(await press(kept)).toEqual(OK);
	});
});

describe('what is wrong is told', () => {
	it.each([
		['where nobody is', 'http://127.0.0.1:9', 'ECONNREFUSED'],
		['that is no address', 'deliverr', 'ERR_INVALID_URL'],
	])('an address %s', async (_name, baseUrl, message) => {
		expect(await press({ baseUrl })).toEqual({ status: 'Error', message });
	});

	it.each([
		['with a page', '<html>Not here</html>'],
		['with JSON of its own', { error: 'Not Found' }],
	])('an address that knows no orders, and answers 404 %s', async (_how, body) => {
		always(/externalId/, { kind: 'status', status: 404, body });
		const { status, message } = await press();
		expect(status).toBe('Error');
		expect(message).toContain("'Base URL'");
	});

	it('a token without the scope', async () => {
		always(/externalId/, { kind: 'status', status: 403 });
		expect(await press()).toEqual({
			status: 'Error',
			message: 'This access token lacks the scope api/orders.',
		});
	});

	it.each([302, 400, 405, 429, 500, 502, 503])('an API that answers %i', async (status) => {
		always(/externalId/, { kind: 'status', status });
		expect((await press()).status).toBe('Error');
	});

	it.each([429, 500, 503])('a token endpoint that answers %i', async (status) => {
		always(/token$/, { kind: 'status', status });
		const { status: shown, message } = await press({ accessToken: desk.api.tokens.expired });
		expect(shown).toBe('Error');
		expect(message).toContain(`(HTTP ${status})`);
	});

	it('neither token', async () => {
		const { status, message } = await press({ accessToken: '', refreshToken: '' });
		expect(status).toBe('Error');
		expect(message).toContain("'Access Token' is empty");
		expect(calls()).toEqual([]);
	});
});

it('an address that redirects is not good, and neither token is carried on', async () => {
	const location = `${desk.sandbox.url}/elsewhere`;
	for (const path of [/externalId/, /token$/]) {
		const remove = always(path, { kind: 'status', status: 302, headers: { location } });
		expect((await press({ accessToken: desk.api.tokens.expired })).status).toBe('Error');
		remove();
	}
	expect(calls().filter((call) => call.includes('elsewhere'))).toEqual([]);
});
