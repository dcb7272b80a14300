import { text } from '../../read';
import type { Session } from '../../transport/api-request';
import type { Runtime } from '../../transport/runtime';
import { accountPace } from '../account-pace';
import { oncePerRun } from '../once-per-run';
import { redactOf } from '../redact';
import { addressOf, currentToken, renewedTokens } from './access-token';

const CREDENTIAL = 'deliverrApi';

/**
 * The session with Deliverr of one execution.
 * @throws Failure of kind `input` if the credential cannot be used
 */
export const openDeliverr = oncePerRun(open);

async function open(runtime: Runtime): Promise<Session> {
	const { ctx, signal, timeoutMs } = runtime;
	const credentials = await ctx.getCredentials(CREDENTIAL);
	const { accessToken, refreshToken } = credentials;
	const entered = [accessToken, refreshToken].map((one) => (text(one) ?? '').trim());
	const secrets = [...entered, currentToken(credentials)];
	const address = addressOf(credentials);
	return {
		ctx,
		pace: accountPace(runtime, CREDENTIAL, address),
		signal,
		timeoutMs,
		service: 'Deliverr',
		credential: CREDENTIAL,
		baseUrl: address,
		renewsToken: true,
		redact: redactOf(() => [...secrets, ...renewedTokens()]),
	};
}
