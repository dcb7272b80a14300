/**
 * Stops the timers and the Date of this process; `jest.advanceTimersByTime` moves them. Sockets and
 * `setImmediate` keep running, so that requests are still sent and answered.
 *
 * @returns ends it
 */
export function freeze(): () => void {
	jest.useFakeTimers({
		doNotFake: ['nextTick', 'setImmediate', 'clearImmediate', 'queueMicrotask', 'performance'],
	});
	return () => {
		jest.clearAllTimers();
		jest.useRealTimers();
	};
}
