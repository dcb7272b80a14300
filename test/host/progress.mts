import { writeSync } from 'node:fs';

const STDERR = 2;

/** One line of progress. Written at once, past jest, which holds back what a test prints. */
export function progress(text: string): void {
	writeSync(STDERR, `host: ${text}\n`);
}

/** Says what begins, and how long it took. */
export async function step<T>(text: string, work: () => Promise<T>): Promise<T> {
	const started = Date.now();
	progress(`${text} ...`);
	const result = await work();
	progress(`${text}: done after ${Math.round((Date.now() - started) / 1000)} s`);
	return result;
}
