import {
	ACCOUNT_NAMES,
	accountFields,
	CREDENTIAL_TYPES,
	type CredentialType,
} from './support/accounts.mts';
import { saveCredential, testCredential, type CredentialFields } from './rest/credentials.mts';
import { useHost } from './support/use-host.mts';

const desk = useHost();

/** A secret of each that is wrong, and what the person is told. */
const WRONG: Record<CredentialType, { fields: CredentialFields; told: RegExp }> = {
	flexportApi: {
		fields: { apiToken: 'shltm_nobody' },
		told: /^Flexport does not accept this API token|^Authorization failed/,
	},
	deliverySolutionsApi: { fields: { clientSecret: 'nobody' }, told: /Client Secret|client secret/ },
	deliverrApi: {
		fields: { accessToken: 'nobody', refreshToken: '' },
		told: /does not accept (the|this) access token/,
	},
	digitalRiverApi: {
		fields: { apiKey: 'sk_test_nobody' },
		// Older versions of n8n have words of their own.
		told: /^Digital River does not accept this API key|^Authorization failed/,
	},
};

describe.each(CREDENTIAL_TYPES)('%s', (type) => {
	const press = async (changes: CredentialFields = {}) => {
		const data = { ...accountFields(desk.sandbox)[type], ...changes };
		const saved = await saveCredential(desk.rest, type, `${ACCOUNT_NAMES[type]} on trial`, data);
		return await testCredential(desk.rest, type, saved, data);
	};

	it('is good', async () => {
		expect(await press()).toEqual({ status: 'OK', message: 'Connection successful!' });
	});

	it('is not good with a wrong secret, and says so', async () => {
		const { fields, told } = WRONG[type];
		const { status, message } = await press(fields);
		expect(status).toBe('Error');
		expect(message).toMatch(told);
		for (const secret of Object.values(fields).filter(Boolean)) {
			expect(message).not.toContain(secret);
		}
	});

	it('is not good with an address where nobody is', async () => {
		expect((await press({ baseUrl: 'http://127.0.0.1:9' })).status).toBe('Error');
	});
});

it('n8n gives no secret of a saved credential back', async () => {
	for (const type of CREDENTIAL_TYPES) {
		const { id } = desk.accounts[type];
		const shown = JSON.stringify(
			await desk.rest.call('GET', `/credentials/${id}?includeData=true`),
		);
		const fields = accountFields(desk.sandbox)[type];
		const secrets = Object.entries(fields).filter(([name]) => /token$|secret|key/i.test(name));
		expect(secrets.length).toBeGreaterThan(0);
		for (const [, secret] of secrets) expect(shown).not.toContain(secret);
	}
});
