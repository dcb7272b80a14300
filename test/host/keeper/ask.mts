import { Agent } from 'node:http';
import axios from 'axios';
import type { Answers, Questions } from './questions.mts';

/** Under which the keeper's address is handed to the workers of jest. */
export const KEEPER = 'HOST_KEEPER';

export const hasKeeper = (): boolean => process.env[KEEPER] !== undefined;

/**
 * Asks the keeper of this run. However long the answer takes: n8n may have to be downloaded first, and
 * the test that asks has a patience of its own.
 */
export async function askKeeper<Q extends keyof Questions>(
	question: Q,
	body: Questions[Q],
): Promise<Answers[Q]> {
	const { data, status } = await axios.post<Answers[Q] & { error?: string }>(
		`${process.env[KEEPER] ?? ''}/${question}`,
		body,
		{ proxy: false, validateStatus: null, httpAgent: new Agent({ keepAlive: false }) },
	);
	if (status === 200) return data;
	throw new Error(data.error ?? `The keeper answered ${question} with ${status}.`);
}
