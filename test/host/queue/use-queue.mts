import { startHostAs } from '../host.mts';
import type { HostDesk } from '../support/host-desk.mts';
import { useHostAs } from '../support/use-host.mts';
import { startQueue, type QueueCluster } from './cluster.mts';

/** An n8n in queue mode for the tests of a file. */
export type QueueDesk = HostDesk<QueueCluster>;

/**
 * Opens one, with a hold on each process.
 * @param env further settings of n8n
 */
export const useQueue = (env: NodeJS.ProcessEnv = {}): QueueDesk =>
	useHostAs((options) => startHostAs(startQueue, { ...options, env }));
