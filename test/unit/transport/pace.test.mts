import { Pace, type Turn } from '../../../nodes/shared/transport/pace.ts';
import { elapsed, useFakeTime, useRealTime } from '../support/fake-time.mts';

let stop: AbortController;
beforeEach(() => {
	useFakeTime();
	stop = new AbortController();
});
afterEach(useRealTime);

/** Asks for places without waiting for them; `turns` fills as they are given. */
function ask(pace: Pace, count: number): { turns: Turn[]; errors: unknown[] } {
	const given = { turns: new Array<Turn>(), errors: new Array<unknown>() };
	for (let index = 0; index < count; index += 1) {
		pace.enter().then(
			(turn) => given.turns.push(turn),
			(error: unknown) => given.errors.push(error),
		);
	}
	return given;
}

/** Lets everything happen that is due now. */
async function now(): Promise<void> {
	await jest.advanceTimersByTimeAsync(0);
}

/** Lets all begin that may: they do so in groups, a millisecond apart. */
async function begun(): Promise<void> {
	await jest.advanceTimersByTimeAsync(20);
}

/** An answer to each of the requests in flight that is no 429. */
async function succeed(pace: Pace, turns: Turn[]): Promise<void> {
	for (const turn of turns.splice(0)) {
		pace.progress();
		turn.leave();
	}
	await begun();
}

it.each([1, 2, 8])('lets no more than %d go at once where that is the limit', async (limit) => {
	const { turns } = ask(new Pace(limit, stop.signal), 50);
	await begun();
	expect(turns).toHaveLength(limit);
});

it('starts with sixteen, whatever the limit', async () => {
	const { turns } = ask(new Pace(200, stop.signal), 50);
	await begun();
	expect(turns).toHaveLength(16);
});

it('begins four at a time, and lets other work go on in between', async () => {
	const { turns } = ask(new Pace(16, stop.signal), 16);
	const begun: number[] = [];
	for (let ms = 0; ms < 5; ms += 1) {
		await jest.advanceTimersByTimeAsync(ms === 0 ? 0 : 1);
		begun.push(turns.length);
	}
	expect(begun.at(0)).toBeLessThan(16);
	expect(begun.map((count, at) => count - (begun[at - 1] ?? 0)).every((n) => n <= 8)).toBe(true);
	expect(begun.at(-1)).toBe(16);
});

it('gives a place that is left to the one that has waited longest', async () => {
	const pace = new Pace(1, stop.signal);
	const order: string[] = [];
	const first = await pace.enter();
	for (const name of ['a', 'b', 'c']) {
		void pace.enter().then((turn) => {
			order.push(name);
			turn.leave();
		});
	}
	first.leave();
	await now();
	expect(order).toEqual(['a', 'b', 'c']);
});

it('widens by one for each four answers, up to the limit and not beyond', async () => {
	const pace = new Pace(24, stop.signal);
	const { turns } = ask(pace, 200);
	await begun();
	const widths: number[] = [];
	for (let round = 0; round < 8; round += 1) {
		widths.push(turns.length);
		await succeed(pace, turns);
	}
	expect(widths).toEqual([16, 20, 24, 24, 24, 24, 24, 24]);
});

