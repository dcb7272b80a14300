import { pause, stopped } from '../pause';

/** A place among the requests in flight. */
export interface Turn {
	/** Which stretch between two slow-downs the request belongs to. */
	readonly stretch: number;
	leave(): void;
}

/** Requests in flight at the start; each answer that is no 429 lets one more go, up to the limit. */
const START_WIDTH = 8;

/**
 * The longest an item waits at a rate limit: for one `Retry-After`, and for a whole stretch in which
 * the API answers nothing but 429. While others get through, an item waits as long as it takes.
 */
export const LONGEST_WAIT_MS = 5 * 60_000;

/**
 * The shared pace of all requests of one execution: how many are in flight, and until when all of
 * them wait. It widens while the API answers, and halves once for each wave of 429.
 */
export class Pace {
	private width: number;

	private inFlight = 0;

	private pausedUntil = 0;

	private stretch = 0;

	private lastProgress = Date.now();

	private readonly waiting: Array<() => void> = [];

	constructor(
		readonly limit: number,
		private readonly signal: AbortSignal,
		/** How long to wait at a rate limit before giving up, in milliseconds. */
		readonly patienceMs = LONGEST_WAIT_MS,
	) {
		this.width = Math.min(limit, START_WIDTH);
		signal.addEventListener('abort', () => this.wake(this.waiting.length), { once: true });
	}

	/**
	 * Waits for a place and for the end of a pause.
	 * @throws Failure of kind `stopped` when the work is stopped
	 */
	async enter(): Promise<Turn> {
		for (;;) {
			if (this.signal.aborted) throw stopped();
			const wait = this.pausedUntil - Date.now();
			if (wait > 0) await pause(wait, this.signal);
			else if (this.inFlight < Math.floor(this.width)) return this.takeTurn();
			else await new Promise<void>((resolve) => this.waiting.push(resolve));
		}
	}

	/** An answer came that is no 429: a little more room. */
	progress(): void {
		this.lastProgress = Date.now();
		const step = this.stretch === 0 ? 1 : 1 / this.width;
		this.width = Math.min(this.limit, this.width + step);
		this.wake(1);
	}

	/** The API asks to slow down: everybody waits, and half as many go on afterwards. */
	slowDown(turn: Turn, delayMs: number): void {
		this.hold(delayMs);
		// Requests that were in flight together get their 429s together: they count as one.
		if (turn.stretch !== this.stretch) return;
		this.stretch += 1;
		this.width = Math.max(1, Math.floor(this.width / 2));
	}

	/** Nobody goes for so long. */
	hold(delayMs: number): void {
		this.pausedUntil = Math.max(this.pausedUntil, Date.now() + delayMs);
	}

	/** Milliseconds since the API last answered anything but 429. */
	standstill(): number {
		return Date.now() - this.lastProgress;
	}

	private takeTurn(): Turn {
		this.inFlight += 1;
		return {
			stretch: this.stretch,
			leave: () => {
				this.inFlight -= 1;
				this.wake(1);
			},
		};
	}

	private wake(count: number): void {
		for (const go of this.waiting.splice(0, count)) go();
	}
}
