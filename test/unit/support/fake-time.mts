import { Failure } from '../../../nodes/shared/failure.ts';

/** When the fake clock starts. */
export const START = Date.parse('2026-01-15T12:00:00.000Z');

/** Full waits: no jitter is taken off, so that a back-off is exactly its documented bound. */
export function useFakeTime(): void {
	jest.useFakeTimers({
		now: START,
		doNotFake: ['nextTick', 'setImmediate', 'clearImmediate', 'queueMicrotask', 'performance'],
	});
	jest.spyOn(Math, 'random').mockReturnValue(1);
}

export function useRealTime(): void {
	jest.useRealTimers();
	jest.restoreAllMocks();
}

/** Milliseconds of fake time since the start. */
export function elapsed(): number {
	return Date.now() - START;
}

/** Lets all waits pass until nothing is left to wait for, and gives what the work came to. */
export async function finish<T>(work: Promise<T>): Promise<T> {
	const settled = work.then(
		(value) => () => value,
		(error: unknown) => () => {
			throw error;
		},
	);
	await jest.runAllTimersAsync();
	return (await settled)();
}

/** What work that must fail failed with; lets no time pass by itself. */
export async function errorOf(work: Promise<unknown>): Promise<unknown> {
	return await work.then(
		() => {
			throw new Error('This was expected to fail, and it did not');
		},
		(error: unknown) => error,
	);
}

/** Like `finish`, for work that must fail with a failure of the package's own. */
export async function failureOf(work: Promise<unknown>): Promise<Failure> {
	const error = await finish(errorOf(work));
	if (error instanceof Failure) return error;
	throw error;
}
