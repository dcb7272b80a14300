import { Groups } from './groups';
import { Rate } from './rate';

/** Requests in flight at the start. */
const START_WIDTH = 16;

/** Answers that let one more request go, until the first 429. */
const ANSWERS_PER_STEP = 4;

/** Nothing in flight for so long: what comes then has nothing to do with what was before. */
const IDLE_MS = 250;

/** The requests of one execution among those of all. */
export interface Lane {
	/** Most of them in flight. */
	readonly limit: number;
	inFlight: number;
}

interface Waiting {
	lane: Lane;
	/** @param hasPlace false if the lane is closed */
	go(hasPlace: boolean): void;
}

/**
 * All requests of this process to one account: how many are in flight, how fast they may follow one
 * another, and until when all of them wait. It widens while the API answers. At a 429 it learns how
 * much the API allows, once for each wave, and goes on at that rate and not in bursts; where nothing
 * can be learnt yet it halves.
 */
export class Traffic {
	private width = START_WIDTH;

	private inFlight = 0;

	private pausedUntil = 0;

	private idleSince = 0;

	private busySince = 0;

	/** Answers other than 429 since `busySince`. */
	private answered = 0;

	private readonly rate = new Rate();

	private readonly groups = new Groups();

	private waiting: Waiting[] = [];

	/** Which stretch between two slow-downs it is. */
	stretch = 0;

	private lastProgress = Date.now();

	/** Waits for a place. @returns false if the lane was closed meanwhile */
	async place(lane: Lane): Promise<boolean> {
		return await new Promise((go) => {
			this.waiting.push({ lane, go });
			this.admit();
		});
	}

	leave(lane: Lane): void {
		lane.inFlight -= 1;
		this.inFlight -= 1;
		if (this.inFlight === 0) this.idleSince = Date.now();
		this.admit();
	}

	/** Sends away all who wait in a lane. */
	close(lane: Lane): void {
		this.groups.release(lane);
		const sent = this.waiting.filter((one) => one.lane === lane);
		this.waiting = this.waiting.filter((one) => one.lane !== lane);
		for (const { go } of sent) go(false);
	}

	/** Milliseconds until the end of a pause; not above 0 if there is none. */
	pauseMs(): number {
		return this.pausedUntil - Date.now();
	}

	/** Waits until a request that has a place may begin beside the others, or its lane is closed. */
	async begin(lane: Lane): Promise<void> {
		await this.groups.join(lane);
	}

	/** Milliseconds until a request that has a place may go, at the rate that the API allows. */
	reserve(): number {
		return this.rate.reserve(Date.now());
	}

	/**
	 * An answer came that is no 429: a little more room.
	 * @param limit most requests in flight that whoever got it may have
	 */
	progress(limit: number): void {
		this.lastProgress = Date.now();
		this.answered += 1;
		this.rate.faster();
		const step = this.stretch === 0 ? 1 / ANSWERS_PER_STEP : 1 / this.width;
		this.width = Math.max(this.width, Math.min(limit, this.width + step));
		this.admit();
	}

	/** The API asks to slow down: everybody waits, and goes on at the rate that it learns from this. */
	slowDown(stretch: number, delayMs: number): void {
		const now = Date.now();
		this.hold(delayMs);
		// Requests that were in flight together get their 429s together: they count as one.
		if (stretch !== this.stretch) return;
		const isKnown = this.rate.learn(this.answered, now - this.busySince, delayMs, now);
		this.stretch += 1;
		// At a known rate there are as many in flight as the API takes time for them.
		if (!isKnown) this.width = Math.max(1, Math.floor(this.width / 2));
		this.busySince = this.pausedUntil;
		this.answered = 0;
	}

	/** Nobody goes for so long. */
	hold(delayMs: number): void {
		this.pausedUntil = Math.max(this.pausedUntil, Date.now() + delayMs);
	}

	/** Milliseconds since the API last answered anything but 429. */
	standstill(): number {
		return Date.now() - this.lastProgress;
	}

	/** Gives the places that are free to those who have waited longest and whose lane has room. */
	private admit(): void {
		let index = 0;
		while (this.inFlight < Math.floor(this.width) && index < this.waiting.length) {
			const next = this.waiting[index];
			if (next && next.lane.inFlight < next.lane.limit) {
				this.waiting.splice(index, 1);
				this.count(next.lane);
				next.go(true);
			} else index += 1;
		}
	}

	private count(lane: Lane): void {
		const now = Date.now();
		// A pause is no idleness: everybody waits.
		if (this.inFlight === 0 && now - Math.max(this.idleSince, this.pausedUntil) > IDLE_MS) {
			this.busySince = now;
			this.answered = 0;
			// Nobody was there who could have got an answer.
			this.lastProgress = now;
		}
		this.inFlight += 1;
		lane.inFlight += 1;
	}
}
