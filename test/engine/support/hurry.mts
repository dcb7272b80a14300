const TICK_MS = 5;

/**
 * Lets the waits of this process pass about a hundred times as fast: its timers and its Date follow
 * a fake clock that is wound on all the time. Sockets keep real time.
 *
 * @param stepMs how far the clock moves every 5 real milliseconds
 * @returns ends it
 */
export function hurry(stepMs = 500): () => void {
	const { setInterval: every, clearInterval: end } = globalThis;
	jest.useFakeTimers({
		doNotFake: ['nextTick', 'setImmediate', 'clearImmediate', 'queueMicrotask', 'performance'],
	});
	const winding = every(() => jest.advanceTimersByTime(stepMs), TICK_MS);
	return () => {
		end(winding);
		jest.useRealTimers();
	};
}
