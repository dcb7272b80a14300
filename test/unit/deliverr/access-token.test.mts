import type { ICredentialDataDecryptedObject } from 'n8n-workflow';
import { DeliverrApi } from '../../../credentials/DeliverrApi.credentials.ts';
import { errorOf, failureOf, finish, useFakeTime, useRealTime } from '../support/fake-time.mts';
import { answers, breaksWith, type Step } from '../support/scripted-api.mts';
import { tokenEndpoint } from '../support/token-endpoint.mts';

beforeEach(useFakeTime);
afterEach(useRealTime);

const api = new DeliverrApi();

let clients = 0;

/** A credential that no other test has: tokens are kept for the whole process. */
function credential(changes: ICredentialDataDecryptedObject = {}): ICredentialDataDecryptedObject {
	clients += 1;
	return {
		accessToken: `access-${clients}`,
		refreshToken: `refresh-${clients}-3f9c1a77`,
		baseUrl: 'https://deliverr.example',
		currentToken: '',
		...changes,
	};
}

const gives = (access_token: string, more: object = {}): Step =>
	answers(200, { access_token, token_type: 'Bearer', expires_in: 3600, ...more });

/** What n8n does: has the token made ready, and keeps what comes of it in the credential. */
async function prepare(
	endpoint: ReturnType<typeof tokenEndpoint>,
	data: ICredentialDataDecryptedObject,
): Promise<ICredentialDataDecryptedObject> {
	return { ...data, ...(await api.preAuthentication.call(endpoint.helper, data)) };
}

/** The Authorization header of a request with a credential. */
async function headerOf(data: ICredentialDataDecryptedObject): Promise<unknown> {
	const { headers } = await api.authenticate(data, { url: 'https://deliverr.example/orders' });
	return headers?.Authorization;
}

describe('the access token of the credential', () => {
	it('is sent at first, and nobody is asked', async () => {
		const endpoint = tokenEndpoint([gives('T1')]);
		const kept = await prepare(endpoint, credential({ accessToken: ' mine\n' }));
		expect(await headerOf(kept)).toBe('Bearer mine');
		expect(endpoint.asked).toEqual([]);
	});

	it('is renewed after it was refused, at the address of the credential', async () => {
		const endpoint = tokenEndpoint([gives('T1')]);
		const first = await prepare(endpoint, credential({ baseUrl: ' https://deliverr.example/ ' }));
		const second = await prepare(endpoint, first);
		expect(await headerOf(second)).toBe('Bearer T1');
		expect(endpoint.asked).toMatchObject([
			{
				method: 'POST',
				url: 'https://deliverr.example/oauth/v1/token',
				body: `grant_type=refresh_token&refresh_token=${String(first.refreshToken)}`,
				disableFollowRedirect: true,
			},
		]);
	});

	it('is sent again where somebody puts another in the place of a renewed one', async () => {
		const endpoint = tokenEndpoint([gives('T1')]);
		const renewed = await prepare(endpoint, await prepare(endpoint, credential()));
		expect(await headerOf({ ...renewed, accessToken: 'of-another-account' })).toBe(
			'Bearer of-another-account',
		);
	});

	it('may be missing where there is a refresh token', async () => {
		const endpoint = tokenEndpoint([gives('T1')]);
		const kept = await prepare(endpoint, credential({ accessToken: '' }));
		expect(await headerOf(kept)).toBe('Bearer T1');
		expect(endpoint.asked).toHaveLength(1);
	});
});

describe('a renewed token', () => {
	it('is asked for once by all that were refused together', async () => {
		const endpoint = tokenEndpoint([gives('T1'), gives('T2')], 500);
		const first = await prepare(endpoint, credential());
		const wanted = Array.from({ length: 100 }, () => prepare(endpoint, first));
		for (const kept of await finish(Promise.all(wanted))) {
			expect(await headerOf(kept)).toBe('Bearer T1');
		}
		expect(endpoint.asked).toHaveLength(1);
	});

	it('is renewed itself once it is refused', async () => {
		const endpoint = tokenEndpoint([gives('T1'), gives('T2')]);
		let kept = credential();
		for (let times = 0; times < 3; times += 1) kept = await prepare(endpoint, kept);
		expect(await headerOf(kept)).toBe('Bearer T2');
	});

	it.each([
		['refresh token', { refreshToken: 'another' }],
		['address', { baseUrl: 'https://other.example' }],
	])('is not given to a credential with another %s', async (_what, changes) => {
		const endpoint = tokenEndpoint([gives('T1'), gives('T2')]);
		const first = await prepare(endpoint, credential());
		await prepare(endpoint, first);
		expect(await headerOf(await prepare(endpoint, { ...first, ...changes }))).toBe('Bearer T2');
	});

	it('whose life is not told is used all the same', async () => {
		const endpoint = tokenEndpoint([gives('T1', { expires_in: undefined })]);
		const first = await prepare(endpoint, credential());
		expect(await headerOf(await prepare(endpoint, first))).toBe('Bearer T1');
	});
});

