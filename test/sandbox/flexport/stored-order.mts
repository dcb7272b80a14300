import type { Reservation } from './stock.mts';
import type { CreateOrderBody } from './order-input.mts';
import type { DropshipDetails, FlexportOrder } from './order-types.mts';

/** An order as the sandbox keeps it: what the API answers, and what it does not tell. */
export interface StoredOrder extends FlexportOrder {
	/** The body of the CreateOrder call. */
	request: CreateOrderBody;
	account: string;
	dropshipDetails: DropshipDetails | null;
	/** 1 after creation, one more with every retry. */
	attempt: number;
	/** Stages reached since the last attempt began. */
	stage: number;
	/** When the last attempt began. */
	startedAt: number;
	reservations: Reservation[];
}
