import { getEventListeners } from 'node:events';
import { pause } from '../../nodes/shared/pause.ts';
import { elapsed, errorOf, finish, useFakeTime, useRealTime } from './support/fake-time.mts';

let stop: AbortController;
beforeEach(() => {
	useFakeTime();
	stop = new AbortController();
});
afterEach(useRealTime);

it('waits as long as it is told', async () => {
	await finish(pause(1500, stop.signal));
	expect(elapsed()).toBe(1500);
});

it('ends at once when the signal fires, and leaves no timer behind', async () => {
	const failed = errorOf(pause(60_000, stop.signal));
	await jest.advanceTimersByTimeAsync(400);
	stop.abort();
	expect(await failed).toMatchObject({
		message: 'The work was stopped before this item was finished',
		facts: {
			kind: 'stopped',
			transient: true,
			fix: 'Run the workflow again when you are ready.',
		},
	});
	expect(elapsed()).toBe(400);
	expect(jest.getTimerCount()).toBe(0);
});

it('does not begin where the signal has fired before', async () => {
	stop.abort();
	expect(await errorOf(pause(60_000, stop.signal))).toMatchObject({ facts: { kind: 'stopped' } });
	expect(jest.getTimerCount()).toBe(0);
});

it('a hundred one after the other pile nothing up on the signal', async () => {
	for (let count = 0; count < 100; count += 1) await finish(pause(10, stop.signal));
	expect(getEventListeners(stop.signal, 'abort').length).toBeLessThanOrEqual(1);
});

it('a hundred at once stay below the ten listeners at which Node warns of a leak in the log', async () => {
	const pauses = Array.from({ length: 100 }, () => pause(1000, stop.signal));
	expect(getEventListeners(stop.signal, 'abort').length).toBeLessThanOrEqual(10);
	await finish(Promise.all(pauses));
});

it('a hundred at once all end when the signal fires', async () => {
	const pauses = Array.from({ length: 100 }, () => errorOf(pause(60_000, stop.signal)));
	await jest.advanceTimersByTimeAsync(10);
	stop.abort();
	expect(await Promise.all(pauses)).toHaveLength(100);
	expect(elapsed()).toBe(10);
	expect(jest.getTimerCount()).toBe(0);
});
