import type { Json } from '../shared/json.mts';
import { implode, instant } from './java-time.mts';
import type { StoredOrder } from './order-types.mts';
import type { World } from './world.mts';

function timeOf(value: unknown, otherwise: number): number {
	const at = typeof value === 'string' ? Date.parse(value) : Date.parse(implode(value) ?? '');
	return Number.isNaN(at) ? otherwise : at;
}

function idOf(given: unknown, otherwise: () => number): string | number {
	return typeof given === 'string' || typeof given === 'number' ? given : otherwise();
}

/** Lines as they are given; without any, one. */
function itemsOf(world: World, given: unknown): unknown[] {
	if (Array.isArray(given)) return given;
	const id = String(world.next.line());
	return [{ id, inventoryItemId: 'mug-blue', name: 'Blue mug', quantity: 1 }];
}

/**
 * Keeps an order as a test gives it, with keys and values that no create would make. What is missing
 * of the fields that every order has is filled in. It does not live by itself.
 */
export function addOrder(world: World, given: Json, key?: string): StoredOrder {
	const account = world.accountOf(key);
	const createdMs = timeOf(given.createdTime, world.clock.now());
	const id = idOf(given.id, () => world.newOrderId(account));
	if (account.orders.find(String(id)) !== undefined) {
		throw new Error(`There is an order ${id} already.`);
	}
	const createdTime = instant(Math.floor(createdMs / 1000) * 1000);
	const order: StoredOrder = {
		id,
		createdTime,
		currency: 'USD',
		upstreamOrderTime: createdTime,
		liveMode: false,
		...given,
		items: itemsOf(world, given.items),
		state: typeof given.state === 'string' ? given.state : 'pending',
	};
	account.orders.add(String(id), {
		order,
		createdMs,
		sequence: world.next.sequence(),
		short: new Map(),
		reserved: false,
	});
	return order;
}
