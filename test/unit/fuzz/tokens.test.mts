import { validateHeaderValue } from 'node:http';
import fc from 'fast-check';
import type { ICredentialDataDecryptedObject, IHttpRequestHelper } from 'n8n-workflow';
import { DeliverrApi } from '../../../credentials/DeliverrApi.credentials.ts';
import { DeliverySolutionsApi } from '../../../credentials/DeliverySolutionsApi.credentials.ts';
import { Failure } from '../../../nodes/shared/failure.ts';
import { useFakeTime, useRealTime } from '../support/fake-time.mts';
import { partialFake } from '../support/partial-fake.mts';
import { accountsAt, newOrigin, SECRET } from './support/accounts.mts';
import { play, shareOf } from './support/cases.mts';
import { endOf } from '../support/ends.mts';
import { anySpoiling, spoiling } from './support/spoiling.mts';
import { NO_WORDS, strictApi } from './support/strict-api.mts';

const deliverr = new DeliverrApi();
const deliverySolutions = new DeliverySolutionsApi();

type Fetch = (
	helper: IHttpRequestHelper,
	credentials: ICredentialDataDecryptedObject,
) => Promise<ICredentialDataDecryptedObject>;

/** The credentials that fetch tokens, each as it is when its token is refused. */
const KINDS = {
	deliverrApi: {
		type: deliverr,
		fetchToken: (async (helper, credentials) =>
			await deliverr.preAuthentication.call(helper, credentials)) satisfies Fetch,
		stale: { refreshToken: `refresh-${SECRET}`, currentToken: 'kept of-earlier' },
	},
	deliverySolutionsApi: {
		type: deliverySolutions,
		fetchToken: (async (helper, credentials) =>
			await deliverySolutions.preAuthentication.call(helper, credentials)) satisfies Fetch,
		stale: { accessToken: '' },
	},
} as const;

const GOOD = {
	access_token: 'A1b2-C3.d4~e5+f6/g7==',
	token_type: 'Bearer',
	expires_in: '3599',
	refresh_token: 'next-refresh',
	status: 'approved',
};

const NAMES = ['deliverrApi', 'deliverySolutionsApi'] as const;

beforeEach(useFakeTime);
afterEach(useRealTime);

test.each(NAMES)('%s: a token that can be sent, or why there is none', async (name) => {
	const { type, fetchToken, stale } = KINDS[name];
	const spoilings = fc.array(anySpoiling, { minLength: 1, maxLength: 2 });
	let got = 0;
	await play(shareOf('tokens', NAMES.length), spoilings, async (all) => {
		const spoil = spoiling(all);
		let nth = 0;
		const api = strictApi(() => {
			const good = { call: '', status: 200, headers: {}, body: GOOD };
			const { status: statusCode, headers, body } = spoil(good, nth++);
			return { statusCode, headers, body };
		});
		const helper = partialFake<IHttpRequestHelper>({
			helpers: partialFake<IHttpRequestHelper['helpers']>({
				httpRequest: async (options) => await api.answer({ credential: undefined, options }),
			}),
		});
		const origin = newOrigin();
		const entered: ICredentialDataDecryptedObject = { ...accountsAt(origin)[name], ...stale };
		const ending = await endOf<ICredentialDataDecryptedObject>(fetchToken(helper, entered));
		expect(api.faults).toEqual([]);
		if ('error' in ending) {
			expect(wordsOf(ending.error)).not.toMatch(NO_WORDS);
			expect(wordsOf(ending.error)).not.toContain(SECRET);
			return;
		}
		got += 1;
		const kept = JSON.parse(JSON.stringify({ ...entered, ...ending.value }));
		const { headers = {} } = await type.authenticate(kept, { url: origin });
		const authorization = String(headers.Authorization);
		validateHeaderValue('Authorization', authorization);
		expect(authorization).toMatch(/^Bearer [!-~]+$/);
		expect(authorization).not.toContain(SECRET);
	});
	expect(got).toBeGreaterThan(0);
});

/** What a person reads of a failure; anything else that was thrown is a fault. */
function wordsOf(error: unknown): string {
	if (!(error instanceof Failure)) throw error;
	const { what, fix } = error.facts;
	expect([what.trim(), fix.trim()]).not.toContain('');
	return JSON.stringify(error.facts);
}
