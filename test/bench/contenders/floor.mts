import { FLOOR_TYPE } from './floor-node.mts';
import type { NodeContender } from './in-engine.mts';

/** A node that does nothing but call n8n's helper; it is told how many rows there are. */
export const floor = (rows: number): NodeContender => ({
	name: 'floor',
	create: { type: FLOOR_TYPE, parameters: ({ sku }) => ({ sku }) },
	list: { type: FLOOR_TYPE, parameters: () => ({ rows }) },
});
