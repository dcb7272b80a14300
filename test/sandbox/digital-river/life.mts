import type { CancellationRecord } from './cancellation-types.mts';
import { linesOf, moveUnits, orderStateOf, type Counter } from './counters.mts';
import { cancelUnits, decide } from './decide.mts';
import type { OrderRecord } from './order-types.mts';
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

/** Moves orders along: pending, backordered where stock is short, shipped. */
export class Life {
	private readonly cancelNext = new Map<OrderRecord, (() => void)[]>();
	private undecided = new Set<() => void>();

	constructor(
		private readonly world: World,
		private readonly times: DigitalRiverLife,
	) {}

	/** From now on the order lives by itself. */
	begin(record: OrderRecord): void {
		const now = this.world.clock.now();
		const { backorderedMs, shippedMs, restockedMs } = this.times;
		const steps: [at: number, run: () => void][] = [
			[backorderedMs, () => this.backorder(record)],
			[shippedMs, () => this.move(record, 'pending', 'shipped')],
			[restockedMs, () => this.restock(record)],
		];
		this.cancelNext.set(
			record,
			steps.map(([at, run]) => this.world.clock.schedule(now + at, run)),
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
		});
		this.undecided.add(cancel);
	}

	/** Puts all open units of an order in a state. */
	moveTo(account: Account, record: OrderRecord, state: string): void {
		this.hold(record);
		if (state === 'backordered') this.move(record, 'pending', 'backordered');
		if (state === 'shipped') {
			this.move(record, 'pending', 'shipped');
			this.restock(record);
		}
		if (state !== 'cancelled') return;
		for (const line of linesOf(record.order)) cancelUnits(account, record, line, Infinity);
		this.refresh(record);
	}

	private backorder(record: OrderRecord): void {
		for (const [line, units] of record.short) {
			moveUnits(record.order, line, { from: 'pending', to: 'backordered', units });
		}
		this.refresh(record);
	}

	private restock(record: OrderRecord): void {
		record.short.clear();
		this.move(record, 'backordered', 'shipped');
	}

	private move(record: OrderRecord, from: Counter, to: Counter): void {
		for (const line of linesOf(record.order)) {
			moveUnits(record.order, line, { from, to, units: Infinity });
		}
		this.refresh(record);
	}

	private refresh({ order }: OrderRecord): void {
		order.state = orderStateOf(order, this.world.switches.backorderedOrders);
	}
}
