import { deliverrOrders } from './deliverr/deliverr-orders';
import { cancelOrder } from './digital-river/cancel-order';
import { digitalRiverOrders } from './digital-river/digital-river-orders';
import { listOrders } from './digital-river/list-orders';
import { flexportOrders } from './flexport/flexport-orders';
import type { OrderProvider } from './order-provider';
import { orderProviderOf } from './orders/order-provider-of';

export const PROVIDER_NAMES = ['flexport', 'deliverr', 'digitalRiver'] as const;

export type OrderProviderName = (typeof PROVIDER_NAMES)[number];

/** Digital River has a list and no retry, and cancels by lines. */
const digitalRiver = (): OrderProvider => {
	const { open } = digitalRiverOrders;
	return {
		...orderProviderOf(digitalRiverOrders),
		cancel: async (runtime, ref, options) => await cancelOrder(await open(runtime), ref, options),
		list: async (runtime, query) => await listOrders(await open(runtime), query),
	};
};

/** The systems that the Fulfillment Order node speaks to. */
export const ORDER_PROVIDERS: Readonly<Record<OrderProviderName, OrderProvider>> = {
	flexport: orderProviderOf(flexportOrders),
	deliverr: orderProviderOf(deliverrOrders),
	digitalRiver: digitalRiver(),
};
