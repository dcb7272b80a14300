import { Socket } from 'node:net';

/**
 * Measures the timeouts of sockets by the timers of this process, faked or not, and from when they are
 * set. Node.js measures them in real time, in which a machine that is slow lets requests time out.
 *
 * @returns ends it
 */
export function followClock(): () => void {
	const timers = new WeakMap<Socket, NodeJS.Timeout>();
	const stop = (socket: Socket) => clearTimeout(timers.get(socket));
	const spy = jest.spyOn(Socket.prototype, 'setTimeout').mockImplementation(function (
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
	return () => spy.mockRestore();
}
