import type { OrderProvider } from '../order-provider';
import { cancelOrder } from './cancel-order';
import { createOrder } from './create-order';
import { getOrder } from './get-order';
import { toOrderBody } from './order-body';
import { retryOrder } from './retry-order';
import { openFlexport } from './session';
import { simplifyOrder } from './simplify-order';

/** Fulfillment orders of the Flexport Logistics API. */
export const flexportOrders: OrderProvider = {
	toBody: toOrderBody,
	create: async (runtime, body, options) =>
		await createOrder(await openFlexport(runtime), body, options),
	get: async (runtime, ref) => await getOrder(await openFlexport(runtime), ref),
	retry: async (runtime, ref, options) =>
		await retryOrder(await openFlexport(runtime), ref, options),
	cancel: async (runtime, ref) => await cancelOrder(await openFlexport(runtime), ref),
	simplify: simplifyOrder,
};
