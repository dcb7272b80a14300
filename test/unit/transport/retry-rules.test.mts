import fc from 'fast-check';
import type { Repeat } from '../../../nodes/shared/transport/api-request.ts';
import type { ConnectionFaultKind } from '../../../nodes/shared/transport/connection-fault.ts';
import {
	backoff,
	isSentAgain,
	isUncertain,
	isUnreadable,
	type Outcome,
} from '../../../nodes/shared/transport/retry-rules.ts';

type Verdict = 'again' | 'final';

const verdictOn = (...facts: Parameters<typeof isSentAgain>): Verdict =>
	isSentAgain(...facts) ? 'again' : 'final';

const REPEATS: Repeat[] = ['always', 'idempotent', 'checked', 'never'];

function answer(status: number, body: unknown = {}): Outcome {
	return { kind: 'answer', answer: { status, headers: {}, body } };
}

function fault(kind: ConnectionFaultKind): Outcome {
	return { kind: 'fault', fault: { kind, code: 'X', reason: 'the connection broke' } };
}

const PAGE = '<html>Sign in</html>';

/**
 * For each outcome: what to do with a read, with a write that a key or a look protects, and with one
 * that nothing does.
 */
const WHILE_TRIES_ARE_LEFT: Array<[string, Outcome, Verdict, Verdict, Verdict]> = [
	['200', answer(200), 'final', 'final', 'final'],
	['201', answer(201), 'final', 'final', 'final'],
	['204 without a body', answer(204, ''), 'final', 'final', 'final'],
	['302', answer(302), 'final', 'final', 'final'],
	['400', answer(400), 'final', 'final', 'final'],
	['401', answer(401), 'final', 'final', 'final'],
	['403', answer(403), 'final', 'final', 'final'],
	['404', answer(404), 'final', 'final', 'final'],
	['409', answer(409), 'final', 'final', 'final'],
	['422', answer(422), 'final', 'final', 'final'],
	['423', answer(423), 'final', 'final', 'final'],
	['404 as a page', answer(404, PAGE), 'final', 'final', 'final'],
	['429', answer(429), 'again', 'again', 'again'],
	['429 as a page', answer(429, PAGE), 'again', 'again', 'again'],
	['500', answer(500), 'again', 'again', 'final'],
	['502', answer(502), 'again', 'again', 'final'],
	['503', answer(503), 'again', 'again', 'final'],
	['504', answer(504), 'again', 'again', 'final'],
	['599', answer(599), 'again', 'again', 'final'],
	['200 as a page', answer(200, PAGE), 'again', 'again', 'final'],
	['a request that never arrived', fault('unreachable'), 'again', 'again', 'again'],
	['a wrong address', fault('misconfigured'), 'final', 'final', 'final'],
	['a lost answer', fault('lost'), 'again', 'again', 'final'],
];

describe.each(WHILE_TRIES_ARE_LEFT)('%s, while tries are left', (_, outcome, ...verdicts) => {
	const [always, guarded, never] = verdicts;
	const byRepeat: Record<Repeat, Verdict> = {
		always,
		idempotent: guarded,
		checked: guarded,
		never,
	};
	it.each(REPEATS.map((repeat) => [repeat, byRepeat[repeat]] as const))(
		'repeat %s: %s',
		(repeat, verdict) => {
			expect(verdictOn(outcome, repeat, true)).toBe(verdict);
		},
	);
});

const WHEN_NO_TRY_IS_LEFT: Array<[string, Outcome, Verdict]> = [
	['200', answer(200), 'final'],
	['404', answer(404), 'final'],
	['429, which does not count as a try', answer(429), 'again'],
	['503', answer(503), 'final'],
	['200 as a page', answer(200, PAGE), 'final'],
	['a request that never arrived', fault('unreachable'), 'final'],
	['a wrong address', fault('misconfigured'), 'final'],
	['a lost answer', fault('lost'), 'final'],
];

describe.each(WHEN_NO_TRY_IS_LEFT)('%s, when no try is left', (_, outcome, verdict) => {
	it.each(REPEATS)(`repeat %s: ${verdict}`, (repeat) => {
		expect(verdictOn(outcome, repeat, false)).toBe(verdict);
	});
});

it.each([
	['JSON', 200, {}, false],
	['a list', 200, [], false],
	['no body', 204, '', false],
	['null', 200, null, false],
	['a page of text', 200, PAGE, true],
	['a refusal as text', 404, 'not found', false],
])('%s: a success that cannot be read? (status %d)', (_, status, body, unreadable) => {
	expect(isUnreadable({ status, headers: {}, body })).toBe(unreadable);
	expect(isUncertain({ status, headers: {}, body })).toBe(unreadable);
});

describe('back-off', () => {
	it.each([
		[1, 250, 500],
		[2, 500, 1000],
		[3, 1000, 2000],
		[4, 2000, 4000],
		[5, 4000, 8000],
		[6, 8000, 16_000],
		[7, 15_000, 30_000],
		[8, 15_000, 30_000],
		[1000, 15_000, 30_000],
	])('after try %d waits between %d and %d ms', (tries, shortest, longest) => {
		expect(backoff(tries, () => 0)).toBe(shortest);
		expect(backoff(tries, () => 1)).toBe(longest);
	});

	it('never waits longer than 30 s, nor shorter than 250 ms', () => {
		fc.assert(
			fc.property(
				fc.integer({ min: 1, max: 10_000 }),
				fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
				(tries, random) => {
					const wait = backoff(tries, () => random);
					expect(wait).toBeGreaterThanOrEqual(250);
					expect(wait).toBeLessThanOrEqual(30_000);
				},
			),
			{ seed: 20260115 },
		);
	});
});
