import type { Json } from '../shared/json.mts';
import type { OrderRecord } from './order-types.mts';

export type Decision = 'pending' | 'accepted' | 'rejected';

export interface CancellationItemInput {
	fulfillmentOrderItemId: string;
	fulfillmentOrderItemUpstreamId?: string;
	quantity: number;
}

/** The body of create. */
export interface CancellationBody {
	fulfillmentOrderId: string;
	items: CancellationItemInput[];
	upstreamId?: string;
	reason?: string;
}

export interface CancellationItem extends CancellationItemInput {
	inventoryItemId: string;
	quantityAccepted: number;
	state: Decision;
}

/** A cancellation, with the keys of the API's answer. */
export interface StoredCancellation {
	id: string;
	createdTime: string;
	fulfillmentOrderId: string;
	upstreamId?: string;
	items: CancellationItem[];
	reason?: string;
	state: Decision;
	/** So it is spelt here; orders have `liveMode`. */
	livemode: boolean;
}

/** A cancellation and what it is about. */
export interface CancellationRecord {
	cancellation: StoredCancellation;
	of: OrderRecord;
	/** The line of each item. */
	lines: Json[];
	createdMs: number;
	sequence: number;
}
