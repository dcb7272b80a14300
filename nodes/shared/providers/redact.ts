/**
 * Takes secrets out of a text that came from outside.
 * @param secretsNow asked each time, because a token can change while an execution runs
 */
export function redactOf(secretsNow: () => readonly string[]): (value: string) => string {
	return (value) =>
		secretsNow().reduce((text, secret) => (secret ? text.replaceAll(secret, '***') : text), value);
}
