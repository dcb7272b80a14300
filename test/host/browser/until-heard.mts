import type { Locator } from 'playwright-core';
import type { HostDesk } from '../support/host-desk.mts';
import { until } from '../support/until.mts';

/**
 * Waits until something of a delivery is shown. The page says that it listens a moment before n8n does: a
 * delivery in between is refused, and sent again by the system as time goes on.
 */
export async function untilHeard({ clock }: HostDesk, shown: Locator): Promise<void> {
	await until('the delivery is shown', async () => {
		if (await shown.isVisible()) return true;
		await clock.advance(60_000);
		return undefined;
	});
}
