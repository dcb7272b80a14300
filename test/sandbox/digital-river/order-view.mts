import type { Json } from '../shared/json.mts';
import { linesOf } from './counters.mts';
import { exploded } from './java-time.mts';
import type { StoredOrder } from './order-types.mts';
import type { DigitalRiverSwitches } from './switches.mts';
import type { World } from './world.mts';

const NOT_IN_THE_EXAMPLES = new Set([
	'pending',
	'backordered',
	'shipped',
	'cancelled',
	'returned',
	'state',
]);

function lineForApi(line: Json, { lineCounters, numericLineIds }: DigitalRiverSwitches): Json {
	const shown = lineCounters
		? { ...line }
		: Object.fromEntries(Object.entries(line).filter(([name]) => !NOT_IN_THE_EXAMPLES.has(name)));
	if (numericLineIds && 'id' in shown) shown.id = Number(shown.id);
	return shown;
}

function explodedTimes(order: StoredOrder): Json {
	const times = ['createdTime', 'upstreamOrderTime'].flatMap((name) => {
		const time = order[name];
		return typeof time === 'string' ? [[name, exploded(time)] as const] : [];
	});
	return Object.fromEntries(times);
}

/** An order as the API answers it. One that a test stored comes back as it was stored. */
export function orderForApi({ switches }: World, order: StoredOrder): Json {
	const { stringIds, explodedDates, lineCounters, numericLineIds } = switches;
	const changesLines = !lineCounters || numericLineIds || explodedDates;
	const lines = linesOf(order).map((line) => lineForApi(line, switches));
	return {
		...order,
		...(stringIds ? { id: String(order.id) } : {}),
		...(changesLines ? { items: explodedDates ? [lines] : lines } : {}),
		...(explodedDates ? explodedTimes(order) : {}),
	};
}
