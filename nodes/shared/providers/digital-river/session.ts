import { inputFailure } from '../../failure';
import { text } from '../../read';
import type { Session } from '../../transport/api-request';
import type { Runtime } from '../../transport/runtime';
import { accountPace } from '../account-pace';
import { readAddress } from '../credential-address';
import { oncePerRun } from '../once-per-run';
import { redactOf } from '../redact';
import { verdictOf } from './api-failure';

const CREDENTIAL = 'digitalRiverApi';

/**
 * The session with Digital River of one execution.
 * @throws Failure of kind `input` if the credential cannot be used
 */
export const openDigitalRiver = oncePerRun(open);

async function open(runtime: Runtime): Promise<Session> {
	const { ctx, signal, timeoutMs } = runtime;
	const { apiKey, baseUrl, apiVersion } = await ctx.getCredentials(CREDENTIAL);
	const key = (text(apiKey) ?? '').trim();
	checkVersion((text(apiVersion) ?? '').trim());
	const address = readAddress(baseUrl, 'Base URL', 'Digital River', 'https://api.digitalriver.com');
	return {
		ctx,
		pace: accountPace(runtime, CREDENTIAL, address),
		signal,
		timeoutMs,
		service: 'Digital River',
		credential: CREDENTIAL,
		baseUrl: address,
		verdict: verdictOf,
		redact: redactOf(() => [key]),
	};
}

function checkVersion(version: string): void {
	if (version === '' || /^\d{4}-\d{2}-\d{2}$/.test(version)) return;
	throw inputFailure(
		"The credential's 'API Version' is not a date",
		'Open the Digital River credential and give a version such as 2021-02-23, or leave it empty.',
		'API Version',
	);
}
