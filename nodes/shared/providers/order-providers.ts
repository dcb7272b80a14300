import { flexportOrders } from './flexport/flexport-orders';
import type { OrderProvider } from './order-provider';

export type OrderProviderName = 'flexport';

/** The systems that the Fulfillment Order node speaks to. */
export const ORDER_PROVIDERS: Readonly<Record<OrderProviderName, OrderProvider>> = {
	flexport: flexportOrders,
};
