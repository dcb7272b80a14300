import type { Json } from '../shared/json.mts';

/** A line of a new order; what else it may have is kept as it came. */
export interface LineInput extends Json {
	inventoryItemId: string;
	quantity: number;
	upstreamId?: string;
}

/** The body of create, once it is right. */
export interface CreateOrderBody extends Json {
	currency: string;
	upstreamOrderTime: string;
	upstreamId?: string;
	items: LineInput[];
}

/** An order, with the keys of the API's answer. A test may have stored anything else in it. */
export interface StoredOrder extends Json {
	id: number | string;
	state: string;
	/** Lines, or lists of lines as in the examples of the documents. */
	items: unknown[];
}

/** An order and what the API does not tell of it. */
export interface OrderRecord {
	order: StoredOrder;
	createdMs: number;
	/** Counts up; orders of the same moment are listed by it. */
	sequence: number;
	/** Whether units were set aside for it. */
	reserved: boolean;
	/** Of each line, the units that were not in stock when the order came. */
	short: Map<Json, number>;
}
