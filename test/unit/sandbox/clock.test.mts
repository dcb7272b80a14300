import { manualClock, systemClock } from '../../sandbox/clock.mts';
import { EventQueue } from '../../sandbox/shared/event-queue.mts';
import { scrambled, sortableId } from '../../sandbox/shared/ids.mts';
import { seededRandom } from '../../sandbox/shared/random.mts';
import { TokenBucket } from '../../sandbox/shared/rate-limit.mts';

test('a manual clock runs what is due in order, and no more', async () => {
	const clock = manualClock('2026-01-01T00:00:00.000Z');
	const start = clock.now();
	const seen: string[] = [];
	const note = (name: string) => () => void seen.push(`${name}@${clock.now() - start}`);
	clock.schedule(start + 30, note('c'));
	clock.schedule(start + 10, note('a'));
	clock.schedule(start + 10, note('b'));
	clock.schedule(start + 20, note('never'))();
	clock.schedule(start + 15, async () => {
		await Promise.resolve();
		clock.schedule(start + 25, note('added'));
	});
	await clock.advance(29);
	expect(seen).toEqual(['a@10', 'b@10', 'added@25']);
	await clock.advance(1);
	expect(seen).toEqual(['a@10', 'b@10', 'added@25', 'c@30']);
});

test('a manual clock refuses a start that is no date', () => {
	expect(() => manualClock('yesterday')).toThrow('"yesterday" is not a date and time.');
});

test('a system clock runs what is scheduled, earliest first, and nothing after it was stopped', async () => {
	const clock = systemClock({ speed: 1000 });
	const seen: string[] = [];
	const now = clock.now();
	const hour = 3_600_000;
	clock.schedule(now + 100 * hour, () => void seen.push('too late'));
	await new Promise<void>((resolve) => {
		clock.schedule(now + 2000, () => {
			seen.push('second');
			resolve();
		});
		clock.schedule(now + 1000, () => void seen.push('first'));
		clock.schedule(now + 1500, () => void seen.push('taken back'))();
	});
	clock.stop();
	clock.schedule(now, () => void seen.push('after the end'));
	await new Promise((resolve) => setTimeout(resolve, 20));
	expect(seen).toEqual(['first', 'second']);
	expect(() => systemClock({ speed: 0 })).toThrow('greater than 0');
});

test('the queue gives events back by time, whatever the order they came in', () => {
	const random = seededRandom(7);
	const queue = new EventQueue();
	const times = Array.from({ length: 500 }, () => Math.floor(random() * 100));
	for (const at of times) queue.push(at, () => undefined);
	const out: [number, number][] = [];
	for (let due = queue.takeDue(100); due !== undefined; due = queue.takeDue(100)) {
		out.push([due.at, due.order]);
	}
	expect(out).toHaveLength(500);
	expect(out).toEqual([...out].sort(([a, i], [b, j]) => a - b || i - j));
});

test('a token bucket lets a burst pass, refills, and says how long to wait', () => {
	let now = 0;
	const bucket = new TokenBucket({ perSecond: 2, burst: 3, retryAfter: 'none' }, () => now);
	const take = () => bucket.take().allowed;
	expect([take(), take(), take(), take()]).toEqual([true, true, true, false]);
	expect(bucket.take()).toEqual({ allowed: false, waitMs: 500 });
	now = 500;
	expect([take(), take()]).toEqual([true, false]);
	now = 60_000;
	expect([take(), take(), take(), take()]).toEqual([true, true, true, false]);
});

test('ids are unique and sort as they were made', () => {
	const ids = Array.from({ length: 20_000 }, (_, index) => scrambled(index + 1));
	expect(new Set(ids).size).toBe(ids.length);
	expect(ids.every((id) => /^[0-9A-Z]{10}$/.test(id))).toBe(true);
	const sorted = [
		sortableId(999, 50),
		sortableId(1000, 1),
		sortableId(1000, 2),
		sortableId(1000, 40),
	];
	expect([...sorted].reverse().sort()).toEqual(sorted);
});
