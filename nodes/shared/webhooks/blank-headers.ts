/** Names of headers that prove who somebody is. */
const SECRET =
	/auth|token|secret|signature|cookie|password|credential|hmac|jwt|session|(api|access)[-_]?key/;

/**
 * Headers for people to look at, without what proves who sent them.
 * @param alsoSecret further names, in any case
 */
export function blankHeaders(
	headers: Readonly<Record<string, string>>,
	alsoSecret: readonly string[],
): Record<string, string> {
	const named = new Set(alsoSecret.map((name) => name.trim().toLowerCase()));
	return Object.fromEntries(
		Object.entries(headers).map(([name, value]) => [
			name,
			SECRET.test(name) || named.has(name) ? '***' : value,
		]),
	);
}
