/**
 * Lets this process take a moment for now. Timers and sockets keep real time.
 *
 * @returns ends it
 */
export function pinDate(now: number): () => void {
	jest.useFakeTimers({
		now,
		doNotFake: [
			'nextTick',
			'setImmediate',
			'clearImmediate',
			'setTimeout',
			'clearTimeout',
			'setInterval',
			'clearInterval',
			'queueMicrotask',
			'performance',
			'hrtime',
		],
	});
	return () => jest.useRealTimers();
}
