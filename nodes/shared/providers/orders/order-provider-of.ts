import type { OrderProvider } from '../order-provider';
import { cancelOrder } from './cancel-order';
import { createOrder } from './create-order';
import type { OrderSystem } from './order-system';
import { readOrder } from './read-order';
import { retryOrder } from './retry-order';

/** What the node does with the orders of a system. */
export function orderProviderOf(system: OrderSystem): OrderProvider {
	const { open } = system;
	return {
		toBody: system.toBody,
		create: async (runtime, body, options) =>
			await createOrder(system, await open(runtime), body, options),
		get: async (runtime, ref) => await readOrder(system, await open(runtime), ref),
		...(system.changeRequest ? { retry: retryOf(system) } : {}),
		cancel: async (runtime, ref) => await cancelOrder(system, await open(runtime), ref),
		simplify: system.simplify,
	};
}

const retryOf =
	(system: OrderSystem): NonNullable<OrderProvider['retry']> =>
	async (runtime, ref, options) =>
		await retryOrder(system, await system.open(runtime), ref, options);