describe('after a 429', () => {
	it('nobody goes before the time is over, and everybody waits the same time', async () => {
		const pace = new Pace(8, stop.signal);
		const limited = await pace.enter();
		pace.slowDown(limited, 3000);
		limited.leave();
		const { turns } = ask(pace, 3);
		await jest.advanceTimersByTimeAsync(2999);
		expect(turns).toHaveLength(0);
		await jest.advanceTimersByTimeAsync(1);
		expect(turns).toHaveLength(3);
	});

	it('those who were waiting for a place wait for the end of the pause as well', async () => {
		const pace = new Pace(1, stop.signal);
		const limited = await pace.enter();
		const { turns } = ask(pace, 1);
		pace.slowDown(limited, 3000);
		limited.leave();
		await jest.advanceTimersByTimeAsync(2999);
		expect(turns).toHaveLength(0);
		await jest.advanceTimersByTimeAsync(1);
		expect(turns).toHaveLength(1);
	});

	it.each([
		['one 429', 1],
		['all the 429s of one wave', 16],
	])('half as many go: %s', async (_, count) => {
		const pace = new Pace(64, stop.signal);
		const { turns } = ask(pace, 30);
		await begun();
		turns.slice(0, count).forEach((turn) => pace.slowDown(turn, 1000));
		turns.splice(0).forEach((turn) => turn.leave());
		await jest.advanceTimersByTimeAsync(1020);
		expect(turns).toHaveLength(8);
	});

	it('the 429s of the next wave halve it again, down to one and no further', async () => {
		const pace = new Pace(64, stop.signal);
		const { turns } = ask(pace, 40);
		await begun();
		const widths: number[] = [];
		for (let wave = 0; wave < 6; wave += 1) {
			widths.push(turns.length);
			turns.forEach((turn) => pace.slowDown(turn, 1000));
			turns.splice(0).forEach((turn) => turn.leave());
			await jest.advanceTimersByTimeAsync(1020);
		}
		expect(widths).toEqual([16, 8, 4, 2, 1, 1]);
	});

	it('it widens again, by about one for each round of answers, up to the limit', async () => {
		const pace = new Pace(10, stop.signal);
		const { turns } = ask(pace, 100);
		await begun();
		turns.forEach((turn) => pace.slowDown(turn, 1000));
		turns.splice(0).forEach((turn) => turn.leave());
		await jest.advanceTimersByTimeAsync(1020);
		const widths: number[] = [];
		for (let round = 0; round < 5; round += 1) {
			widths.push(turns.length);
			await succeed(pace, turns);
			// So long that the rate which it learns does not hold anybody back.
			await jest.advanceTimersByTimeAsync(10_000);
		}
		expect(widths).toEqual([8, 8, 9, 10, 10]);
	});

	it('a second one that asks for less does not shorten the pause', async () => {
		const pace = new Pace(2, stop.signal);
		const first = await pace.enter();
		const second = await pace.enter();
		pace.slowDown(first, 5000);
		pace.slowDown(second, 1000);
		first.leave();
		second.leave();
		const { turns } = ask(pace, 1);
		await jest.advanceTimersByTimeAsync(4999);
		expect(turns).toHaveLength(0);
		await jest.advanceTimersByTimeAsync(1);
		expect(turns).toHaveLength(1);
	});

	it('one that comes during the pause and asks for more makes it longer for those who wait', async () => {
		const pace = new Pace(2, stop.signal);
		const first = await pace.enter();
		const second = await pace.enter();
		pace.slowDown(first, 1000);
		first.leave();
		const { turns } = ask(pace, 1);
		await jest.advanceTimersByTimeAsync(500);
		pace.slowDown(second, 2000);
		second.leave();
		await jest.advanceTimersByTimeAsync(1999);
		expect(turns).toHaveLength(0);
		await jest.advanceTimersByTimeAsync(1);
		expect(elapsed()).toBe(2500);
		expect(turns).toHaveLength(1);
	});
});

describe('standstill', () => {
	it('is the time since the last answer that was no 429', async () => {
		const pace = new Pace(2, stop.signal);
		await jest.advanceTimersByTimeAsync(4000);
		expect(pace.standstill()).toBe(4000);
		pace.progress();
		await jest.advanceTimersByTimeAsync(1500);
		expect(pace.standstill()).toBe(1500);
	});

	it('is not ended by a 429', async () => {
		const pace = new Pace(2, stop.signal);
		const turn = await pace.enter();
		await jest.advanceTimersByTimeAsync(4000);
		pace.slowDown(turn, 1000);
		expect(pace.standstill()).toBe(4000);
	});
});

describe('when the work is stopped', () => {
	const STOPPED = expect.objectContaining({ facts: expect.objectContaining({ kind: 'stopped' }) });

	it('all who wait for a place are turned away at once', async () => {
		const { turns, errors } = ask(new Pace(2, stop.signal), 50);
		await now();
		stop.abort();
		await now();
		expect(turns).toHaveLength(2);
		expect(errors).toEqual(Array.from({ length: 48 }, () => STOPPED));
	});

	it('all who wait for the end of a pause are turned away at once', async () => {
		const pace = new Pace(8, stop.signal);
		const turn = await pace.enter();
		pace.slowDown(turn, 60_000);
		const { turns, errors } = ask(pace, 20);
		await now();
		stop.abort();
		await now();
		expect(turns).toHaveLength(0);
		expect(errors).toEqual(Array.from({ length: 20 }, () => STOPPED));
		expect(elapsed()).toBe(0);
		expect(jest.getTimerCount()).toBe(0);
	});

	it('nobody new gets a place', async () => {
		const pace = new Pace(8, stop.signal);
		stop.abort();
		await expect(pace.enter()).rejects.toEqual(STOPPED);
	});
});