describe('a refresh token that comes with a renewed token', () => {
	const rotating = () =>
		tokenEndpoint([
			gives('T1', { refresh_token: 'R2' }),
			gives('T2', { refresh_token: 'R3' }),
			gives('T3', { refresh_token: 'R4' }),
			answers(400),
		]);

	it('is kept in the place of the old one, and used next', async () => {
		const endpoint = tokenEndpoint([gives('T1', { refresh_token: 'R2' }), gives('T2')]);
		const first = await prepare(endpoint, credential());
		const second = await prepare(endpoint, first);
		expect(second.refreshToken).toBe('R2');
		const third = await prepare(endpoint, second);
		expect(await headerOf(third)).toBe('Bearer T2');
		expect(third.refreshToken).toBe('R2');
		expect(endpoint.asked[1]?.body).toContain('refresh_token=R2');
	});

	it('is not put back by a request that was on its way during two renewals', async () => {
		const endpoint = rotating();
		const first = await prepare(endpoint, credential());
		await prepare(endpoint, await prepare(endpoint, first));
		const late = await prepare(endpoint, first);
		expect(await headerOf(late)).toBe('Bearer T2');
		expect(late.refreshToken).toBe('R3');
		expect(endpoint.asked).toHaveLength(2);
	});

	it('is the one to renew with, also for a request that comes after its time with an old one', async () => {
		const endpoint = rotating();
		const first = await prepare(endpoint, credential());
		await prepare(endpoint, await prepare(endpoint, first));
		jest.setSystemTime(Date.now() + 3_600_000);
		const late = await prepare(endpoint, first);
		expect(await headerOf(late)).toBe('Bearer T3');
		expect(late.refreshToken).toBe('R4');
		expect(endpoint.asked.at(-1)?.body).toContain('refresh_token=R3');
	});
});

describe('where no token is to be had', () => {
	it.each<[string, Step, transient: boolean]>([
		['400', answers(400, { code: 400, message: 'No' }), false],
		['401', answers(401), false],
		['403', answers(403), false],
		['404', answers(404), false],
		['429', answers(429), true],
		['500', answers(500), true],
		['503', answers(503), true],
		['a page', answers(200, '<html></html>'), true],
		['an empty token', answers(200, { access_token: '' }), true],
		['a connection that is cut', breaksWith('ECONNRESET'), true],
		['an address that is none', breaksWith('ERR_INVALID_URL'), false],
	])('%s says whether it passes', async (_name, step, transient) => {
		const endpoint = tokenEndpoint([step]);
		const first = await prepare(endpoint, credential());
		const { facts } = await failureOf(prepare(endpoint, first));
		expect(facts.transient).toBe(transient);
		expect(JSON.stringify(facts)).not.toContain(String(first.refreshToken));
	});

	it('what it asks to wait is told on', async () => {
		const endpoint = tokenEndpoint([answers(429, {}, { 'retry-after': '60' })]);
		const first = await prepare(endpoint, credential());
		const { facts } = await failureOf(prepare(endpoint, first));
		expect(facts.retryAfterMs).toBe(60_000);
	});

	it('a refusal holds for a moment, and a passing trouble does not', async () => {
		const refusing = tokenEndpoint([answers(400)]);
		const refused = await prepare(refusing, credential());
		await failureOf(prepare(refusing, refused));
		await failureOf(prepare(refusing, refused));
		expect(refusing.asked).toHaveLength(1);
		const failing = tokenEndpoint([answers(500), gives('T1')]);
		const first = await prepare(failing, credential());
		await failureOf(prepare(failing, first));
		expect(await headerOf(await prepare(failing, first))).toBe('Bearer T1');
	});

	it('without a refresh token nobody is asked', async () => {
		const endpoint = tokenEndpoint([gives('T1')]);
		const first = await prepare(endpoint, credential({ refreshToken: '' }));
		expect(String(await errorOf(prepare(endpoint, first)))).toContain(
			'Deliverr does not accept the access token',
		);
		expect(endpoint.asked).toEqual([]);
	});
});
