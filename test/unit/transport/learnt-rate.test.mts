import { Pace } from '../../../nodes/shared/transport/pace.ts';
import { backoff } from '../../../nodes/shared/transport/retry-rules.ts';
import { elapsed, useFakeTime, useRealTime } from '../support/fake-time.mts';
import { fixedWindow, type RateLimiter, tokenBucket } from './rate-limits.mts';

beforeEach(useFakeTime);
afterEach(useRealTime);

const COUNT = 1000;

const newPace = () => new Pace(64, new AbortController().signal);

const sleep = async (ms: number) => await new Promise((resolve) => setTimeout(resolve, ms));

/** An API with a limit that takes 20 ms for an answer, and says after a 429 when to come back or not. */
function limitedApi(limiter: RateLimiter, saysWhen = true) {
	const answered: number[] = [];
	let turnedAway = 0;
	const send = async (pace: Pace): Promise<void> => {
		for (let limited = 0; ; limited += 1) {
			const turn = await pace.enter();
			await sleep(20);
			const seconds = limiter(elapsed());
			if (seconds === undefined) pace.progress();
			else pace.slowDown(turn, saysWhen ? seconds * 1000 : backoff(limited + 1));
			turn.leave();
			if (seconds === undefined) break;
			turnedAway += 1;
		}
		answered.push(elapsed());
	};
	return { answered, send, shareTurnedAway: () => turnedAway / (answered.length + turnedAway) };
}

/** Lets each of some executions send so many, 64 at a time. */
async function sendAll(api: ReturnType<typeof limitedApi>, paces: Pace[], each: number) {
	const workers = paces.flatMap((pace) => {
		let next = 0;
		return Array.from({ length: 64 }, async () => {
			while (next < each) {
				next += 1;
				await api.send(pace);
			}
		});
	});
	let isOver = false;
	void Promise.all(workers).then(() => (isOver = true));
	while (!isOver) await jest.advanceTimersByTimeAsync(100);
}

describe.each([
	// A window that is missed by a moment costs a whole second, as Retry-After is in whole ones.
	['a bucket of tokens', tokenBucket, 1.1],
	['a window of a second', fixedWindow, 1.25],
] as const)('an API that limits by %s', (_, limiter, mostOfIdeal) => {
	it.each([
		[10, true],
		[25, true],
		[100, true],
		[25, false],
		[100, false],
	])('at %d a second (Retry-After: %s) few are turned away', async (perSecond, saysWhen) => {
		const api = limitedApi(limiter(perSecond), saysWhen);
		await sendAll(api, [newPace()], COUNT);
		expect(api.answered).toHaveLength(COUNT);
		expect(api.shareTurnedAway()).toBeLessThan(0.05);
		// Without a Retry-After each 429 of an item doubles the wait.
		const most = saysWhen ? mostOfIdeal : mostOfIdeal + 0.1;
		expect(api.answered.at(-1)).toBeLessThan((COUNT / perSecond) * 1000 * most);
	});
});

it('goes on without a burst after a wait', async () => {
	const api = limitedApi(tokenBucket(50));
	await sendAll(api, [newPace()], 500);
	const afterwards = api.answered.filter((at) => at >= 1000);
	const most = afterwards.map(
		(from) => afterwards.filter((at) => at >= from && at < from + 100).length,
	);
	expect(Math.max(...most)).toBeLessThanOrEqual(8);
});

it('several executions keep the limit of one account together', async () => {
	const api = limitedApi(tokenBucket(50));
	const paces = Array.from({ length: 4 }, () => newPace().toward('an account of several'));
	await sendAll(api, paces, 250);
	expect(api.answered).toHaveLength(1000);
	expect(api.shareTurnedAway()).toBeLessThan(0.05);
});

it('a limit that is over is forgotten after a minute', async () => {
	const pace = newPace();
	await sendAll(limitedApi(tokenBucket(10)), [pace], 100);
	await jest.advanceTimersByTimeAsync(61_000);
	const from = elapsed();
	const free = limitedApi(() => undefined);
	await sendAll(free, [pace], 100);
	expect((free.answered.at(-1) ?? Infinity) - from).toBeLessThan(1000);
});
