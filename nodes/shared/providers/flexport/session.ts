import { inputFailure } from '../../failure';
import { text } from '../../read';
import type { Runtime } from '../../transport/runtime';
import type { Session } from '../../transport/api-request';
import { accountPace } from '../account-pace';
import { readAddress } from '../credential-address';
import { oncePerRun } from '../once-per-run';
import { redactOf } from '../redact';

const CREDENTIAL = 'flexportApi';

/**
 * The session with Flexport of one execution.
 * @throws Failure of kind `input` if the credential cannot be used
 */
export const openFlexport = oncePerRun(open);

async function open(runtime: Runtime): Promise<Session> {
	const { ctx, signal, timeoutMs } = runtime;
	const { apiToken, baseUrl, apiVersion } = await ctx.getCredentials(CREDENTIAL);
	const token = (text(apiToken) ?? '').trim();
	const address = readBaseUrl(baseUrl);
	return {
		ctx,
		pace: accountPace(runtime, CREDENTIAL, address),
		signal,
		timeoutMs,
		service: 'Flexport',
		credential: CREDENTIAL,
		baseUrl: `${address}/logistics/api/${readVersion(apiVersion)}`,
		redact: redactOf(() => [token]),
	};
}

function readBaseUrl(value: unknown): string {
	const baseUrl = readAddress(value, 'Base URL', 'Flexport', 'https://logistics-api.flexport.com');
	if (/^https?:\/\/api\.flexport\.com(\/|$)/.test(baseUrl)) {
		throw inputFailure(
			"The credential's 'Base URL' is that of Flexport's freight forwarding API",
			'Give https://logistics-api.flexport.com instead.',
			'Base URL',
		);
	}
	return baseUrl;
}

function readVersion(value: unknown): string {
	const version = (text(value) ?? '').trim();
	if (/^(\d{4}-\d{2}|unstable)$/.test(version)) return version;
	throw inputFailure(
		"The credential's 'API Version' is not of the form YYYY-MM",
		'Open the Flexport credential and give a version such as 2026-02.',
		'API Version',
	);
}
