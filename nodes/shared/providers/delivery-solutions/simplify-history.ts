import { id, number, record, records, text, time, type Json } from '../../read';
import type { StatusChange } from '../../vocabulary/shipment';
import { readDisplayTime } from './display-time';
import { shipmentStatus } from './shipment-status';

/** One entry for each status change (Shipping Order API, OrderStatus), oldest first. */
export function simplifyHistory(histories: readonly Json[]): StatusChange[] {
	const changes = histories.flatMap((history) =>
		records(history.orderStatus).map((entry) => simplifyChange(id(history.orderId), entry)),
	);
	// The order of the answer is kept where a time cannot be read: it cannot be put anywhere else.
	const isDated = changes.every(({ occurredAt }) => occurredAt !== null);
	if (!isDated) return changes;
	const [first, last] = [changes[0], changes.at(-1)];
	// Changes of one second keep the order of the answer, which may run from the newest.
	const inOrder = first && last && byTime(first, last) > 0 ? changes.reverse() : changes;
	return inOrder.sort(byTime);
}

function byTime(a: StatusChange, b: StatusChange): number {
	return Date.parse(a.occurredAt ?? '') - Date.parse(b.occurredAt ?? '');
}

function simplifyChange(shipmentId: string | undefined, entry: Json): StatusChange {
	const reason = record(entry.eventReason) ?? {};
	return {
		shipmentId: shipmentId ?? null,
		status: shipmentStatus(entry),
		providerStatus: text(entry.status) ?? null,
		subStatus: text(entry.subStatus) ?? null,
		occurredAt: occurredAt(entry) ?? null,
		updatedAt: id(entry.updatedAt) ?? null,
		reasonCode: id(reason.code) ?? null,
		reason: text(reason.title) ?? text(reason.note) ?? null,
		note: text(entry.note) ?? null,
		changedBy: text(entry.statusUser) ?? null,
	};
}

/** Answers of the older API also have the time as a number. */
function occurredAt({ updatedAt, updatedAtEpoch }: Json): string | undefined {
	const epoch = number(updatedAtEpoch) ?? (typeof updatedAt === 'number' ? updatedAt : undefined);
	if (epoch !== undefined) return time(epoch);
	return typeof updatedAt === 'string' ? readDisplayTime(updatedAt) : undefined;
}
