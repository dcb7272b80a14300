import type { Json } from '../shared/json.mts';
import type { CancellationRecord } from './cancellation-types.mts';
import { linesOf, moveUnits, orderStateOf, type Counter } from './counters.mts';
import { cancelUnits, decide } from './decide.mts';
import { backorderOf } from './event-objects.mts';
import type { OrderRecord } from './order-types.mts';
import { orderForApi } from './order-view.mts';
import { newShipment, type UnitsOfLine } from './shipments.mts';
import { tellIfCancelled } from './tell.mts';
import type { Account, World } from './world.mts';

/** Times after its creation at which something happens to an order, or to a cancellation. */
export interface DigitalRiverLife {
	/** What was not in stock is backordered. */
	backorderedMs: number;
	/** What was in stock is shipped. */
	shippedMs: number;
	/** What was backordered is shipped. */
	restockedMs: number;
	/** A cancellation that is pending is decided. */
	decidedMs: number;
}

export const DEFAULT_DIGITAL_RIVER_LIFE: DigitalRiverLife = {
	backorderedMs: 2000,
	shippedMs: 8000,
	restockedMs: 16_000,
	decidedMs: 3000,
};

type Told = 'pending' | 'backordered' | 'shipped';

/** Moves orders along: pending, backordered where stock is short, shipped. */
export class Life {
	private readonly cancelNext = new Map<OrderRecord, (() => void)[]>();
	private undecided = new Set<() => void>();

	constructor(
		private readonly world: World,
		private readonly times: DigitalRiverLife,
		/** Resolves when what a step caused, e.g. webhooks, has been dealt with. */
		private readonly settled: () => Promise<void>,
	) {}

	/** A new order. From now on it lives by itself. */
	begin(account: Account, record: OrderRecord): void {
		this.tell(account, record, 'pending', []);
		const now = this.world.clock.now();
		const { backorderedMs, shippedMs, restockedMs } = this.times;
		const steps: [at: number, run: () => void][] = [
			[backorderedMs, () => this.backorder(account, record)],
			[shippedMs, () => this.move(account, record, 'pending', 'shipped')],
			[restockedMs, () => this.restock(account, record)],
		];
		this.cancelNext.set(
			record,
			steps.map(([at, run]) =>
				this.world.clock.schedule(now + at, () => {
					run();
					return this.settled();
				}),
			),
		);
	}

	/** Nothing more happens to the order by itself. */
	hold(record: OrderRecord): void {
		for (const cancel of this.cancelNext.get(record) ?? []) cancel();
		this.cancelNext.delete(record);
	}

	/** Nothing more happens to anything. */
	clear(): void {
		for (const record of [...this.cancelNext.keys()]) this.hold(record);
		for (const cancel of this.undecided) cancel();
		this.undecided.clear();
	}

	/** Decides a cancellation, at once or after a while. */
	judge(account: Account, record: CancellationRecord): void {
		const { switches, clock } = this.world;
		if (switches.cancellationMode !== 'pending') {
			decide(this.world, account, record);
			return;
		}
		const cancel = clock.schedule(clock.now() + this.times.decidedMs, () => {
			this.undecided.delete(cancel);
			decide(this.world, account, record);
			return this.settled();
		});
		this.undecided.add(cancel);
	}

	/** Puts all open units of an order in a state. */
	moveTo(account: Account, record: OrderRecord, state: string): void {
		this.hold(record);
		if (state === 'backordered') this.move(account, record, 'pending', 'backordered');
		if (state === 'shipped') {
			this.move(account, record, 'pending', 'shipped');
			this.restock(account, record);
		}
		if (state !== 'cancelled') return;
		for (const line of linesOf(record.order)) cancelUnits(account, record, line, Infinity);
		const before = record.order.state;
		this.refresh(record);
		tellIfCancelled(this.world, account, record.order, before);
	}

	private backorder(account: Account, record: OrderRecord): void {
		const wanted = [...record.short].map(([line, units]) => ({ line, units }));
		this.moveUnits(account, record, { from: 'pending', to: 'backordered', wanted });
	}

	private restock(account: Account, record: OrderRecord): void {
		record.short.clear();
		this.move(account, record, 'backordered', 'shipped');
	}

	private move(account: Account, record: OrderRecord, from: Counter, to: Told): void {
		const wanted = linesOf(record.order).map((line) => ({ line, units: Infinity }));
		this.moveUnits(account, record, { from, to, wanted });
	}

	private moveUnits(
		account: Account,
		record: OrderRecord,
		{ from, to, wanted }: { from: Counter; to: Told; wanted: UnitsOfLine[] },
	): void {
		const moved = wanted
			.map(({ line, units }) => ({
				line,
				units: moveUnits(record.order, line, { from, to, units }),
			}))
			.filter(({ units }) => units > 0);
		this.refresh(record);
		if (moved.length > 0) this.tell(account, record, to, moved);
	}

	/** The object of fulfillment_order.shipped is a shipment (Digital River guides, Events). */
	private tell(account: Account, { order }: OrderRecord, word: Told, units: UnitsOfLine[]): void {
		const objects: Record<Told, () => Json> = {
			pending: () => orderForApi(this.world, order),
			backordered: () => backorderOf(this.world, order, units),
			shipped: () => newShipment(this.world, { order }, units),
		};
		this.world.emit(account, `fulfillment_order.${word}`, objects[word]());
	}

	private refresh({ order }: OrderRecord): void {
		order.state = orderStateOf(order, this.world.switches.backorderedOrders);
	}
}
