import { factsOf, isErrorType, type ErrorType } from './error-types.mts';
import type { StoredOrder } from './stored-order.mts';
import type { OrderError } from './order-types.mts';
import type { World } from './world.mts';

/** What `address.company` asks for: "fail TYPE", "fail TYPE x2", "fail TYPE retriable=false". */
export interface Trick {
	type: ErrorType;
	/** How many attempts fail; the one at creation is the first. */
	times: number;
	retriable: boolean | undefined;
}

const TRICK = /^fail ([A-Z_]+)(?: x(\d+))?(?: retriable=(true|false))?$/;

/** Reads the trick of an order, if it has one. */
export function readTrick(company: string | null): Trick | undefined {
	const match = TRICK.exec(company ?? '');
	const type = match?.[1];
	if (match === null || type === undefined || !isErrorType(type)) return undefined;
	return {
		type,
		times: match[2] === undefined ? Infinity : Number(match[2]),
		retriable: match[3] === undefined ? undefined : match[3] === 'true',
	};
}

/** The error member of an order. */
export function orderError(
	type: ErrorType,
	changes: { retriable?: boolean | undefined; skus?: readonly string[]; message?: string } = {},
): OrderError {
	const facts = factsOf(type);
	const skus = [...new Set(changes.skus ?? [])];
	return {
		code: facts.code,
		message: changes.message ?? facts.message,
		retriable: changes.retriable ?? facts.retriable,
		type,
		...(skus.length === 0
			? {}
			: { lineItemErrors: skus.map((logisticsSku) => ({ logisticsSku })) }),
	};
}

/** SKUs of the order that were received at no warehouse. */
export function neverInbounded(world: World, order: StoredOrder): string[] {
	return order.lineItems
		.map((line) => line.logisticsSku)
		.filter((sku) => (world.productsBySku.get(sku)?.pools.size ?? 0) === 0);
}

function withoutCustoms(world: World, order: StoredOrder): string[] {
	// All warehouses of the sandbox are in the US.
	if (order.address.countryCode === 'US') return [];
	return order.lineItems
		.filter((line) => line.customsUnitValue === undefined)
		.map((line) => line.logisticsSku)
		.filter((sku) => world.productsBySku.get(sku)?.product.international === undefined);
}

/** Why routing fails for this order, if it does. */
export function routingFailure(world: World, order: StoredOrder): OrderError | undefined {
	const trick = readTrick(order.address.company);
	if (trick !== undefined && order.attempt <= trick.times) {
		return orderError(trick.type, { retriable: trick.retriable });
	}
	const strangers = neverInbounded(world, order);
	if (strangers.length > 0) return orderError('DSKU_NEVER_INBOUNDED', { skus: strangers });
	if (order.address.zip === '00000') return orderError('BAD_ADDRESS');
	const undeclared = withoutCustoms(world, order);
	if (undeclared.length > 0) return orderError('MISSING_CUSTOMS_INFO', { skus: undeclared });
	return undefined;
}
