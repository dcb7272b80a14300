import { EventQueue } from './shared/event-queue.mts';

/** What time it is in the sandbox, and what is to happen later. */
export interface SandboxClock {
	now(): number;
	/** Runs something at a moment; the answer takes it back. */
	schedule(at: number, run: () => void | Promise<void>): () => void;
	stop(): void;
}

/** A clock that stands still until a test moves it. */
export interface ManualClock extends SandboxClock {
	/** Moves the clock on and runs, in order, all that falls due on the way. */
	advance(ms: number): Promise<void>;
}

/** setTimeout holds 31 bits; a longer wait is cut into pieces. */
const LONGEST_TIMER_MS = 2 ** 31 - 1;

/** Real time, optionally faster: with speed 10, an hour of the sandbox passes in six minutes. */
export function systemClock(options: { speed?: number } = {}): SandboxClock {
	const speed = options.speed ?? 1;
	if (!(speed > 0)) throw new RangeError('The speed of the clock must be greater than 0.');
	const started = Date.now();
	const queue = new EventQueue();
	let timer: NodeJS.Timeout | undefined;
	let stopped = false;

	const now = () => started + (Date.now() - started) * speed;

	function arm(): void {
		clearTimeout(timer);
		const next = queue.peek();
		if (stopped || next === undefined) return;
		const wait = Math.min(Math.max(0, Math.ceil((next.at - now()) / speed)), LONGEST_TIMER_MS);
		timer = setTimeout(runDue, wait);
		// What is still to happen to orders is no reason for a process to stay alive.
		timer.unref();
	}

	function runDue(): void {
		const moment = now();
		for (let due = queue.takeDue(moment); due !== undefined; due = queue.takeDue(moment)) {
			void due.run();
		}
		arm();
	}

	return {
		now: () => Math.floor(now()),
		schedule(at, run) {
			if (stopped) return () => undefined;
			const event = queue.push(at, run);
			if (queue.peek() === event) arm();
			return () => {
				event.cancelled = true;
			};
		},
		stop() {
			stopped = true;
			clearTimeout(timer);
			queue.clear();
		},
	};
}

/** A clock for tests. It starts at `start` (ISO 8601) and moves only by `advance`. */
export function manualClock(start = '2026-01-15T12:00:00.000Z'): ManualClock {
	let current = Date.parse(start);
	if (Number.isNaN(current)) throw new RangeError(`"${start}" is not a date and time.`);
	const queue = new EventQueue();

	return {
		now: () => current,
		schedule(at, run) {
			const event = queue.push(at, run);
			return () => {
				event.cancelled = true;
			};
		},
		stop: () => queue.clear(),
		async advance(ms) {
			const target = current + ms;
			for (let due = queue.takeDue(target); due !== undefined; due = queue.takeDue(target)) {
				current = Math.max(current, due.at);
				await due.run();
			}
			current = target;
		},
	};
}

/** Whether a clock can be moved by hand. */
export function isManual(clock: SandboxClock): clock is ManualClock {
	return 'advance' in clock;
}
