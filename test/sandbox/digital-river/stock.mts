import type { Json } from '../shared/json.mts';
import { linesOf } from './counters.mts';
import type { CreateOrderBody, OrderRecord } from './order-types.mts';
import { badParameter } from './refusal.mts';

/** An inventory item: what is there, and whether more can be ordered than that. */
export interface InventoryItem {
	available: number;
	backorder: boolean;
}

export type Inventory = Map<string, InventoryItem>;

/** Refuses what cannot be ordered; how that is refused is not documented. */
export function checkStock(inventory: Inventory, body: CreateOrderBody, strict: boolean): void {
	const wanted = new Map<string, number>();
	body.items.forEach(({ inventoryItemId: id, quantity }, index) => {
		const item = inventory.get(id);
		if (item === undefined) {
			if (!strict) return;
			const parameter = `items[${index}].inventoryItemId`;
			throw badParameter(parameter, `There is no inventory item "${id}".`);
		}
		const units = (wanted.get(id) ?? 0) + quantity;
		wanted.set(id, units);
		if (item.backorder || units <= item.available) return;
		throw badParameter(
			`items[${index}].quantity`,
			`Of the inventory item "${id}" only ${item.available} are available.`,
			'invalid_quantity_amount',
		);
	});
}

/** Sets units aside for an order, and notes of each line how many there were not. */
export function reserve(inventory: Inventory, { order, short }: OrderRecord): void {
	for (const line of linesOf(order)) {
		const item = inventory.get(String(line.inventoryItemId));
		if (item === undefined) continue;
		const quantity = Number(line.quantity);
		const taken = Math.min(item.available, quantity);
		item.available -= taken;
		if (taken < quantity) short.set(line, quantity - taken);
	}
}

/** Puts back what was set aside for units of a line that are not wanted any more. */
export function release(
	inventory: Inventory,
	{ short, reserved }: OrderRecord,
	line: Json,
	units: number,
): void {
	if (!reserved) return;
	const missing = short.get(line) ?? 0;
	const unserved = Math.min(missing, units);
	short.set(line, missing - unserved);
	const item = inventory.get(String(line.inventoryItemId));
	if (item !== undefined) item.available += units - unserved;
}
