import type { NameOf, Rule } from '../../checks/check';
import type { Problem } from '../../checks/field';
import { id, number, record, records, type Json } from '../../read';

/** Shipping Order API, create: one of `locationExternalId` and `pickup`. */
export const pickupRule: Rule = (body, nameOf) => {
	const hasLocation = (id(body.locationExternalId) ?? '').trim() !== '';
	const hasPickup = record(body.pickup) !== undefined;
	if (hasLocation !== hasPickup) return [];
	const location = nameOf('Location ID', 'locationExternalId');
	const pickup = nameOf('Pickup From', 'pickup');
	return [
		hasLocation
			? {
					field: pickup,
					what: `${location} and ${pickup} are both given`,
					fix: 'Give only one of them.',
				}
			: {
					field: location,
					what: `Neither ${location} nor ${pickup} says where the shipment is picked up`,
					fix: 'Give the ID of a location, or the address of a pickup.',
				},
	];
};

/**
 * Shipping Order API, Package: the quantity of each item in a package must not exceed the quantity
 * of that item in the shipment. A change that gives only one of the two lists is not looked at.
 */
const packageRule =
	(isNew: boolean): Rule =>
	(body, nameOf) => {
		if (!isNew && !Array.isArray(body.itemList)) return [];
		const inShipment = quantities(records(body.itemList));
		const packed = quantities(records(record(body.package)?.itemList));
		return [...packed].flatMap(([sku, count]) => tooMany(sku, count, inShipment.get(sku), nameOf));
	};

function tooMany(
	sku: string,
	count: number,
	ordered: number | undefined,
	nameOf: NameOf,
): Problem[] {
	if (ordered !== undefined && count <= ordered) return [];
	const field = nameOf('Package Items', 'package.itemList');
	const items = nameOf('Line Items', 'itemList');
	return [
		{
			field,
			what:
				ordered === undefined
					? `${field} holds "${sku}", which is not among ${items}`
					: `${field} holds ${count} of "${sku}", but ${items} only ${ordered}`,
			fix: 'Let the package hold no more of an item than the shipment does.',
		},
	];
}

/** An item without a quantity counts as one. */
function quantities(items: readonly Json[]): Map<string, number> {
	const counts = new Map<string, number>();
	for (const item of items) {
		const sku = id(item.sku) ?? '';
		counts.set(sku, (counts.get(sku) ?? 0) + (number(item.quantity) ?? 1));
	}
	return counts;
}

export const newPackageRule = packageRule(true);
export const changedPackageRule = packageRule(false);
