import { text } from '../../read';
import type { Session } from '../../transport/api-request';
import type { Runtime } from '../../transport/runtime';
import { accountPace } from '../account-pace';
import { readAddress } from '../credential-address';
import { oncePerRun } from '../once-per-run';
import { redactOf } from '../redact';
import { accessTokens, keptToken } from './access-token';
import { verdictOf } from './api-failure';

const CREDENTIAL = 'deliverySolutionsApi';

/**
 * The session with Delivery Solutions of one execution.
 * @throws Failure of kind `input` if the credential cannot be used
 */
export const openDeliverySolutions = oncePerRun(open);

async function open(runtime: Runtime): Promise<Session> {
	const { ctx, signal, timeoutMs } = runtime;
	const credentials = await ctx.getCredentials(CREDENTIAL);
	const { clientSecret, baseUrl } = credentials;
	// The token that n8n kept may be of an earlier process.
	const kept = [(text(clientSecret) ?? '').trim(), keptToken(credentials)];
	const address = readAddress(
		baseUrl,
		'Base URL',
		'Delivery Solutions',
		'https://api.lynkup.com/shipping/v1',
	);
	return {
		ctx,
		pace: accountPace(runtime, CREDENTIAL, address),
		signal,
		timeoutMs,
		service: 'Delivery Solutions',
		credential: CREDENTIAL,
		baseUrl: address,
		renewsToken: true,
		verdict: verdictOf,
		redact: redactOf(() => [...kept, ...accessTokens()]),
	};
}
