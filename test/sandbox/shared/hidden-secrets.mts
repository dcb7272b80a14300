import type { LoggedRequest } from '../log.mts';
import { isObject, type Json } from './json.mts';

const HIDDEN = '[hidden]';

/** Names under which credentials of webhooks stand; `value` is that of a header in a target. */
const SECRETS: ReadonlySet<string> = new Set([
	'token',
	'username',
	'password',
	'secret',
	'clientSecret',
	'value',
]);

/** The webhook as it may be printed: without what authenticates its deliveries. */
export function webhookForPrint(webhook: Json): Json {
	return Object.fromEntries(
		Object.entries(webhook).map(([name, value]) => {
			if (isObject(value)) return [name, webhookForPrint(value)];
			return [name, SECRETS.has(name) && typeof value === 'string' ? HIDDEN : value];
		}),
	);
}

/** A request as it may be printed: without the credentials of a webhook that it registers. */
export function requestForPrint(request: LoggedRequest): LoggedRequest {
	const { path, body } = request;
	if (!path.includes('/webhook') || !isObject(body)) return request;
	return { ...request, body: webhookForPrint(body) };
}

/** Headers as they may be printed. Any but the type of the body may be what authenticates it. */
export function headersForPrint(headers: Readonly<Record<string, string>>): Record<string, string> {
	return Object.fromEntries(
		Object.entries(headers).map(([name, value]) => [
			name,
			name.toLowerCase() === 'content-type' ? value : HIDDEN,
		]),
	);
}
