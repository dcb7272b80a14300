/**
 * How fast requests may follow one another, learnt from the API's 429s. The limit lies between what
 * the API has let through and the rate at which it turned requests away.
 */
export class Rate {
	/** Requests a second; undefined while nothing is known of a limit. */
	private perSecond: number | undefined;

	/** The rate at which the API last turned requests away. */
	private tooFast = Infinity;

	/** What the API let through, and in how many seconds; what is long ago counts less. */
	private passed = { requests: 0, seconds: 0 };

	/** When the next request may go. */
	private nextAt = 0;

	/** When the API last turned requests away, or the end of the wait that it asked for. */
	private learntAt = 0;

	/** Milliseconds until a request may go, which counts as sent then. */
	reserve(now: number): number {
		if (this.perSecond !== undefined && now - this.learntAt > FORGOTTEN_AFTER_MS) this.forget();
		if (this.perSecond === undefined) return 0;
		const at = Math.max(this.nextAt, now);
		this.nextAt = at + 1000 / this.perSecond;
		return at - now;
	}

	/** An answer came that is no 429: a little faster, and carefully where it was too fast before. */
	faster(): void {
		if (this.perSecond === undefined) return;
		const ratio = this.perSecond / this.tooFast;
		this.perSecond += ratio > NEAR.from && ratio < NEAR.to ? CAREFUL_GROWTH : GROWTH;
	}

	/**
	 * The API turned requests away.
	 *
	 * @param answered requests that it answered since the last time, or since it had nothing to do
	 * @param busyMs how long it took them
	 * @param delayMs how long it wants to be left alone: what it answered is what it allows in all
	 *   that time
	 * @returns whether a rate is known now
	 */
	learn(answered: number, busyMs: number, delayMs: number, now: number): boolean {
		const seconds = (busyMs + delayMs) / 1000;
		const kept = 0.5 ** (seconds / HALF_LIFE_S);
		this.passed = {
			requests: kept * this.passed.requests + answered,
			seconds: kept * this.passed.seconds + seconds,
		};
		this.learntAt = now + delayMs;
		this.nextAt = this.learntAt;
		const allowed = this.passed.requests / this.passed.seconds;
		if (this.perSecond !== undefined) {
			this.tooFast = this.perSecond;
			const slower = Math.max(allowed, this.perSecond * SLOWEST_STEP, SLOWEST);
			this.perSecond = Math.min(slower, this.perSecond * SLOWER);
		} else if (allowed > 0) this.perSecond = allowed;
		return this.perSecond !== undefined;
	}

	private forget(): void {
		this.perSecond = undefined;
		this.tooFast = Infinity;
		this.passed = { requests: 0, seconds: 0 };
	}
}

/** Added to the requests a second by each answer: a tenth more after each second. */
const GROWTH = 0.1;

/** Where the API turned requests away before: each time costs all of them a wait. */
const CAREFUL_GROWTH = 0.002;

const NEAR = { from: 0.85, to: 1.1 };

/** A wait that is longer than the API needs makes it look slower than it is, so one step is no more. */
const SLOWEST_STEP = 0.8;

const SLOWER = 0.95;

/** What the API let through counts half after so long. */
const HALF_LIFE_S = 2;

const SLOWEST = 0.5;

/** Without a 429 for so long, the limit is taken for a passing one. */
const FORGOTTEN_AFTER_MS = 60_000;
