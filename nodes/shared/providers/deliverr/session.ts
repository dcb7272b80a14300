import { text } from '../../read';
import type { Session } from '../../transport/api-request';
import type { Runtime } from '../../transport/runtime';
import { oncePerRun } from '../once-per-run';
import { redactOf } from '../redact';
import { addressOf, currentToken, renewedTokens } from './access-token';

const CREDENTIAL = 'deliverrApi';

/**
 * The session with Deliverr of one execution.
 * @throws Failure of kind `input` if the credential cannot be used
 */
export const openDeliverr = oncePerRun(open);

async function open({ ctx, pace, signal, timeoutMs }: Runtime): Promise<Session> {
	const credentials = await ctx.getCredentials(CREDENTIAL);
	const { accessToken, refreshToken } = credentials;
	const entered = [accessToken, refreshToken].map((one) => (text(one) ?? '').trim());
	const secrets = [...entered, currentToken(credentials)];
	return {
		ctx,
		pace,
		signal,
		timeoutMs,
		service: 'Deliverr',
		credential: CREDENTIAL,
		baseUrl: addressOf(credentials),
		renewsToken: true,
		redact: redactOf(() => [...secrets, ...renewedTokens()]),
	};
}
