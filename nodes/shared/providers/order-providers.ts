import { flexportOrders } from './flexport/flexport-orders';
import type { OrderProvider } from './order-provider';
import { orderProviderOf } from './orders/order-provider-of';

export type OrderProviderName = 'flexport';

/** The systems that the Fulfillment Order node speaks to. */
export const ORDER_PROVIDERS: Readonly<Record<OrderProviderName, OrderProvider>> = {
	flexport: orderProviderOf(flexportOrders),
};
