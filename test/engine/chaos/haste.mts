import { Socket } from 'node:net';
import { hurry } from '../support/hurry.mts';

/** Milliseconds that pass while 5 do; fewer where the machine has much to do (support/hurry.mts). */
const STEP_MS = 100;

/**
 * Lets all waits of each test of a file pass about twenty times as fast, those of the node as well as
 * those of the sandbox. Sockets have timers of their own, in real time: here their timeouts follow the
 * same clock, so that a machine that is slow lets no request time out.
 */
export function useHaste(): void {
	let unhurry = (): void => undefined;
	beforeEach(() => {
		unhurry = hurry(STEP_MS);
		followClock();
	});
	afterEach(() => {
		jest.restoreAllMocks();
		unhurry();
	});
}

/** Measures the timeouts of sockets by the timers of this process, and from when they are set. */
function followClock(): void {
	const timers = new WeakMap<Socket, NodeJS.Timeout>();
	const stop = (socket: Socket) => clearTimeout(timers.get(socket));
	jest.spyOn(Socket.prototype, 'setTimeout').mockImplementation(function (
		this: Socket,
		ms,
		callback,
	) {
		stop(this);
		if (!timers.has(this)) this.once('close', () => stop(this));
		if (callback && ms > 0) this.once('timeout', callback);
		if (callback && ms === 0) this.removeListener('timeout', callback);
		if (ms > 0)
			timers.set(
				this,
				setTimeout(() => this.emit('timeout'), ms),
			);
		return this;
	});
}
