import { pause, stopped } from '../pause';
import { askedToWait } from './give-up';
import { Traffic, type Lane } from './traffic';

/** A place among the requests in flight. */
export interface Turn {
	/** Which stretch between two slow-downs the request belongs to. */
	readonly stretch: number;
	leave(): void;
}

/**
 * The longest an item waits at a rate limit: for one `Retry-After`, and for a whole stretch in which
 * the API answers nothing but 429. While others get through, an item waits as long as it takes.
 */
export const LONGEST_WAIT_MS = 5 * 60_000;

/** What this process sends to each account. */
const traffics = new Map<string, Traffic>();

function trafficTo(account: string): Traffic {
	const traffic = traffics.get(account) ?? new Traffic();
	traffics.set(account, traffic);
	return traffic;
}

/** The pace of one execution: at most so many requests of its own, as fast as the traffic allows. */
export class Pace {
	private readonly lane: Lane;

	constructor(
		/** Most requests in flight. */
		readonly limit: number,
		private readonly signal: AbortSignal,
		/** How long to wait at a rate limit before giving up, in milliseconds. */
		readonly patienceMs = LONGEST_WAIT_MS,
		private readonly traffic = new Traffic(),
	) {
		const lane = { limit, inFlight: 0 };
		this.lane = lane;
		signal.addEventListener('abort', () => traffic.close(lane), { once: true });
	}

	/**
	 * The same pace, in step with all else that this process sends to an account.
	 * @param account what tells it from others; not a secret
	 */
	toward(account: string): Pace {
		return new Pace(this.limit, this.signal, this.patienceMs, trafficTo(account));
	}

	/**
	 * Waits for a place, for the end of a pause, and for its moment at the rate that the API allows.
	 * @throws Failure of kind `stopped` when the work is stopped, and of status 429 when the API has
	 *   asked for a longer wait than there is patience for
	 */
	async enter(): Promise<Turn> {
		const { lane, signal, traffic } = this;
		if (signal.aborted || !(await traffic.place(lane))) throw stopped();
		await this.moment().catch((error: unknown) => {
			traffic.leave(lane);
			throw error;
		});
		return { stretch: traffic.stretch, leave: () => traffic.leave(lane) };
	}

	/** An answer came that is no 429: a little more room. */
	progress(): void {
		this.traffic.progress(this.limit);
	}

	/** The API asks to slow down: everybody waits, and goes on more slowly afterwards. */
	slowDown(turn: Turn, delayMs: number): void {
		this.traffic.slowDown(turn.stretch, delayMs);
	}

	/** Nobody goes for so long. */
	hold(delayMs: number): void {
		this.traffic.hold(delayMs);
	}

	/** Milliseconds since the API last answered anything but 429. */
	standstill(): number {
		return this.traffic.standstill();
	}

	private async moment(): Promise<void> {
		const { lane, traffic } = this;
		let stretch: number;
		do {
			await this.pauseEnd();
			await traffic.begin(lane);
			stretch = traffic.stretch;
			await this.wait(traffic.reserve());
			// After a 429 that came meanwhile, the moment belongs to a rate that was too fast.
		} while (stretch !== traffic.stretch || traffic.pauseMs() > 0);
	}

	private async pauseEnd(): Promise<void> {
		for (let rest = this.traffic.pauseMs(); rest > 0; rest = this.traffic.pauseMs()) {
			if (rest > this.patienceMs) throw askedToWait(rest);
			await this.wait(rest);
		}
	}

	private async wait(ms: number): Promise<void> {
		if (ms > 0) await pause(ms, this.signal);
		if (this.signal.aborted) throw stopped();
	}
}
