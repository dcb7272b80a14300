import { isObject } from '../shared/json.mts';
import type { ListShipmentsBody, TimeWindow } from './shipment-types.mts';
import type { ListedShipment } from './store.mts';
import type { DeliverySolutionsSwitches } from './switches.mts';

type Matches = (record: ListedShipment) => boolean;

function endOf(window: unknown, end: keyof TimeWindow): number | undefined {
	const value = isObject(window) ? window[end] : undefined;
	return typeof value === 'number' ? value : undefined;
}

/** A list of nothing lets everything through. */
function oneOf(wanted: string[] | undefined, value: (record: ListedShipment) => unknown): Matches {
	if (wanted === undefined || wanted.length === 0) return () => true;
	const set: ReadonlySet<unknown> = new Set(wanted);
	return (record) => set.has(value(record));
}

/** Whether a shipment belongs to the list that a body asks for. */
export function matcher(
	body: ListShipmentsBody,
	windowEnds: DeliverySolutionsSwitches['windowEnds'],
): Matches {
	const { createdAt, lastUpdatedAt, groupId, pickupTime, deliveryTime } = body;
	const within = (window: { startsAt: number; endsAt: number } | undefined, at: number) =>
		window === undefined ||
		(at >= window.startsAt &&
			(windowEnds === 'inclusive' ? at <= window.endsAt : at < window.endsAt));
	const rules: Matches[] = [
		oneOf(body.orderExternalIds, ({ shipment }) => shipment.orderExternalId),
		oneOf(body.locationExternalIds, ({ shipment }) => shipment.locationExternalId),
		oneOf(body.status, ({ shipment }) => shipment.status),
		({ createdMs }) => within(createdAt, createdMs),
		({ updatedMs }) => within(lastUpdatedAt, updatedMs),
		({ shipment }) => groupId === undefined || shipment.groupId === groupId,
		({ shipment }) =>
			pickupTime === undefined ||
			(endOf(shipment.pickupTime, 'startsAt') ?? -Infinity) >= pickupTime.startsAt,
		({ shipment }) =>
			deliveryTime === undefined ||
			(endOf(shipment.deliveryTime, 'endsAt') ?? Infinity) <= deliveryTime.endsAt,
	];
	return (record) => rules.every((rule) => rule(record));
}
