import type { CompleteOrderBody, OrderRecord } from './order-types.mts';

/** A new order as it stands before anything has happened to it. */
export function newOrder(body: CompleteOrderBody, orderId: string, at: number): OrderRecord {
	const now = new Date(at).toISOString();
	return {
		order: {
			orderId,
			createdAt: now,
			updatedAt: now,
			...body,
			status: 'CREATED',
			shipments: [],
		},
		startedAt: at,
		attempt: 1,
		step: 0,
		failedAt: undefined,
		told: undefined,
		taken: false,
	};
}
