import { check, type Rule } from '../../shared/checks/check';
import { coerce } from '../../shared/checks/coerce';
import type { Field } from '../../shared/checks/field';
import { groupParam } from '../../shared/parameters/read';
import { refuseNone } from '../../shared/parameters/refuse-none';
import { unwrap } from '../../shared/parameters/unwrap';
import type { ShipmentFilter } from '../../shared/providers/delivery-solutions/list-shipments';
import type { Window } from '../../shared/providers/delivery-solutions/list-windows';
import { number, text, texts, type Json } from '../../shared/read';
import type { Item } from '../../shared/runner/item';

/** What the documentation limits of a list (Shipping Order API, list). */
const FILTER_FIELDS: readonly Field[] = [
	{ key: 'createdAfter', label: 'Created After', kind: 'epoch' },
	{
		key: 'createdBefore',
		label: 'Created Before',
		kind: 'epoch',
		notBefore: { key: 'createdAfter', label: 'Created After' },
	},
	{ key: 'updatedAfter', label: 'Updated After', kind: 'epoch' },
	{
		key: 'updatedBefore',
		label: 'Updated Before',
		kind: 'epoch',
		notBefore: { key: 'updatedAfter', label: 'Updated After' },
	},
	{ key: 'pickupStartsFrom', label: 'Pickup Starts From', kind: 'epoch' },
	{ key: 'deliveryEndsBy', label: 'Delivery Ends By', kind: 'epoch' },
	{ key: 'externalOrderIds', label: 'External Order IDs', kind: 'texts', entry: 'ID', max: 100 },
	{ key: 'locationIds', label: 'Location IDs', kind: 'texts', entry: 'ID', max: 100 },
	{ key: 'groupId', label: 'Group ID', kind: 'text' },
	// New states may come, so that the list is not closed.
	{ key: 'status', label: 'Status', kind: 'texts', entry: 'status' },
];

/** One field that is of no use without another. */
const needs =
	([key, label]: readonly [string, string], [other, otherLabel]: readonly [string, string]): Rule =>
	(body) =>
		body[key] === undefined || body[other] !== undefined
			? []
			: [
					{
						field: `'${label}'`,
						what: `'${label}' is given without '${otherLabel}'`,
						fix: `Add '${otherLabel}', or take '${label}' away.`,
					},
				];

const PICKUP = ['pickupStartsFrom', 'Pickup Starts From'] as const;
const DELIVERY = ['deliveryEndsBy', 'Delivery Ends By'] as const;

const RULES: readonly Rule[] = [
	needs(PICKUP, DELIVERY),
	needs(DELIVERY, PICKUP),
	needs(['createdBefore', 'Created Before'], ['createdAfter', 'Created After']),
	needs(['updatedBefore', 'Updated Before'], ['updatedAfter', 'Updated After']),
];

/**
 * The shipments that the panel asks for.
 * @throws Failure of kind `input` for values that the API would refuse
 */
export function readFilter(item: Item): ShipmentFilter {
	const raw = groupParam(item, 'filters');
	refuseNone(raw.externalOrderIds, 'External Order IDs', 'shipments');
	refuseNone(raw.locationIds, 'Location IDs', 'shipments');
	const given = unwrap(raw);
	const filters = coerce(given, FILTER_FIELDS, item.ctx.getTimezone());
	check(filters, FILTER_FIELDS, 'panel', RULES);
	const { groupId, pickupStartsFrom, deliveryEndsBy } = filters;
	const startsAt = number(pickupStartsFrom);
	const endsAt = number(deliveryEndsBy);
	const group = text(groupId);
	return {
		...textsOf('orderExternalIds', filters.externalOrderIds),
		...textsOf('locationExternalIds', filters.locationIds),
		...textsOf('status', filters.status),
		...(group ? { groupId: group } : {}),
		...(startsAt === undefined ? {} : { pickupTime: { startsAt } }),
		...(endsAt === undefined ? {} : { deliveryTime: { endsAt } }),
		...windowOf('createdAt', filters.createdAfter, filters.createdBefore),
		...windowOf('lastUpdatedAt', filters.updatedAfter, filters.updatedBefore),
	};
}

function textsOf(
	key: 'orderExternalIds' | 'locationExternalIds' | 'status',
	values: unknown,
): Json {
	const wanted = texts(values);
	return wanted.length > 0 ? { [key]: wanted } : {};
}

/** The API wants both ends; a window without an end reaches to now. */
function windowOf(
	key: 'createdAt' | 'lastUpdatedAt',
	after: unknown,
	before: unknown,
): Partial<Record<typeof key, Window>> {
	const startsAt = number(after);
	if (startsAt === undefined) return {};
	return { [key]: { startsAt, endsAt: number(before) ?? Math.max(startsAt, Date.now()) } };
}
