import { tokensToKeep } from '../../../../nodes/shared/providers/deliverr/access-token.ts';
import { accessToken } from '../../../../nodes/shared/providers/delivery-solutions/access-token.ts';
import { failureOf, useFakeTime, useRealTime } from '../../support/fake-time.mts';
import { givesToken, newClient, tokenEndpoint } from '../../support/token-endpoint.mts';
import { accountsAt, newOrigin } from '../support/accounts.mts';

beforeEach(useFakeTime);
afterEach(useRealTime);

const TOKENS = ['two words', 'line\nbreak', '\u0000', 'ünter', '  '];

describe.each(TOKENS)('%j for a token', (token) => {
	it('is none, says Delivery Solutions', async () => {
		const { helper } = tokenEndpoint([givesToken(token)]);
		const { facts } = await failureOf(accessToken(helper, newClient()));
		expect(facts.what).toContain('Something other than Delivery Solutions answered');
	});

	it('is none, says Deliverr', async () => {
		const { helper } = tokenEndpoint([givesToken(token)]);
		const stale = { refreshToken: `refresh ${token}`, currentToken: 'kept of-earlier' };
		const credentials = { ...accountsAt(newOrigin()).deliverrApi, ...stale };
		const { facts } = await failureOf(tokensToKeep(helper, credentials));
		expect(facts).toMatchObject({ kind: 'api', httpCode: '200' });
	});
});
