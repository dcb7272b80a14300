import type { IHookFunctions } from 'n8n-workflow';
import { inputFailure } from '../shared/failure';

/** The address that a system is to send to: one for tests from the editor, another in production. */
export function webhookUrlOf(ctx: IHookFunctions): string {
	const url = ctx.getNodeWebhookUrl('default');
	if (url) return url;
	throw inputFailure('n8n gave no address for this webhook', 'Delete this node and add it anew.');
}

/**
 * The systems send to https only (Webhooks API of Flexport and Deliverr: `^https://.+`; Digital
 * River: a https URL). An imitation on the same machine does without.
 *
 * @param baseUrl address of the API
 * @throws Failure of kind `input`, before anything was registered
 */
export function checkAddress(url: string, service: string, baseUrl: string): void {
	if (isReachable(url, baseUrl)) return;
	throw inputFailure(
		`${service} sends to addresses with https only, and the address of this n8n is ${originOf(url)}`,
		'Set the environment variable WEBHOOK_URL of n8n to its public https address, e.g. https://n8n.example.com/, restart n8n and activate the workflow again. Nothing was registered.',
	);
}

/** Without the path, which nobody else should know. An address may even lack its `http://`. */
function originOf(url: string): string {
	return (
		/^[a-z]+:\/\/[^/]+/i.exec(url.trim())?.[0] ??
		(url.split('/').find((part) => part !== '') || url)
	);
}

/** Whether a system sends to this address at all. If not, it was never registered there. */
export function isReachable(url: string, baseUrl: string): boolean {
	return /^https:\/\//i.test(url) || isThisMachine(baseUrl);
}

function isThisMachine(baseUrl: string): boolean {
	const { hostname } = new URL(baseUrl);
	return /^(localhost|.+\.localhost|127(\.\d{1,3}){3}|\[::1\])$/.test(hostname);
}
