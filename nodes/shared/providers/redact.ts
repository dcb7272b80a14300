/**
 * Takes secrets out of a text that came from outside.
 * @param secretsNow asked each time, because a token can change while an execution runs
 */
export function redactOf(secretsNow: () => readonly string[]): (value: string) => string {
	return (value) => {
		const found = secretsNow().filter((secret) => secret && value.includes(secret));
		return found.reduce((text, secret) => text.replaceAll(secret, '***'), value);
	};
}
