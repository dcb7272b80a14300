import { instant } from './java-time.mts';
import type { DigitalRiverControl } from './control.mts';
import type { World } from './world.mts';

const ORDERS: readonly [upstreamId: string, minutesAgo: number, state: string][] = [
	['WEB-5001', 300, 'shipped'],
	['WEB-5002', 240, 'shipped'],
	['WEB-5003', 150, 'cancelled'],
	['WEB-5004', 90, 'backordered'],
	['WEB-5005', 30, 'pending'],
	['WEB-5006', 5, 'pending'],
];

const LINE = {
	upstreamId: '1',
	inventoryItemId: 'mug-blue',
	name: 'Blue mug',
	quantity: 2,
	pending: 2,
	backordered: 0,
	shipped: 0,
	cancelled: 0,
	returned: 0,
	state: 'pending',
};

/** Fills the default account with a few items and orders. The orders stay as they are. */
export function stockDigitalRiver(world: World, control: DigitalRiverControl): void {
	control.addInventoryItem('mug-blue');
	control.addInventoryItem('tee-white-m', { available: 3 });
	control.addInventoryItem('sold-out', { available: 0, backorder: false });
	for (const [upstreamId, minutesAgo, state] of ORDERS) {
		const createdTime = instant(Math.floor(world.clock.now() / 1000 - minutesAgo * 60) * 1000);
		control.addOrder({
			createdTime,
			currency: 'USD',
			locale: 'en_US',
			upstreamOrderTime: createdTime,
			name: 'Ada Lee',
			upstreamId,
			shipTo: {
				address: {
					line1: '1 Main St',
					city: 'Austin',
					postalCode: '78701',
					state: 'TX',
					country: 'US',
				},
				name: 'Ada Lee',
			},
			shippingChoice: { id: 'SG' },
			items: [{ id: String(world.next.line()), ...LINE }],
		});
		control.setOrder(upstreamId, { state });
	}
}
