const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]']);

/**
 * Whether a webhook may be sent to an address. The vendors want https; the sandbox, where nothing has
 * a certificate, may let http on this machine pass.
 */
export function isWebhookUrl(url: string, allowInsecure: boolean): boolean {
	if (!URL.canParse(url)) return false;
	if (/^https:\/\/.+/.test(url)) return true;
	const { protocol, hostname } = new URL(url);
	return allowInsecure && protocol === 'http:' && LOOPBACK.has(hostname);
}
