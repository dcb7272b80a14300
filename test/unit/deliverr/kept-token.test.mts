import {
	currentToken,
	tokensToKeep,
} from '../../../nodes/shared/providers/deliverr/access-token.ts';
import { answers } from '../support/scripted-api.mts';
import { tokenEndpoint } from '../support/token-endpoint.mts';

const entered = {
	accessToken: 'A-entered',
	refreshToken: 'R-entered',
	baseUrl: 'https://deliverr.example',
	currentToken: '',
};

/** The credential after its token was refused and renewed. */
async function renewed() {
	const { helper } = tokenEndpoint([answers(200, { access_token: 'A-renewed', expires_in: 3600 })]);
	const first = { ...entered, ...(await tokensToKeep(helper, entered)) };
	return { ...first, ...(await tokensToKeep(helper, first)) };
}

it('the renewed token is sent while the entered ones stay', async () => {
	expect(currentToken(await renewed())).toBe('A-renewed');
});

it.each([
	['another access token', { accessToken: 'A-other' }, 'A-other'],
	['another refresh token', { refreshToken: 'R-other' }, 'A-entered'],
	['no refresh token', { refreshToken: '' }, 'A-entered'],
])('once somebody enters %s, the renewed one counts no more', async (_what, changes, sent) => {
	expect(currentToken({ ...(await renewed()), ...changes })).toBe(sent);
});
