/** Where an order goes, as it is sent; what is missing is refused with an error type of its own. */
export interface ShiptoAddress {
	name: string;
	company?: string;
	street1?: string;
	street2?: string;
	city?: string;
	state?: string;
	postcode?: string;
	countryCode?: string;
}

export interface LineItemInput {
	externalProductId?: string;
	quantity: number;
	lineItemId?: string;
	bundleItems?: object[];
}

/** The body of create, once its form is right. */
export interface CreateOrderBody {
	externalOrderId: string;
	source: string;
	sourceOrderId: string;
	shiptoAddress?: ShiptoAddress;
	lineItems?: LineItemInput[];
	orderDeliveryTime?: string;
	orderShipmentTime?: string;
	orderCreationTime?: string;
	shipMethod?: string;
	deliverDays?: number;
	createdAt?: string;
	updatedAt?: string;
}

export interface LineItem extends LineItemInput {
	externalProductId: string;
}

/** A body that lacks nothing. */
export interface CompleteOrderBody extends CreateOrderBody {
	shiptoAddress: ShiptoAddress;
	lineItems: LineItem[];
}

export interface Shipment {
	trackingNumber: string;
	shippingCarrier: string;
	shippingService: string;
	shippedTime: string;
	warehouseId: string;
	status: string;
	trackingUrl?: string;
	/** What stands in it is not documented. */
	shippedItems?: { externalProductId: string; quantity: number }[];
}

/** An order, with the keys of the API's answer. A test may have set anything. */
export interface StoredOrder extends CompleteOrderBody {
	orderId: string;
	/** One of the documented seven, unless a test set another. */
	status: string;
	shipments: Shipment[];
	createdAt: string;
	updatedAt: string;
	orderShippedTime?: string;
	orderDeliveredTime?: string;
	cost?: number;
}

/** An order and what the API does not tell of it. */
export interface OrderRecord {
	order: StoredOrder;
	/** When it was created or last tried again. */
	startedAt: number;
	/** 1 after creation, one more with every retry. */
	attempt: number;
	/** Stages of its life that are past. */
	step: number;
	/** When it failed, if it has. */
	failedAt: number | undefined;
	/** The last status that an event told. */
	told: string | undefined;
	/** Whether its units were taken from the inventory. */
	taken: boolean;
}
