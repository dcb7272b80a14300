import { DELIVERR_WRITES } from './deliverr-writes.mts';
import { DELIVERY_SOLUTIONS_WRITES } from './delivery-solutions-writes.mts';
import { diceOf } from './dice.mts';
import { DIGITAL_RIVER_WRITES } from './digital-river-writes.mts';
import { FLEXPORT_WRITES } from './flexport-writes.mts';
import type { Write, WriteKind, World } from './write.mts';

/** Every write operation of every provider. */
export const WRITE_KINDS: readonly WriteKind[] = [
	...FLEXPORT_WRITES,
	...DELIVERR_WRITES,
	...DIGITAL_RIVER_WRITES,
	...DELIVERY_SOLUTIONS_WRITES,
];

/** Tags of one length, so that none is the beginning of another. */
export const TAG = /CHAOS-\d{4}/;

/** So many writes, spread over all kinds: the same for the same seed. */
export function writesOf(seed: number, count: number, world: World): Write[] {
	const kinds = WRITE_KINDS.map((kind) => [1, kind] as const);
	return Array.from({ length: count }, (_, number) => {
		const dice = diceOf(seed, number, 2);
		const tag = `CHAOS-${String(number).padStart(4, '0')}`;
		const kind = dice.pick(kinds);
		const input = { tag, ...kind.input?.({ tag, dice, world }) };
		return { kind, number, tag, input };
	});
}
