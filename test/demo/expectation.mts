import { isDeepStrictEqual } from 'node:util';

/** A scene did not go as it should. The message is a sentence for the person at the terminal. */
export class SceneFailed extends Error {}

const shown = (value: unknown) => (typeof value === 'string' ? value : JSON.stringify(value));

/** Goes on only if an outcome is the one that the scene is about. */
export function expectOutcome(what: string, actual: unknown, expected: unknown): void {
	if (isDeepStrictEqual(actual, expected)) return;
	throw new SceneFailed(`${what}: expected ${shown(expected)}, but it was ${shown(actual)}.`);
}

/** Goes on only if a text has in it what the scene is about. */
export function expectText(what: string, actual: string, expected: RegExp): void {
	if (expected.test(actual)) return;
	throw new SceneFailed(
		`${what}: expected something like ${expected.source}, but it was "${actual}".`,
	);
}
