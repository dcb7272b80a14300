import {
	accessToken,
	accessTokens,
	keptToken,
} from '../../../nodes/shared/providers/delivery-solutions/access-token.ts';
import { failureOf, finish, useFakeTime, useRealTime } from '../support/fake-time.mts';
import { answers } from '../support/scripted-api.mts';
import { givesToken, keptBy, newClient, tokenEndpoint } from '../support/token-endpoint.mts';

beforeEach(useFakeTime);
afterEach(useRealTime);

const refused = answers(401, { response: { errors: [{ code: '10401', message: 'No' }] } });
const busy = answers(500);

describe('a token', () => {
	it('is asked for once for many that want one at the same time', async () => {
		const { helper, asked } = tokenEndpoint([givesToken('T1'), givesToken('T2')], 500);
		const client = newClient();
		const wanted = Array.from({ length: 200 }, () => accessToken(helper, client));
		expect(new Set(await finish(Promise.all(wanted)))).toEqual(new Set(['T1']));
		expect(asked).toHaveLength(1);
	});

	it('is kept for those who come later', async () => {
		const { helper, asked } = tokenEndpoint([givesToken('T1'), givesToken('T2')]);
		const client = newClient();
		await accessToken(helper, client);
		jest.setSystemTime(Date.now() + 3_580_000);
		expect(await accessToken(helper, client)).toBe('T1');
		expect(asked).toHaveLength(1);
	});

	it('is kept for another credential of the same client', async () => {
		const { helper, asked } = tokenEndpoint([givesToken('T1'), givesToken('T2')]);
		const client = newClient();
		await accessToken(helper, client);
		const other = { ...client, baseUrl: 'https://other.example', accessToken: 'one-of-its-own' };
		expect(await accessToken(helper, other)).toBe('T1');
		expect(asked).toHaveLength(1);
	});

	it.each([
		['client', { clientId: 'another' }],
		['secret', { clientSecret: 'another' }],
		['token endpoint', { tokenUrl: 'https://another.example/token' }],
	])('is not given to another %s', async (_what, changes) => {
		const { helper, asked } = tokenEndpoint([givesToken('T1'), givesToken('T2')]);
		const client = newClient();
		await accessToken(helper, client);
		expect(await accessToken(helper, { ...client, ...changes })).toBe('T2');
		expect(asked).toHaveLength(2);
	});

	it('is the same where the credential was pasted with spaces or a slash around it', async () => {
		const { helper, asked } = tokenEndpoint([givesToken('T1'), givesToken('T2')]);
		const client = newClient();
		await accessToken(helper, client);
		const pasted = {
			clientId: ` ${client.clientId}\n`,
			clientSecret: `${client.clientSecret} `,
			tokenUrl: ` ${client.tokenUrl}/ `,
		};
		expect(await accessToken(helper, { ...client, ...pasted })).toBe('T1');
		expect(asked[0]?.auth).toEqual({ username: client.clientId, password: client.clientSecret });
	});

	it('is taken out of texts while it can still show up, and so is the one before', async () => {
		const { helper } = tokenEndpoint([givesToken('tok-one-1'), givesToken('tok-two-2')]);
		const client = newClient();
		await accessToken(helper, client);
		await accessToken(helper, { ...client, accessToken: keptBy(client, 'tok-one-1') });
		expect(accessTokens()).toEqual(expect.arrayContaining(['tok-one-1', 'tok-two-2']));
	});
});

