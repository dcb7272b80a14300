import type { OrderRecord } from './order-types.mts';
import { giveBackUnits, takeUnits } from './products.mts';
import { shipmentOf, UNITS_IN_A_SHIPMENT, unitsOf } from './shipments.mts';
import { isTold, statusUpdate } from './status-update.mts';
import { readTrick } from './tricks.mts';
import type { Account, World } from './world.mts';

/** Time after creation at which an order reaches each stage. */
export interface DeliverrLife {
	processingMs: number;
	/** Up to ten units; of more, these ten. */
	shippedMs: number;
	restShippedMs: number;
	deliveredMs: number;
}

export const DEFAULT_DELIVERR_LIFE: DeliverrLife = {
	processingMs: 2000,
	shippedMs: 8000,
	restShippedMs: 12_000,
	deliveredMs: 16_000,
};

interface Stage {
	at: number;
	status: string;
	reach(account: Account, record: OrderRecord): void;
}

/** Moves orders along: processed, shipped at once or in two parts, delivered; or failed. */
export class Life {
	private readonly cancelNext = new Map<OrderRecord, () => void>();

	constructor(
		private readonly world: World,
		private readonly times: DeliverrLife,
		/** Resolves when what a stage caused, e.g. webhooks, has been dealt with. */
		private readonly settled: () => Promise<void>,
	) {}

	/** A new order. From now on it lives by itself. */
	begin(account: Account, record: OrderRecord): void {
		this.tell(account, record);
		this.scheduleNext(account, record);
	}

	/** Nothing more happens to the order by itself. */
	hold(record: OrderRecord): void {
		this.cancelNext.get(record)?.();
		this.cancelNext.delete(record);
	}

	/** Nothing more happens to any order. */
	clear(): void {
		for (const cancel of this.cancelNext.values()) cancel();
		this.cancelNext.clear();
	}

	/** A failed order tries again. */
	retry(account: Account, record: OrderRecord): void {
		this.hold(record);
		record.attempt += 1;
		record.step = 0;
		record.startedAt = this.world.clock.now();
		record.failedAt = undefined;
		this.become(record, 'CREATED');
		this.scheduleNext(account, record);
	}

	cancel(account: Account, record: OrderRecord): void {
		this.hold(record);
		if (record.taken) giveBackUnits(account.products, record.order);
		record.taken = false;
		this.become(record, 'CANCELLED');
		this.tell(account, record);
	}

	fail(record: OrderRecord): void {
		this.hold(record);
		record.failedAt = this.world.clock.now();
		this.become(record, 'ERROR');
	}

	/** Lets the order reach a status now, through all before it, if its life leads there. */
	moveTo(account: Account, record: OrderRecord, status: string): void {
		this.hold(record);
		const stages = this.stagesOf(record);
		const target = stages.findIndex((stage) => stage.status === status);
		while (record.step <= target && record.failedAt === undefined) this.reachNext(account, record);
	}

	private scheduleNext(account: Account, record: OrderRecord): void {
		const next = this.stagesOf(record)[record.step];
		if (next === undefined || record.failedAt !== undefined) return;
		const cancel = this.world.clock.schedule(record.startedAt + next.at, () => {
			this.reachNext(account, record);
			this.scheduleNext(account, record);
			return this.settled();
		});
		this.cancelNext.set(record, cancel);
	}

	private reachNext(account: Account, record: OrderRecord): void {
		this.cancelNext.delete(record);
		const stage = this.stagesOf(record)[record.step];
		if (stage === undefined) return;
		record.step += 1;
		this.become(record, stage.status);
		stage.reach(account, record);
		this.tell(account, record);
	}

	private become(record: OrderRecord, status: string): void {
		record.order.status = status;
		record.order.updatedAt = this.world.timestamp();
	}

	/** Tells of the status that an order has come to, if that is told and was not told before. */
	private tell(account: Account, record: OrderRecord): void {
		const { order, told: oldStatus } = record;
		const newStatus = order.status;
		if (newStatus === oldStatus || !isTold(newStatus)) return;
		record.told = newStatus;
		const update = statusUpdate(this.world, order, { oldStatus, newStatus });
		this.world.emit(account, this.world.newEvent('ORDER_STATUS_UPDATE', update));
	}

	private stagesOf(record: OrderRecord): Stage[] {
		const { processingMs, shippedMs, restShippedMs, deliveredMs } = this.times;
		const units = unitsOf(record.order);
		const first = Math.min(units, UNITS_IN_A_SHIPMENT);
		const ship = (at: number, from: number, to: number): Stage => ({
			at,
			status: to < units ? 'PARTIALLY_SHIPPED' : 'SHIPPED',
			reach: () => this.ship(record, from, to),
		});
		return [
			{ at: processingMs, status: 'PROCESSING', reach: (account) => this.process(account, record) },
			ship(shippedMs, 0, first),
			...(first < units ? [ship(restShippedMs, first, units)] : []),
			{ at: deliveredMs, status: 'DELIVERED', reach: () => this.deliver(record) },
		];
	}

	private process(account: Account, record: OrderRecord): void {
		const trick = readTrick(record.order.shiptoAddress);
		const isTold = trick?.does === 'fail' && record.attempt <= trick.times;
		record.taken = !isTold && takeUnits(account.products, record.order);
		if (!record.taken) this.fail(record);
	}

	private ship({ order }: OrderRecord, from: number, to: number): void {
		const shippedTime = this.world.timestamp();
		const tracking = this.world.nextTracking();
		order.shipments.push(shipmentOf(order, { from, to }, { shippedTime, tracking }));
		if (order.status !== 'SHIPPED') return;
		order.orderShippedTime = shippedTime;
		order.cost = Math.round(499 + 75 * to) / 100;
	}

	private deliver({ order }: OrderRecord): void {
		order.orderDeliveredTime = this.world.timestamp();
	}
}
