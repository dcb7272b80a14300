import { neverInbounded, routingFailure } from './failures.mts';
import { idForApi } from './order-view.mts';
import { releaseOrder, reserveOrder, shipFromStock } from './order-stock.mts';
import { createShipments, packShipment } from './shipments.mts';
import type { StoredOrder } from './stored-order.mts';
import type { OrderError } from './order-types.mts';
import type { World } from './world.mts';

/** Time after creation at which an order reaches each stage. */
export interface LifeTimes {
	routingMs: number;
	warehouseMs: number;
	shippedMs: number;
	deliveredMs: number;
}

export const DEFAULT_LIFE: LifeTimes = {
	routingMs: 2000,
	warehouseMs: 4000,
	shippedMs: 8000,
	deliveredMs: 16000,
};

/** Moves orders along: routed, at the warehouse, shipped, delivered; or failed, or cancelled. */
export class Life {
	private readonly cancelNext = new Map<string, () => void>();
	private readonly stages: readonly { at: number; reach: (order: StoredOrder) => void }[];

	constructor(
		private readonly world: World,
		times: LifeTimes,
		/** Resolves when what a stage caused, e.g. webhooks, has been dealt with. */
		private readonly settled: () => Promise<void>,
	) {
		this.stages = [
			{ at: times.routingMs, reach: (order) => this.route(order) },
			{ at: times.warehouseMs, reach: (order) => this.arriveAtWarehouse(order) },
			{ at: times.shippedMs, reach: (order) => this.leave(order) },
			{ at: times.deliveredMs, reach: (order) => this.deliver(order) },
		];
	}

	/** A new order: it is in stock, or it fails at once. */
	begin(order: StoredOrder): void {
		if (neverInbounded(this.world, order).length === 0) {
			const shortage = reserveOrder(this.world, order);
			if (shortage !== undefined) {
				this.fail(order, shortage);
				return;
			}
		}
		this.scheduleNext(order);
	}

	/** A failed order tries again. */
	retry(order: StoredOrder): void {
		order.attempt += 1;
		order.stage = 0;
		order.startedAt = this.world.clock.now();
		order.error = null;
		order.shipments = [];
		order.state.internalStatus = 'CREATED';
		order.state.fulfillmentStatus = 'ROUTING_IN_PROGRESS';
		order.state.fulfillmentInProgress = true;
		this.touch(order);
		this.scheduleNext(order);
	}

	cancel(order: StoredOrder): void {
		this.hold(order);
		releaseOrder(this.world, order);
		this.stop(order, 'CANCELLED');
		for (const shipment of order.shipments) {
			shipment.status = 'CANCELLED';
			this.emit(order, 'Shipment.Cancelled', shipment.id);
		}
		this.emit(order, 'Order.Cancelled');
	}

	/** Nothing more happens to the order by itself. */
	hold(order: StoredOrder): void {
		this.cancelNext.get(order.id)?.();
		this.cancelNext.delete(order.id);
	}

	/** Nothing more happens to any order. */
	clear(): void {
		for (const cancel of this.cancelNext.values()) cancel();
		this.cancelNext.clear();
	}

	/** Lets the order reach a stage (1 routed ... 4 delivered) now, through all stages before it. */
	moveTo(order: StoredOrder, stage: number): void {
		this.hold(order);
		while (order.stage < stage && order.state.internalStatus !== 'ERROR') this.reachNext(order);
	}

	/** The order fails. What was set aside for it stays so, until it is cancelled. */
	fail(order: StoredOrder, error: OrderError): void {
		this.hold(order);
		order.error = error;
		this.stop(order, 'ERROR');
	}

	private stop(order: StoredOrder, status: 'CANCELLED' | 'ERROR'): void {
		order.state.internalStatus = status;
		order.state.fulfillmentStatus = 'STOPPED';
		order.state.fulfillmentInProgress = false;
		this.touch(order);
	}

	private scheduleNext(order: StoredOrder): void {
		const next = this.stages[order.stage];
		if (next === undefined) return;
		const cancel = this.world.clock.schedule(order.startedAt + next.at, () => {
			this.cancelNext.delete(order.id);
			this.reachNext(order);
			if (order.state.internalStatus !== 'ERROR') this.scheduleNext(order);
			return this.settled();
		});
		this.cancelNext.set(order.id, cancel);
	}

	private reachNext(order: StoredOrder): void {
		const next = this.stages[order.stage];
		if (next === undefined) return;
		order.stage += 1;
		next.reach(order);
		this.touch(order);
	}

	private route(order: StoredOrder): void {
		const failure = routingFailure(this.world, order) ?? reserveOrder(this.world, order);
		if (failure !== undefined) {
			this.fail(order, failure);
			return;
		}
		order.shipments = createShipments(this.world, order);
		for (const shipment of order.shipments) this.emit(order, 'Shipment.Created', shipment.id);
	}

	private arriveAtWarehouse(order: StoredOrder): void {
		for (const shipment of order.shipments) shipment.status = 'WAREHOUSE';
	}

	private leave(order: StoredOrder): void {
		const now = this.world.timestamp();
		order.state.internalStatus = 'SHIPPED';
		order.state.fulfillmentStatus = 'SHIPPED';
		order.shippedAt = now;
		const units = order.reservations.reduce((sum, { quantity }) => sum + quantity, 0);
		order.cost = Math.round(499 + 75 * units) / 100;
		for (const shipment of order.shipments) {
			shipment.packages = packShipment(this.world, order, shipment);
			shipment.status = 'SHIPPED';
			shipment.shippedAt = now;
			shipment.labelPrintTime = now;
		}
		shipFromStock(this.world, order);
		for (const shipment of order.shipments) this.emit(order, 'Shipment.Shipped', shipment.id);
		this.emit(order, 'Order.Shipped');
	}

	private deliver(order: StoredOrder): void {
		const now = this.world.timestamp();
		order.state.internalStatus = 'DELIVERED';
		order.state.fulfillmentStatus = 'DELIVERED';
		order.state.fulfillmentInProgress = false;
		order.deliveredAt = now;
		for (const shipment of order.shipments) {
			for (const box of shipment.packages) {
				box.attemptedDeliveryTime = now;
				box.carrierDeliveryTime = now;
			}
		}
	}

	private touch(order: StoredOrder): void {
		order.updatedAt = this.world.timestamp();
	}

	private emit(order: StoredOrder, type: string, id?: string): void {
		const orderId = idForApi(this.world, order.id);
		this.world.emit(this.world.accountNamed(order.account), type, {
			id: id ?? orderId,
			orderId,
			externalOrderId: order.externalOrderId,
		});
	}
}
