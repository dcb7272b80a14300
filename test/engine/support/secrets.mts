/** Where a secret was found, as a path through the data. */
export type Leak = string;

/** A header written out; one whose value is hidden (`***`) does no harm. */
const AUTHORIZATION_LINE = /authorization["']?\s*[:=]\s*["']?(?!(?:(?:bearer|basic)\s+)?\*\*\*)\w/i;

/**
 * Walks everything that can be reached from a value (errors with their causes and hidden
 * properties, maps, buffers, logged lines) and names each place that holds the token or an
 * Authorization header.
 *
 * @param token the secret, or what all secrets look like
 */
export function findLeaks(value: unknown, token: string | RegExp): Leak[] {
	const isIn = typeof token === 'string' ? includes(token) : (text: string) => token.test(text);
	const leaks: Leak[] = [];
	const seen = new Set<object>();
	/** Texts without one: names of properties come again and again. */
	const clean = new Set<string>();
	const look = (text: string, path: string): void => {
		if (clean.has(text)) return;
		if (isIn(text)) leaks.push(`${path}: the token`);
		else if (AUTHORIZATION_LINE.test(text)) leaks.push(`${path}: an Authorization header`);
		else clean.add(text);
	};
	const walk = (current: unknown, path: string): void => {
		if (typeof current === 'string') look(current, path);
		if (typeof current !== 'object' || current === null || seen.has(current)) return;
		seen.add(current);
		if (Buffer.isBuffer(current)) return look(current.toString('utf8'), path);
		if (current instanceof Map || current instanceof Set) walk([...current], path);
		for (const key of Reflect.ownKeys(current)) {
			const name = String(key);
			const place = `${path}.${name}`;
			if (name.toLowerCase() === 'authorization') leaks.push(`${place}: an Authorization header`);
			look(name, place);
			walk(Reflect.getOwnPropertyDescriptor(current, key)?.value, place);
		}
	};
	walk(value, 'run');
	return leaks;
}

/** Whether a text holds a secret, as it is or encoded. */
function includes(secret: string): (text: string) => boolean {
	const needles = [secret, encodeURIComponent(secret), Buffer.from(secret).toString('base64')];
	return (text) => needles.some((needle) => text.includes(needle));
}
