import { unwrap } from '../../shared/parameters/unwrap';
import { asText } from '../../shared/parameters/read';
import { record, records, texts, type Json } from '../../shared/read';
import type { TimeWindow } from '../../shared/providers/delivery-solutions/wire';
import { readAttributes } from './attributes-field';

/**
 * The fields that a new shipment and a changed one share, from a collection of the panel to the
 * API's names: two ends make a window, attributes an object, and service IDs a list of objects.
 */
export function readExtras(collection: Json): Json {
	const {
		pickupStartsAt,
		pickupEndsAt,
		deliveryStartsAt,
		deliveryEndsAt,
		orderAttributes,
		proposedProviders,
		...same
	} = unwrap(collection);
	// Not unwrapped: an attribute may have any name, also one that n8n wraps with.
	const attributes = readAttributes(orderAttributes, 'Custom Attributes');
	const extras = unwrap({
		...same,
		pickupTime: windowOf(pickupStartsAt, pickupEndsAt),
		deliveryTime: windowOf(deliveryStartsAt, deliveryEndsAt),
		proposedProviders: records(proposedProviders).map(readProvider),
	});
	return attributes ? { ...extras, orderAttributes: { ...attributes } } : extras;
}

/** Names or IDs with commas in between. */
export function splitList(value: unknown, label: string): string[] {
	return texts(asText(value, label).split(','));
}

function windowOf(startsAt: TimeWindow['startsAt'], endsAt: TimeWindow['endsAt']): TimeWindow {
	return {
		...(startsAt === undefined ? {} : { startsAt }),
		...(endsAt === undefined ? {} : { endsAt }),
	};
}

function readProvider(provider: Json) {
	const { services, ...same } = unwrap(record(provider) ?? {});
	const ids = splitList(services, 'Services');
	return { ...same, ...(ids.length > 0 ? { services: ids.map((id) => ({ id })) } : {}) };
}
