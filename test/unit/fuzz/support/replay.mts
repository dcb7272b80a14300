import { throwsAnswer } from '../../support/scripted-api.mts';
import type { Answer } from './strict-api.mts';
import { callOf, type Tape, type Taped } from './tape.mts';

/** Changes an answer, or throws in its place. */
export type Spoil = (answer: Taped, nth: number) => Taped;

const NOT_FOUND = { status: 404, headers: {}, body: { title: 'Not Found' } };

/**
 * Answers as the tape does: each call with its answers in turn, and its last one from then on. A call
 * that is not on the tape gets an answer to its method, or none.
 */
export function replay(
	{ answers }: Pick<Tape, 'answers'>,
	spoil: Spoil = (answer) => answer,
): Answer {
	const counts = new Map<string, number>();
	let nth = 0;
	return ({ credential, options }) => {
		const call = callOf(options.method, options.url);
		const count = counts.get(call) ?? 0;
		counts.set(call, count + 1);
		const own = answers.filter((one) => one.call === call);
		const others = answers.filter((one) => one.call.startsWith(`${options.method} `));
		const taped = own[Math.min(count, own.length - 1)] ?? others.at(-1) ?? { call, ...NOT_FOUND };
		const { status, headers, body } = spoil(taped, nth++);
		// n8n throws a 401, so that it can fetch a new token, where the node asks for that.
		const renews = typeof options.ignoreHttpStatusErrors === 'object';
		if (status === 401 && renews && credential) return throwsAnswer(401, body, headers)(options);
		return { statusCode: status, headers, body };
	};
}