describe('a token that no longer works', () => {
	it('is renewed once for all that were refused with it, at once or later', async () => {
		const { helper, asked } = tokenEndpoint([givesToken('T1'), givesToken('T2')], 500);
		const client = newClient();
		await finish(accessToken(helper, client));
		const stale = { ...client, accessToken: keptBy(client, 'T1') };
		const together = Array.from({ length: 100 }, () => accessToken(helper, stale));
		expect(new Set(await finish(Promise.all(together)))).toEqual(new Set(['T2']));
		expect(await finish(accessToken(helper, stale))).toBe('T2');
		expect(asked).toHaveLength(2);
	});

	it('is none of this client where another client was entered since', async () => {
		const { helper, asked } = tokenEndpoint([givesToken('T1'), givesToken('T2')]);
		const client = newClient();
		await accessToken(helper, client);
		const kept = keptBy(client, 'T1');
		expect(keptToken({ ...client, accessToken: kept })).toBe('T1');
		expect(keptToken({ ...client, clientSecret: 'another', accessToken: kept })).toBe('');
		expect(asked).toHaveLength(1);
	});

	it('may be one of before n8n was started: the process then asks for its first one', async () => {
		const { helper, asked } = tokenEndpoint([givesToken('T9')]);
		const client = newClient({ accessToken: 'of-yesterday' });
		expect(await accessToken(helper, client)).toBe('T9');
		expect(asked).toHaveLength(1);
	});

	it('is not kept where the one that comes is the same: it is asked for again', async () => {
		const { helper, asked } = tokenEndpoint([givesToken('T1')]);
		const client = newClient();
		await accessToken(helper, client);
		expect(await accessToken(helper, { ...client, accessToken: keptBy(client, 'T1') })).toBe('T1');
		expect(asked).toHaveLength(2);
	});

	it.each([
		['3599', 3_589_000],
		['60', 50_000],
	])('after %s seconds it is renewed in time to reach the API', async (expiresIn, lastMoment) => {
		const { helper } = tokenEndpoint([givesToken('T1', expiresIn), givesToken('T2')]);
		const client = newClient();
		await accessToken(helper, client);
		jest.setSystemTime(Date.now() + lastMoment - 1);
		expect(await accessToken(helper, client)).toBe('T1');
		jest.setSystemTime(Date.now() + 1);
		expect(await accessToken(helper, client)).toBe('T2');
	});

	it.each(['', 'soon', '0', '5', '-60'])(
		'holds for five seconds where its life is %j, so that those refused together share one',
		async (expiresIn) => {
			const { helper } = tokenEndpoint([givesToken('T1', expiresIn), givesToken('T2')]);
			const client = newClient();
			expect(await accessToken(helper, client)).toBe('T1');
			jest.setSystemTime(Date.now() + 4_999);
			expect(await accessToken(helper, client)).toBe('T1');
			jest.setSystemTime(Date.now() + 1);
			expect(await accessToken(helper, client)).toBe('T2');
		},
	);
});

describe('a refusal', () => {
	it('goes to all who wait, after one request', async () => {
		const { helper, asked } = tokenEndpoint([refused], 500);
		const client = newClient();
		const wanted = Array.from({ length: 50 }, () =>
			accessToken(helper, client).catch(() => 'refused'),
		);
		expect(new Set(await finish(Promise.all(wanted)))).toEqual(new Set(['refused']));
		expect(asked).toHaveLength(1);
	});

	it('holds for three seconds, so that a thousand items do not ask a thousand times', async () => {
		const { helper, asked } = tokenEndpoint([refused, givesToken('T1')]);
		const client = newClient();
		const first = await failureOf(accessToken(helper, client));
		jest.setSystemTime(Date.now() + 2999);
		expect((await failureOf(accessToken(helper, client))).facts).toEqual(first.facts);
		expect(asked).toHaveLength(1);
		jest.setSystemTime(Date.now() + 1);
		expect(await accessToken(helper, client)).toBe('T1');
	});

	it('does not hold for a secret that was corrected', async () => {
		const { helper } = tokenEndpoint([refused, givesToken('T1')]);
		const client = newClient();
		await failureOf(accessToken(helper, client));
		expect(await accessToken(helper, { ...client, clientSecret: 'right' })).toBe('T1');
	});

	it('that passes does not hold: the next one asks again', async () => {
		const { helper, asked } = tokenEndpoint([busy, givesToken('T1')]);
		const client = newClient();
		await failureOf(accessToken(helper, client));
		expect(await accessToken(helper, client)).toBe('T1');
		expect(asked).toHaveLength(2);
	});

	it('leaves no one waiting: the next one may ask', async () => {
		const { helper, asked } = tokenEndpoint([busy], 100);
		const client = newClient();
		await failureOf(accessToken(helper, client));
		await failureOf(accessToken(helper, client));
		expect(asked).toHaveLength(2);
	});
});

describe('a credential that is not filled in', () => {
	it.each([
		['clientId', 'Client ID'],
		['clientSecret', 'Client Secret'],
	])('is refused by the name of the field, and nothing is sent: %s', async (name, label) => {
		for (const value of ['', '  ', undefined]) {
			const { helper, asked } = tokenEndpoint([givesToken('T1')]);
			const { facts } = await failureOf(
				accessToken(helper, { ...newClient(), [name]: value ?? '' }),
			);
			expect(facts).toEqual({
				kind: 'input',
				what: `The credential's '${label}' is empty`,
				fix: 'Open the Delivery Solutions credential and fill it in.',
				field: label,
			});
			expect(asked).toEqual([]);
		}
	});

	it.each(['', 'api.example/token', 'ftp://api.example', 'https://'])(
		'is refused where the token URL is %j',
		async (tokenUrl) => {
			const { helper, asked } = tokenEndpoint([givesToken('T1')]);
			const { facts } = await failureOf(accessToken(helper, newClient({ tokenUrl })));
			expect(facts).toMatchObject({
				kind: 'input',
				what: "The credential's 'Token URL' is not a web address",
				field: 'Token URL',
			});
			expect(asked).toEqual([]);
		},
	);
});
