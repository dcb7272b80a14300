import type { BrokenRule } from './broken-rules.mts';
import type { Item, ShipmentFields, TimeWindow } from './shipment-types.mts';

function windowRule(parameter: string, window: TimeWindow | null | undefined): BrokenRule[] {
	const { startsAt, endsAt } = window ?? {};
	if (typeof startsAt !== 'number' || typeof endsAt !== 'number' || startsAt <= endsAt) return [];
	return [{ parameter, message: `${parameter}.startsAt must not be after ${parameter}.endsAt` }];
}

function quantities(items: readonly Item[]): Map<string, number> {
	const sums = new Map<string, number>();
	for (const { sku, quantity = 1 } of items) sums.set(sku, (sums.get(sku) ?? 0) + quantity);
	return sums;
}

/** Package: no SKU in greater quantity than in the order's itemList. */
function quantityRules(fields: ShipmentFields): BrokenRule[] {
	const ordered = quantities(fields.itemList ?? []);
	return [...quantities(fields.package?.itemList ?? [])]
		.filter(([sku, quantity]) => quantity > (ordered.get(sku) ?? 0))
		.map(([sku, quantity]) => ({
			parameter: 'package.itemList',
			message: `package.itemList has ${quantity} of "${sku}", more than the itemList of the order`,
		}));
}

/** Rules of both create and edit that a schema cannot tell. */
export function fieldRules(fields: ShipmentFields): BrokenRule[] {
	return [
		...windowRule('pickupTime', fields.pickupTime),
		...windowRule('deliveryTime', fields.deliveryTime),
		...quantityRules(fields),
	];
}
