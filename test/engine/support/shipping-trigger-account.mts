import type { ManualClock } from '../../sandbox/clock.mts';
import type { DeliverySolutionsControl } from '../../sandbox/delivery-solutions/control.mts';
import type { Ledger } from './shipping-trigger-ledger.mts';
import type { Update, Updates } from './shipping-trigger-updates.mts';

/** How often an update is listed late, after others that were made later. */
const LATE = 0.05;

/** The account of a shop whose shipments are made, move and are edited; the ledger hears of all. */
export class BusyAccount {
	/** What lists do not show yet, and when they will. */
	private readonly late = new Map<string, { at: number; update: Update; shownAt: number }>();

	constructor(
		private readonly api: DeliverySolutionsControl,
		private readonly clock: ManualClock,
		private readonly updates: Updates,
		private readonly ledger: Ledger,
	) {}

	/** Something happens; as often as not in the same millisecond as what happened before. */
	async goOn(update?: Update): Promise<void> {
		if (this.updates.random() < 0.5) await this.clock.advance(1);
		this.happens(update);
	}

	/** Something happens at once, e.g. between two pages of a list. */
	happens(update = this.updates.next((id) => this.late.has(id))): void {
		const { id, status, kind } = update;
		const at = this.clock.now();
		const old = structuredClone(this.api.shipment(id));
		if (kind === 'made') this.api.addShipment({ id, orderExternalId: `order-${id}`, status });
		else this.api.setShipment(id, kind === 'edited' ? { fee: at % 100 } : { status });
		if (this.updates.random() >= LATE) return this.ledger.shows(id, status, at);
		this.api.listAs(id, old ?? null);
		this.ledger.lags(id, true);
		const shownAt = at + this.updates.random() * 8 * 60_000;
		this.late.set(id, { at, update, shownAt });
	}

	/** Lists catch up with what has waited long enough. */
	catchUp(until = this.clock.now()): void {
		for (const [id, { at, update, shownAt }] of this.late) {
			if (shownAt > until) continue;
			this.late.delete(id);
			this.api.listAs(id);
			this.ledger.lags(id, false);
			this.ledger.shows(id, update.status, at);
		}
	}
}
