import type { Cluster, ClusterParts } from './n8n/cluster.mts';
import { startRegular } from './n8n/regular.mts';
import { startQueue } from './queue/cluster.mts';

export type Start<C extends Cluster> = (parts: ClusterParts) => Promise<C>;

/** How n8n runs, by the names that HOST_MODE can have: as one process, or as several. */
const MODES = { regular: startRegular, queue: startQueue } as const satisfies Record<
	string,
	Start<Cluster>
>;

export type ModeName = keyof typeof MODES;

function isModeName(name: string): name is ModeName {
	return Object.hasOwn(MODES, name);
}

/** The mode that the variable HOST_MODE names; default: as one process. */
export function chosenMode(name = process.env.HOST_MODE ?? 'regular'): ModeName {
	if (isModeName(name)) return name;
	throw new Error(`HOST_MODE is "${name}", not ${Object.keys(MODES).join(' or ')}.`);
}

export const startIn = (mode: ModeName): Start<Cluster> => MODES[mode];
