import { manualClock } from '../../sandbox/clock.mts';
import { startSandbox } from '../../sandbox/server.mts';
import type { World } from './write.mts';

/** Orders stand still: they would be shipped before they are cancelled. */
const NEVER = 1e12;

/** A sandbox with a product, whose clock only the senders of webhooks need. */
export async function openWorld(seed: number): Promise<World> {
	const sandbox = await startSandbox({
		seed,
		clock: manualClock(new Date().toISOString()),
		life: { routingMs: NEVER, warehouseMs: NEVER, shippedMs: NEVER, deliveredMs: NEVER },
		shipmentLife: [NEVER],
		deliverrLife: {
			processingMs: NEVER,
			shippedMs: NEVER,
			restShippedMs: NEVER,
			deliveredMs: NEVER,
		},
		digitalRiverLife: {
			backorderedMs: NEVER,
			shippedMs: NEVER,
			restockedMs: NEVER,
			decidedMs: NEVER,
		},
	});
	// The time in which a delivery must be answered passes in haste, too.
	sandbox.digitalRiver.deliveryTimeoutMs = 30_000;
	const { logisticsSku } = sandbox.flexport.addProduct({ name: 'Mug', merchantSku: 'MUG' });
	return { sandbox, sku: logisticsSku, accounts: new Map(), tagOfOwnId: new Map() };
}
