import { isObject, type Json } from '../shared/json.mts';
import type { StoredOrder } from './order-types.mts';

/** Where the units of a line are; they add up to its quantity. */
const COUNTERS = ['pending', 'backordered', 'shipped', 'cancelled', 'returned'] as const;
export type Counter = (typeof COUNTERS)[number];
export type Counters = Record<Counter, number>;

/** The lines of an order, whether they are in a list or in lists inside it. */
export function linesOf({ items }: Pick<StoredOrder, 'items'>): Json[] {
	return items.flat().filter(isObject);
}

function isCounter(word: unknown): word is Counter {
	return COUNTERS.some((name) => name === word);
}

function numberIn(value: unknown): number {
	return typeof value === 'number' ? value : 0;
}

/** A line without counters is wholly where its state, or else that of the order, says. */
export function countersOf(line: Json, orderState: string): Counters {
	const none: Counters = { pending: 0, backordered: 0, shipped: 0, cancelled: 0, returned: 0 };
	if (COUNTERS.some((name) => name in line)) {
		for (const name of COUNTERS) none[name] = numberIn(line[name]);
		return none;
	}
	const state = line.state ?? orderState;
	return { ...none, [isCounter(state) ? state : 'pending']: numberIn(line.quantity) };
}

/** Units that are neither shipped nor cancelled. */
export function openUnits({ pending, backordered }: Counters): number {
	return pending + backordered;
}

function stateOf(counters: Counters): Counter {
	if (counters.pending > 0) return 'pending';
	if (counters.backordered > 0) return 'backordered';
	return counters.shipped + counters.returned > 0 ? 'shipped' : 'cancelled';
}

/** Moves units of a line from one counter to another, as many as there are. */
export function moveUnits(
	order: StoredOrder,
	line: Json,
	{ from, to, units }: { from: Counter; to: Counter; units: number },
): number {
	const counters = countersOf(line, order.state);
	const moved = Math.min(units, counters[from]);
	counters[from] -= moved;
	counters[to] += moved;
	Object.assign(line, counters, { state: stateOf(counters) });
	return moved;
}

/** Gives every line its counters, where it has none. */
export function completeCounters(order: StoredOrder): void {
	for (const line of linesOf(order)) {
		const counters = countersOf(line, order.state);
		Object.assign(line, counters, { state: stateOf(counters) });
	}
}

/** The state of an order, after that of its lines. */
export function orderStateOf(order: StoredOrder, saysBackordered: boolean): string {
	const all = linesOf(order).map((line) => countersOf(line, order.state));
	const sum = (name: Counter) => all.reduce((units, counters) => units + counters[name], 0);
	const total: Counters = {
		pending: sum('pending'),
		backordered: sum('backordered'),
		shipped: sum('shipped'),
		cancelled: sum('cancelled'),
		returned: sum('returned'),
	};
	const state = stateOf(total);
	return state === 'backordered' && !saysBackordered ? 'pending' : state;
}
