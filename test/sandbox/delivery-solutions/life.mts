import { failedDelivery } from './history-entry.mts';
import { labelFields } from './labels.mts';
import {
	poundsOf,
	providerNamed,
	trackingIdOf,
	trackingUrlOf,
	type Provider,
} from './providers.mts';
import { isDispatched, SET_BY_PROVIDER, USUAL_LIFE, type Status } from './statuses.mts';
import type { ShipmentRecord } from './store.mts';
import { parcelOf } from './stored-fields.mts';
import { labelTrick } from './tricks.mts';
import type { World } from './world.mts';

/** Milliseconds after its dispatch at which a shipment reaches each further status. */
export type ShipmentLife = readonly number[];

export const DEFAULT_SHIPMENT_LIFE: ShipmentLife = [2000, 4000, 6000, 8000, 10_000, 16_000];

/** A life with more statuses than there are times goes on in steps of this length. */
const FURTHER_STEP_MS = 2000;

const NOT_WITH_PROVIDER: ReadonlySet<string> = new Set(['ORDER_CANCELLED', 'PARTIAL_CANCELLED']);

/** What comes before the status that create answers (Shipping Order API, Get Shipment Status). */
function firstSteps(status: Status): Status[] {
	if (status === 'REQUEST_RECEIVED') return [];
	const unquoted: Status[] = ['ESTIMATES_RECEIVED', 'ESTIMATES_FAILED', 'PENDING_DISPATCH'];
	return unquoted.includes(status)
		? ['REQUEST_RECEIVED']
		: ['REQUEST_RECEIVED', 'ESTIMATES_RECEIVED'];
}

/** Moves shipments along: dispatched, assigned, picked up, delivered; or whatever was asked for. */
export class Life {
	private readonly cancelNext = new Map<ShipmentRecord, () => void>();

	constructor(
		private readonly world: World,
		private readonly times: ShipmentLife,
		/** Resolves when what a status caused, e.g. webhooks, has been dealt with. */
		private readonly settled: () => Promise<void>,
	) {}

	/** A new shipment comes to the first status of its life, and goes on from there by itself. */
	begin(record: ShipmentRecord): void {
		this.start(record);
		this.scheduleNext(record);
	}

	/** A new shipment comes to the first status of its life. */
	start(record: ShipmentRecord): void {
		const [first = 'ORDER_DISPATCHED'] = record.life;
		for (const status of firstSteps(first)) this.note(record, status, record.startedAt);
		this.enter(record, first, record.startedAt);
	}

	/** A shipment that failed is dispatched after all, and lives as usual. */
	retry(record: ShipmentRecord, provider: Provider): void {
		this.hold(record);
		record.provider = provider;
		record.life = USUAL_LIFE;
		record.step = 0;
		record.startedAt = this.world.clock.now();
		this.enter(record, 'ORDER_DISPATCHED');
		this.scheduleNext(record);
	}

	/** The shipment comes to a status, with all that belongs to it. */
	enter(record: ShipmentRecord, status: Status, at: number = this.world.clock.now()): void {
		const { shipment } = record;
		if (isDispatched(status) && !NOT_WITH_PROVIDER.has(status)) this.dispatch(record, at);
		if (status === 'PICKUP_COMPLETED') shipment.actualPickupTime = at;
		if (status === 'ORDER_DELIVERED') shipment.actualDeliveryTime = at;
		shipment.status = status;
		this.touch(record, at);
		this.note(record, status, at);
	}

	/** Nothing more happens to the shipment by itself. */
	hold(record: ShipmentRecord): void {
		this.cancelNext.get(record)?.();
		this.cancelNext.delete(record);
	}

	/** Nothing more happens to any shipment. */
	clear(): void {
		for (const cancel of this.cancelNext.values()) cancel();
		this.cancelNext.clear();
	}

	/** The shipment has changed. */
	touch(record: ShipmentRecord, at: number = this.world.clock.now()): void {
		record.updatedMs = at;
		record.shipment.lastUpdatedAt = new Date(record.updatedMs).toISOString();
	}

	/** Adds a status to the history, and tells of it. */
	note(record: ShipmentRecord, status: string, at: number): void {
		const statusUser = SET_BY_PROVIDER.has(status)
			? (record.provider?.displayName ?? 'UPS')
			: 'Default_Business_Key';
		const details = status === 'ORDER_UNDELIVERABLE' ? failedDelivery() : {};
		const entry = { status, note: null, statusUser, ...details };
		record.history.push({ at, entry });
		this.world.onStatus(record.account, record.shipment, { at, entry });
	}

	private scheduleNext(record: ShipmentRecord): void {
		const next = record.life[record.step + 1];
		if (next === undefined) return;
		const cancel = this.world.clock.schedule(record.startedAt + this.timeOf(record.step), () => {
			this.cancelNext.delete(record);
			record.step += 1;
			this.enter(record, next);
			this.scheduleNext(record);
			return this.settled();
		});
		this.cancelNext.set(record, cancel);
	}

	private timeOf(step: number): number {
		const last = this.times.at(-1) ?? 0;
		return this.times[step] ?? last + (step - this.times.length + 1) * FURTHER_STEP_MS;
	}

	/** A provider takes the shipment: it gets a tracking number, a price and a label. Once. */
	private dispatch(record: ShipmentRecord, now: number): void {
		const { shipment, sequence } = record;
		if (typeof shipment.trackingId === 'string') return;
		const provider = record.provider ?? providerNamed('UPS');
		record.provider = provider;
		const trackingId = trackingIdOf(provider, sequence);
		const price = Math.round(850 + 35 * poundsOf(parcelOf(shipment))) / 100;
		const { origin } = this.world;
		const label = labelFields(labelTrick(shipment.orderAttributes), {
			origin,
			id: shipment.id,
			trackingId,
		});
		Object.assign(shipment, {
			provider,
			trackingId,
			fee: price,
			amount: price,
			label: label.label,
			referenceLinks: {
				trackingUrl: trackingUrlOf(provider, trackingId),
				labelLink: label.labelLink,
				qrcodeLink: null,
			},
			estimatedPickupTime: { startsAt: now + this.timeOf(1), endsAt: null },
			estimatedDeliveryTime: { startsAt: null, endsAt: now + this.timeOf(5) },
		});
	}
}
