import { Failure, type FailureFacts } from '../../../nodes/shared/failure.ts';
import type { Repeat } from '../../../nodes/shared/transport/api-request.ts';
import {
	isInDoubt,
	isSentAgain,
	type Outcome,
} from '../../../nodes/shared/transport/retry-rules.ts';

const REPEATS: Repeat[] = ['always', 'idempotent', 'checked', 'never'];

const answer = (status: number): Outcome => ({
	kind: 'answer',
	answer: { status, headers: {}, body: {} },
});

function notSent(facts: Partial<FailureFacts>): Outcome {
	return {
		kind: 'notSent',
		failure: new Failure({ kind: 'api', what: 'w', fix: 'f', ...facts }),
	};
}

describe.each(REPEATS)('with repeat %s', (repeat) => {
	it.each([400, 403, 404, 409, 422])(
		'a refusal that the API calls passing is sent again: %d',
		(status) => {
			expect(isSentAgain(answer(status), repeat, true, 'transient')).toBe(true);
			expect(isSentAgain(answer(status), repeat, true)).toBe(false);
		},
	);

	it('a refusal that the API calls passing is believed in the end', () => {
		expect(isSentAgain(answer(422), repeat, false, 'transient')).toBe(false);
	});

	it.each([500, 503])('what the API says will stay is not sent again: %d', (status) => {
		expect(isSentAgain(answer(status), repeat, true, 'final')).toBe(false);
	});

	it('a rate limit is waited for, whatever the API says', () => {
		expect(isSentAgain(answer(429), repeat, true, 'final')).toBe(true);
	});

	it('a request that got no token is sent again if that can pass, as it never left', () => {
		expect(isSentAgain(notSent({ transient: true }), repeat, true)).toBe(true);
	});

	it.each([{ transient: false }, {}])(
		'a request that got no token is given up if that cannot pass: %j',
		(facts) => {
			expect(isSentAgain(notSent(facts), repeat, true)).toBe(false);
		},
	);

	it('a request that gets no token is given up in the end', () => {
		expect(isSentAgain(notSent({ transient: true }), repeat, false)).toBe(false);
	});
});

it('a request that got no token has done nothing', () => {
	expect(isInDoubt(notSent({ transient: true }))).toBe(false);
});

it.each([400, 404, 409, 422, 429])('a refusal with %d has done nothing by itself', (status) => {
	expect(isInDoubt(answer(status))).toBe(false);
});

it('a refusal that passes can leave something behind, and one that stays does not', () => {
	expect(isInDoubt(answer(422), 'transient')).toBe(true);
	expect(isInDoubt(answer(500), 'final')).toBe(false);
	expect(isInDoubt(answer(500))).toBe(true);
});
