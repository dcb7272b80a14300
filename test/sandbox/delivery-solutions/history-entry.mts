import { displayTime } from './display-time.mts';
import type { HistoryStep, Json } from './shipment-types.mts';

/** What the history says of a shipment that could not be delivered, as in the documented example. */
export function failedDelivery(): Json {
	const reason = 'RT-001 - Customer rejected (missing item or quality issue)';
	return {
		note: `ARRIVED_AT_RETURN( ${reason} )`,
		eventReason: { code: 'CUSTOMER_REJECTED', title: 'Customer Rejected', note: reason },
		subStatus: 'RETURN_AT_LOCATION',
	};
}

/** A step as answered. One that was given word for word stays as it is. */
export function historyEntry({ at, entry }: HistoryStep, times: 'display' | 'iso'): Json {
	if (at === undefined) return entry;
	const updatedAt = times === 'iso' ? new Date(at).toISOString() : displayTime(at);
	const { status, ...rest } = entry;
	return { status, updatedAt, ...rest };
}
