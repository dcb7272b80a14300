import type { PageToken } from './paging.mts';
import type { ListedShipment } from './store.mts';
import type { DeliverySolutionsSwitches } from './switches.mts';

/** The order of List Shipments. */
export function orderOf({
	listBy,
	listOrder,
}: DeliverySolutionsSwitches): (a: ListedShipment, b: ListedShipment) => number {
	const time = listBy === 'createdAt' ? 'createdMs' : 'updatedMs';
	const sign = listOrder === 'newestFirst' ? -1 : 1;
	return (a, b) => sign * (a[time] - b[time] || a.sequence - b.sequence);
}

/**
 * Where a page lies in the list.
 *
 * @param from the token, and the shipment that it names. One that has left the list still marks its place
 */
export function rangeOf(
	list: readonly ListedShipment[],
	limit: number,
	from: { token: PageToken; edge: ListedShipment | undefined } | undefined,
	switches: DeliverySolutionsSwitches,
): [begin: number, end: number] {
	if (from === undefined) return [0, limit];
	const isNext = from.token.direction === 'next';
	const at = placeOf(list, from, switches);
	return isNext ? [at, at + limit] : [Math.max(0, at - limit), at];
}

function placeOf(
	list: readonly ListedShipment[],
	{ token, edge }: { token: PageToken; edge: ListedShipment | undefined },
	switches: DeliverySolutionsSwitches,
): number {
	if (edge === undefined || switches.pageTokens === 'offset') return parseInt(token.edgeId, 16);
	const compare = orderOf(switches);
	const found = list.findIndex((shown) => {
		const after = compare(shown, edge);
		return token.direction === 'next' ? after > 0 : after >= 0;
	});
	return found < 0 ? list.length : found;
}

/** What a token says of a place in the list: the last shipment before it or the first behind it, or its number. */
export function edgeIdOf(
	list: readonly ListedShipment[],
	place: number,
	direction: PageToken['direction'],
	{ pageTokens }: DeliverySolutionsSwitches,
): string | null {
	if (pageTokens === 'offset') return place.toString(16).padStart(24, '0');
	return list[direction === 'next' ? place - 1 : place]?.shipment.id ?? null;
}
