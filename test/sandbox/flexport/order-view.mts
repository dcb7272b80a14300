import type { StoredOrder } from './stored-order.mts';
import type { Address, AddressInput, CreateOrderBody } from './order-input.mts';
import type { DropshipDetails } from './order-types.mts';
import type { World } from './world.mts';

/** An address with all nine keys. */
export function completeAddress(input: Partial<AddressInput>): Address {
	return {
		address1: input.address1 ?? null,
		address2: input.address2 ?? null,
		city: input.city ?? null,
		company: input.company ?? null,
		countryCode: input.countryCode ?? null,
		name: input.name ?? null,
		phone: input.phone ?? null,
		provinceCode: input.provinceCode ?? null,
		zip: input.zip ?? null,
	};
}

/**
 * What was sent for a drop ship order, as it comes back. `lineItemData` is one key and value in the
 * documents, the key being the line's logisticsSku; what several lines look like is not documented,
 * here a list of such pairs.
 */
export function dropshipDetailsOf(body: CreateOrderBody, id: string): DropshipDetails | null {
	const pairs = body.lineItems.flatMap(({ logisticsSku, lineItemDropShipData }) =>
		lineItemDropShipData === undefined ? [] : [{ key: logisticsSku, value: lineItemDropShipData }],
	);
	if (body.dropShipData === undefined && pairs.length === 0) return null;
	const { billingAddress, ...rest } = body.dropShipData ?? {};
	const [first] = pairs;
	const lineItemData = pairs.length > 1 ? pairs : first;
	return {
		...rest,
		...(billingAddress === undefined ? {} : { billingAddress: completeAddress(billingAddress) }),
		...(lineItemData === undefined ? {} : { lineItemData }),
		orderId: Number(id),
	};
}

/** The id as the API writes it. */
export function idForApi(world: World, id: string): string | number {
	return world.switches.numericIds ? Number(id) : id;
}

/** Whether the promised ship time has passed without the order having left. */
function isDelayed(order: StoredOrder, now: number): boolean {
	return (
		order.state.internalStatus === 'CREATED' &&
		order.promisedShipByTime !== null &&
		Date.parse(order.promisedShipByTime) < now
	);
}

/**
 * An order as the API answers it. `dropshipDetails` is only in the answers of CreateOrder and
 * GetOrder, and only of an order that has any.
 */
export function orderForApi(world: World, order: StoredOrder, withDropship: boolean): object {
	const { dropshipDetails } = order;
	return {
		address: order.address,
		cost: order.cost,
		id: idForApi(world, order.id),
		createdAt: order.createdAt,
		updatedAt: order.updatedAt,
		error: order.error,
		deliveredAt: order.deliveredAt,
		externalOrderId: order.externalOrderId,
		lineItems: order.lineItems,
		promisedDeliveryByTime: order.promisedDeliveryByTime,
		promisedShipByTime: order.promisedShipByTime,
		shippedAt: order.shippedAt,
		source: order.source,
		state: {
			...order.state,
			fulfillmentDelayed: order.state.fulfillmentDelayed || isDelayed(order, world.clock.now()),
		},
		shipments: order.shipments,
		...(withDropship && dropshipDetails !== null ? { dropshipDetails } : {}),
	};
}
