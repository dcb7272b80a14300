/** An address as sent. */
export interface AddressInput {
	address1: string;
	city: string;
	countryCode: string;
	address2?: string | null;
	company?: string | null;
	name?: string | null;
	phone?: string | null;
	provinceCode?: string | null;
	zip?: string | null;
}

/** An address as answered: the same nine keys, all there. */
export type Address = { [Key in keyof Required<AddressInput>]: string | null };

export interface CustomsUnitValue {
	amount: number;
	currencyCode: string;
}

export interface LineItemDropShipData {
	retailerDescription?: string;
	retailerRefNo?: string;
	vendorRefNo?: string;
}

export interface LineItemInput {
	logisticsSku: string;
	quantity: number;
	customsUnitValue?: CustomsUnitValue;
	lineItemDropShipData?: LineItemDropShipData;
}

export interface DropShipData {
	shipMethod?: string;
	billingAddress?: Partial<AddressInput>;
	retailerPurchaseOrderNo?: string;
	barCode?: string;
	customerOrderDate?: string;
	customerOrderNo?: string;
	customMessage?: string;
	reserved1?: string;
	reserved2?: string;
}

export interface CreateOrderBody {
	externalOrderId: string;
	address: AddressInput;
	lineItems: LineItemInput[];
	promisedShipByTime?: string | null;
	promisedDeliveryByTime?: string | null;
	deliveryDays?: number | null;
	shipMethod?: string | null;
	source?: string | null;
	isSubscriptionOrder?: boolean;
	packingSlipUrl?: string;
	duties?: object | null;
	dropShipData?: DropShipData;
}
