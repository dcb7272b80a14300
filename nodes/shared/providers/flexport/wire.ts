import type { GenericValue } from 'n8n-workflow';

/**
 * Request bodies of the Flexport Logistics API, in its own names
 * (Products API 2023-10, CreateProduct; Orders API, CreateOrder).
 * Answers are read by tolerant readers instead, because live data departs from the documentation.
 */

export type FlexportAddress = {
	address1?: string;
	address2?: string;
	city?: string;
	company?: string;
	countryCode?: string;
	name?: string;
	phone?: string;
	provinceCode?: string;
	zip?: string;
};

export type FlexportLineItem = {
	logisticsSku?: string;
	quantity?: GenericValue;
	customsUnitValue?: { amount?: GenericValue; currencyCode?: string };
	lineItemDropShipData?: {
		retailerDescription?: string;
		retailerRefNo?: string;
		vendorRefNo?: string;
	};
};

/** The fields that every order has in the one vocabulary; the rest is passed on as it was given. */
export type FlexportOrderBody = {
	externalOrderId?: string;
	address: FlexportAddress;
	lineItems: FlexportLineItem[];
	/** ISO 8601 */
	promisedShipByTime?: string;
	/** ISO 8601 */
	promisedDeliveryByTime?: string;
	shipMethod?: string;
};
