import { DeliverySolutionsApi } from '../../../credentials/DeliverySolutionsApi.credentials.ts';
import type { FailureFacts } from '../../../nodes/shared/failure.ts';
import { accessToken } from '../../../nodes/shared/providers/delivery-solutions/access-token.ts';
import { findLeaks } from '../../engine/support/secrets.mts';
import { failureOf, useFakeTime, useRealTime } from '../support/fake-time.mts';
import { labelsOf } from '../support/panel.mts';
import { answers, breaksWith, type Step, TOKEN } from '../support/scripted-api.mts';
import { newClient, tokenEndpoint } from '../support/token-endpoint.mts';

beforeEach(useFakeTime);
afterEach(useRealTime);

const REFUSAL = { response: { errors: [{ code: '10401', message: 'Refused.' }] } };

async function factsAfter(step: Step): Promise<FailureFacts> {
	return (await failureOf(accessToken(tokenEndpoint([step]).helper, newClient()))).facts;
}

it.each([
	[400, 'Delivery Solutions refused to give an access token', false],
	[401, 'Delivery Solutions does not accept the client ID and client secret', false],
	[403, 'Delivery Solutions has blocked this client', false],
	[429, 'Delivery Solutions gives out no more access tokens at the moment', true],
	[500, 'Delivery Solutions failed to give an access token', true],
	[503, 'Delivery Solutions failed to give an access token', true],
	[302, "There is no token service at 'Token URL'", false],
	[404, "There is no token service at 'Token URL'", false],
	[405, "There is no token service at 'Token URL'", false],
])(
	'a token endpoint that answers %d is told of in plain words',
	async (status, what, transient) => {
		const facts = await factsAfter(answers(status, REFUSAL, { transId: 't-1' }));
		expect(facts).toEqual({
			kind: 'api',
			what: `${what} (HTTP ${status})`,
			fix: expect.stringMatching(/^[A-Z].*\.$/),
			httpCode: String(status),
			transient,
			code: '10401',
			apiMessage: 'Refused.',
			requestId: 't-1',
		});
	},
);

it.each<[string, unknown]>([
	['a page', '<html>Sign in</html>'],
	['nothing', ''],
	['JSON without a token', { token_type: 'Bearer' }],
	['an empty token', { access_token: '' }],
	['a token that is no text', { access_token: { a: 1 } }],
	['a list', [{ access_token: 'T' }]],
])('a success that holds %s is no token', async (_what, body) => {
	const facts = await factsAfter(answers(200, body));
	expect(facts).toMatchObject({
		what: "Something other than Delivery Solutions answered at 'Token URL' (HTTP 200)",
		transient: true,
	});
});

it.each([
	['7', 7000],
	['Thu, 15 Jan 2026 12:00:30 GMT', 30_000],
])('how long it asks to wait is kept: %s', async (wait, ms) => {
	const facts = await factsAfter(answers(429, REFUSAL, { 'Retry-After': wait }));
	expect(facts.retryAfterMs).toBe(ms);
});

it('how long to wait is left out where nothing is said', async () => {
	expect(await factsAfter(answers(429, REFUSAL))).not.toHaveProperty('retryAfterMs');
});

it.each([
	['ECONNREFUSED', 'nothing answers at that address', true],
	['ENOTFOUND', 'its host name was not found', true],
	['ECONNRESET', 'the connection was cut', true],
	['ETIMEDOUT', 'no answer came in time', true],
	['CERT_HAS_EXPIRED', 'its certificate has expired', false],
	['ERR_INVALID_URL', 'its address is not a valid URL', false],
])('a token endpoint that cannot be reached is named: %s', async (code, reason, transient) => {
	expect(await factsAfter(breaksWith(code))).toEqual({
		kind: 'connection',
		what: `No access token could be fetched from https://api.example/oauth/token: ${reason}`,
		fix: "Check the credential's 'Token URL'. This n8n must be able to reach it.",
		code,
		transient,
	});
});

it('every label that a fix names is in the credential', async () => {
	const labels = labelsOf(new DeliverySolutionsApi().properties);
	for (const status of [200, 400, 401, 403, 404, 429, 500]) {
		const { what, fix } = await factsAfter(answers(status, {}));
		for (const [, label = ''] of `${what} ${fix}`.matchAll(/'([A-Z][^']*)'/g)) {
			expect(labels).toContain(label);
		}
	}
});

it('the secret stands in no failure, even where the endpoint repeats it', async () => {
	const client = newClient();
	const secret = String(client.clientSecret);
	const body = { response: { errors: [{ code: secret, message: `${secret} is wrong` }] } };
	for (const step of [answers(401, body, { transId: secret }), breaksWith('ECONNREFUSED')]) {
		const again = { ...client, clientId: `${String(client.clientId)}-${step.length}` };
		const failure = await failureOf(accessToken(tokenEndpoint([step]).helper, again));
		expect([...findLeaks(failure, secret), ...findLeaks(failure, TOKEN)]).toEqual([]);
	}
});
