import type { Session } from '../transport/api-request';
import type { Runtime } from '../transport/runtime';

/** Opens a session once for each execution: all its items share the credential. */
export function oncePerRun(
	open: (runtime: Runtime) => Promise<Session>,
): (runtime: Runtime) => Promise<Session> {
	const sessions = new WeakMap<Runtime, Promise<Session>>();
	return async (runtime) => {
		const session = sessions.get(runtime) ?? open(runtime);
		sessions.set(runtime, session);
		return await session;
	};
}
