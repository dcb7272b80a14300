import { completeOrder } from './complete-order.mts';
import { newOrder } from './new-order.mts';
import { orderForApi } from './order-view.mts';
import type { CreateOrderBody, StoredOrder } from './order-types.mts';
import { shipmentOf } from './shipments.mts';
import type { World } from './world.mts';

/** The id of every mock order. */
const MOCK_ID = '90000001';

const EXAMPLE = {
	externalOrderId: 'MOCK-1',
	source: 'mock',
	sourceOrderId: 'MOCK-1',
	shiptoAddress: {
		name: 'Ada Lee',
		street1: '1 Main St',
		city: 'Austin',
		state: 'TX',
		postcode: '78701',
		countryCode: 'US',
	},
	lineItems: [{ externalProductId: 'mock-product', quantity: 1 }],
};

/** What the mock of create answers: the order that it would have made. */
export function mockCreated(world: World, body: CreateOrderBody): object {
	const { order } = newOrder(completeOrder(body), MOCK_ID, world.clock.now());
	return orderForApi(world, order);
}

/** What the mocks of get and cancel answer: an order that nobody made. */
export function mockOrder(
	world: World,
	ids: { orderId?: string; externalOrderId?: string },
	status: 'SHIPPED' | 'CANCELLED',
): object {
	const { orderId = MOCK_ID, externalOrderId = EXAMPLE.externalOrderId } = ids;
	const { order } = newOrder({ ...EXAMPLE, externalOrderId }, orderId, world.clock.now());
	const shippedTime = world.timestamp();
	const shipped: Partial<StoredOrder> = {
		shipments: [shipmentOf(order, { from: 0, to: 1 }, { shippedTime, tracking: 0 })],
		orderShippedTime: shippedTime,
	};
	const details = status === 'SHIPPED' ? shipped : {};
	return orderForApi(world, { ...order, ...details, status });
}
