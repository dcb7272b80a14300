import type { FiredEvent } from '../../sandbox/shared/webhook-control.mts';
import type { TriggerProvider } from '../support/trigger-desk.mts';
import type { Dice } from './dice.mts';

const either = (dice: Dice, ...values: string[]): string =>
	dice.pick(values.map((value) => [1, value] as const));

/** An event of each provider, about an order that no other one is about. */
export const EVENT_OF: Readonly<
	Record<TriggerProvider, (number: number, dice: Dice) => FiredEvent>
> = {
	flexport: (number, dice) => ({
		type: either(dice, 'Order.Shipped', 'Order.Cancelled', 'Shipment.Created'),
		details: { orderId: String(700_000_000 + number) },
	}),
	deliverr: (number, dice) => ({
		type: 'ORDER_STATUS_UPDATE',
		details: {
			orderId: String(90_000_000 + number),
			newStatus: either(dice, 'CREATED', 'SHIPPED', 'CANCELLED'),
		},
	}),
	digitalRiver: (number, dice) => ({
		type: either(dice, 'fulfillment_order.pending', 'fulfillment_order.cancelled'),
		details: { id: 9_300_000_000 + number, upstreamId: `SHOP-${number}` },
	}),
	deliverySolutions: (number, dice) => ({
		type: either(dice, 'ORDER_DISPATCHED', 'ORDER_DELIVERED', 'ORDER_CANCELLED'),
		details: { orderId: `shipment-${number}`, orderExternalId: `SHOP-${number}` },
	}),
};
