import type { DeliverrControl } from './control.mts';
import { newOrder } from './new-order.mts';
import type { ProductInput } from './products.mts';
import type { World } from './world.mts';

const PRODUCTS: readonly ProductInput[] = [
	{ externalProductId: 'mug-blue', name: 'Blue mug', inventory: 120 },
	{ externalProductId: 'tee-white-m', name: 'White tee, M', inventory: 40 },
	{ externalProductId: 'last-two', name: 'Desk plant', inventory: 2 },
	{ externalProductId: 'sold-out', name: 'Tea set', inventory: 0 },
	{ externalProductId: 'never-inbounded', name: 'Rain jacket', inbounded: false },
	{ externalProductId: 'not-approved', name: 'Power bank', approved: false },
	{ externalProductId: 'no-customs', name: 'Coffee beans', customs: false },
];

const ORDERS: readonly [externalOrderId: string, quantity: number, status: string][] = [
	['WEB-4001', 1, 'DELIVERED'],
	['WEB-4002', 2, 'SHIPPED'],
	['WEB-4003', 14, 'PARTIALLY_SHIPPED'],
	['WEB-4004', 1, 'CANCELLED'],
	['WEB-4005', 3, 'ERROR'],
	['WEB-4006', 1, 'PROCESSING'],
];

/** Fills the default account with a few products and orders. The orders stay as they are. */
export function stockDeliverr(world: World, control: DeliverrControl): void {
	for (const product of PRODUCTS) control.addProduct(product);
	const account = world.accountOf();
	for (const [externalOrderId, quantity, status] of ORDERS) {
		const body = {
			externalOrderId,
			source: 'web shop',
			sourceOrderId: externalOrderId,
			shiptoAddress: {
				name: 'Ada Lee',
				street1: '1 Main St',
				city: 'Austin',
				state: 'TX',
				postcode: '78701',
				countryCode: 'US',
			},
			lineItems: [{ externalProductId: 'mug-blue', quantity }],
		};
		world.store(account, newOrder(body, String(world.nextOrder()), world.clock.now()));
		control.setOrder(externalOrderId, { status });
	}
}
