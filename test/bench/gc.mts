import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

setFlagsFromString('--expose-gc');
const gc: unknown = runInNewContext('gc');

/** Collects all garbage now, so that no run pays for the one before it. */
export function collectGarbage(): void {
	if (typeof gc === 'function') gc();
}
