import { startHost } from '../host.mts';
import { lendHost } from '../keeper/lend-host.mts';
import type { Cluster, Served } from '../n8n/cluster.mts';
import { HostDesk, type StartWith } from './host-desk.mts';

/** Enough to install n8n, if nobody did that before. */
const START_MS = 1_800_000;

/** Opens one for the tests of a file. At the end no secret may stand in n8n's log or database. */
export function useHostAs<C extends Served>(start: StartWith<C>): HostDesk<C> {
	const desk = new HostDesk(start);
	beforeAll(() => desk.open(), START_MS);
	afterAll(async () => expect(await desk.close()).toEqual([]), START_MS);
	return desk;
}

/**
 * For most files: the n8n of this worker, with nothing in it, in the version that HOST_N8N names and the
 * mode that HOST_MODE names. Other files have it before and after.
 */
export const useHost = (): HostDesk => useHostAs(lendHost);

/** For files that stop or kill n8n: one of their own, which takes some ten seconds. */
export const useFreshHost = (): HostDesk<Cluster> => useHostAs(startHost);
