/** Timers after which work is taken for endless. The longest waits at a rate limit take a few hundred. */
const MOST_TIMERS = 5_000;

const turn = async () => await new Promise<void>((resolve) => setImmediate(resolve));

/** What work came to. */
export type Ending<T> = { value: T } | { error: unknown };

/**
 * Lets work run to its end while a fake clock jumps from timer to timer. Work that waits for nothing,
 * or that never ends, fails the test. The timers must be faked, and setImmediate must not be.
 */
export async function endOf<T>(work: Promise<T>): Promise<Ending<T>> {
	let ending: Ending<T> | undefined;
	const watched = work.then(
		(value) => void (ending = { value }),
		(error: unknown) => void (ending = { error }),
	);
	for (let timers = 0; timers < MOST_TIMERS; timers++) {
		await turn();
		if (ending) {
			await watched;
			return ending;
		}
		if (jest.getTimerCount() === 0) throw new Error('It hangs: it waits for nothing');
		jest.advanceTimersToNextTimer();
	}
	throw new Error(`It hangs: ${MOST_TIMERS} timers were not enough`);
}

/** As `endOf`, for work that must not fail. */
export async function valueOf<T>(work: Promise<T>): Promise<T> {
	const ending = await endOf(work);
	if ('error' in ending) throw ending.error;
	return ending.value;
}
