import fc from 'fast-check';
import { Failure } from '../../../nodes/shared/failure.ts';
import type { Repeat } from '../../../nodes/shared/transport/api-request.ts';
import { send } from '../../../nodes/shared/transport/send.ts';
import { finish, useFakeTime, useRealTime } from '../support/fake-time.mts';
import {
	answers,
	asksToWait,
	breaksWith,
	READ,
	scriptedApi,
	type Step,
} from '../support/scripted-api.mts';

beforeEach(useFakeTime);
afterEach(useRealTime);

const step: fc.Arbitrary<Step> = fc.oneof(
	{ weight: 4, arbitrary: fc.constant(answers(200, { id: 1 })) },
	fc.constantFrom(answers(404), answers(500), answers(200, 'a page'), answers(302)),
	fc.constantFrom('ECONNRESET', 'ECONNREFUSED', 'ERR_INVALID_URL', 'EWEIRD').map(breaksWith),
	fc.constantFrom(undefined, '1', '0.3', '30', 'soon').map((wait) => asksToWait(wait)),
	fc.constantFrom('2', '60').map((wait) => answers(503, {}, { 'retry-after': wait })),
);

const work = fc.record({
	limit: fc.integer({ min: 1, max: 40 }),
	requests: fc.integer({ min: 1, max: 120 }),
	takesMs: fc.integer({ min: 0, max: 2000 }),
	repeat: fc.constantFrom<Repeat>('always', 'idempotent', 'never'),
	script: fc.array(step, { minLength: 1, maxLength: 200 }),
});

it('whatever the API answers, the limit holds and every request comes to an end', async () => {
	await fc.assert(
		fc.asyncProperty(work, async ({ limit, requests, takesMs, repeat, script }) => {
			const api = scriptedApi([...script, answers(200)], {
				limit,
				takesMs,
			});
			const sent = Array.from({ length: requests }, () => send(api.session, { ...READ, repeat }));
			const results = await finish(Promise.allSettled(sent));
			expect(results).toHaveLength(requests);
			for (const result of results) {
				if (result.status === 'rejected') expect(result.reason).toBeInstanceOf(Failure);
			}
			expect(api.mostInFlight()).toBeLessThanOrEqual(limit);
			expect(api.sendings.length).toBeGreaterThanOrEqual(requests);
			expect(jest.getTimerCount()).toBe(0);
		}),
		{ seed: 20260115, numRuns: 60 },
	);
});

it('stopped at any moment, nothing more is sent and nobody is left waiting', async () => {
	await fc.assert(
		fc.asyncProperty(work, fc.integer({ min: 0, max: 60_000 }), async (plan, stopAt) => {
			const api = scriptedApi(plan.script, plan);
			const sent = Array.from({ length: plan.requests }, () =>
				send(api.session, { ...READ, repeat: plan.repeat }),
			);
			const results = Promise.allSettled(sent);
			await jest.advanceTimersByTimeAsync(stopAt);
			const sentBefore = api.sendings.length;
			api.stop();
			// Requests in flight are let finish; there is nothing else to wait for.
			await jest.advanceTimersByTimeAsync(plan.takesMs);
			expect(await results).toHaveLength(plan.requests);
			expect(api.sendings).toHaveLength(sentBefore);
			expect(jest.getTimerCount()).toBe(0);
		}),
		{ seed: 20260115, numRuns: 60 },
	);
});
