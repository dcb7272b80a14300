import type { ErrorEntry } from '../error-entry';

/**
 * The reasons of `error.type` on an order (Flexport Logistics API, 31 types), each with what to do.
 * A type that is not listed passes through with the API's own message. Which of them are transient
 * is not documented: the order's own `retriable` decides where it is there.
 */
export const ORDER_ERRORS: Readonly<Record<string, ErrorEntry>> = {
	PARTIALLY_SHIPPED: {
		transient: false,
		what: 'Only a part of the order was shipped',
		fix: 'Compare the shipments with the line items, and create a new order for what is missing.',
	},
	BAD_ADDRESS: {
		transient: false,
		what: 'The address cannot be delivered to',
		fix: 'Correct street, city, state and postal code, cancel this order and create it again with a new external order ID.',
	},
	BAD_PRODUCT_INFO: {
		transient: false,
		what: 'A product lacks information that shipping needs',
		fix: 'Complete the product in the Flexport portal (dimensions, weight, hazardous materials check), then retry the order.',
	},
	CANNOT_SHIP_HAZMAT: {
		transient: false,
		what: 'A product is a hazardous material that cannot be shipped this way',
		fix: 'Take the product out of the order, or choose a ground shipping method and create a new order.',
	},
	CARRIER_NETWORK_ERR: {
		transient: true,
		what: "The carrier's system did not answer",
		fix: 'Nothing needs to be changed. Retry the order in some minutes.',
	},
	DSKU_NEVER_INBOUNDED: {
		transient: false,
		what: 'A product has never been received at a warehouse',
		fix: 'Send the product to Flexport first. Retry the order when it has been received.',
	},
	INTERNATIONAL_ADDRESS: {
		transient: false,
		what: 'The address is abroad, and this order cannot be shipped abroad',
		fix: 'Ask Flexport to enable international shipping, or ship this order by other means.',
	},
	INVENTORY_ERR: {
		transient: true,
		what: 'The stock could not be reserved',
		fix: 'Retry the order. If it fails again, check the inventory of its products.',
	},
	INVENTORY_TIMEOUT: {
		transient: true,
		what: 'Reserving the stock took too long',
		fix: 'Nothing needs to be changed. Retry the order in some minutes.',
	},
	LABEL_PURCHASE_FAILURE: {
		transient: true,
		what: 'The shipping label could not be bought',
		fix: 'Retry the order. If it fails again, check the address and the shipping method.',
	},
	MISSING_CUSTOMS_INFO: {
		transient: false,
		what: 'A product lacks the customs information that shipping abroad needs',
		fix: "Add country of origin, tariff code, customs value and description to the product, or give 'Customs Value' on the line item in a new order.",
	},
	MISSING_DDP_TAG: {
		transient: false,
		what: 'The order lacks the mark that duties are paid',
		fix: "Give 'Duties' with the incoterm DDP in a new order, or ask Flexport how this destination is to be shipped.",
	},
	MISSING_REMOVAL_FEE_SPECS: {
		transient: false,
		what: 'A product lacks what is needed to work out the removal fee',
		fix: 'Complete dimensions and weight of the product in the Flexport portal, then retry the order.',
	},
	MISSING_SHIPPING_SPECIFICATIONS_FOR_HAZMAT: {
		transient: false,
		what: 'A hazardous product lacks its shipping specifications',
		fix: 'Complete the hazardous materials data of the product in the Flexport portal, then retry the order.',
	},
	NON_PLT_ORDER_NOT_SUPPORTED: {
		transient: false,
		what: 'Orders without paperless customs documents are not supported for this destination',
		fix: 'Ask Flexport which carriers serve this destination, or ship this order by other means.',
	},
	NO_FEDEX_RATES: {
		transient: false,
		what: 'FedEx offers no rate for this order',
		fix: 'Check address and package sizes, or choose another shipping method in a new order.',
	},
	NO_RATES: {
		transient: false,
		what: 'No carrier offers a rate for this order',
		fix: 'Check address, product sizes and promised dates, or choose another shipping method in a new order.',
	},
	NO_REMOVAL_PROPOSAL: {
		transient: false,
		what: 'No way was found to remove this stock from the warehouses',
		fix: 'Lower the quantities, or ask Flexport about the removal.',
	},
	OVERSIZED_DIMS: {
		transient: false,
		what: 'A product is too large or too heavy for the carriers',
		fix: 'Check the dimensions of the product in the Flexport portal, or ship it by other means.',
	},
	PARTIAL_FULFILL_FAILED: {
		transient: true,
		what: 'A part of the order could not be fulfilled',
		fix: 'Retry the order. If it fails again, compare the shipments with the line items.',
	},
	PARTIAL_SHIP_UPDATE_FAILED: {
		transient: true,
		what: 'The update of a partly shipped order did not go through',
		fix: 'Retry the order. If it fails again, write to Flexport with the order ID.',
	},
	PROMISE_TIME_EXPIRED: {
		transient: false,
		what: 'The promised date has passed',
		fix: "Cancel this order and create it again with a later 'Ship By' and 'Deliver By' and a new external order ID.",
	},
	REMOVALS_MINIMUM_NOT_MET: {
		transient: false,
		what: 'The removal is below the minimum quantity',
		fix: 'Raise the quantities to the minimum that Flexport asks for.',
	},
	REMOVAL_ON_HOLD: {
		transient: true,
		what: 'The removal is on hold',
		fix: 'Wait until Flexport has released it, then retry the order.',
	},
	STOCKOUT: {
		transient: true,
		what: 'There is not enough stock',
		fix: 'Restock the product. Retry the order when the stock has been received.',
	},
	STOCKOUT_AT_INGESTION: {
		transient: true,
		what: 'There was not enough stock when the order came in',
		fix: 'Restock the product. Retry the order when the stock has been received.',
	},
	UNKNOWN: {
		transient: true,
		what: 'The order stopped for a reason that Flexport does not give',
		fix: 'Retry the order. If it fails again, write to Flexport with the order ID.',
	},
	UNKNOWN_SFP_STATUS: {
		transient: true,
		what: "The order's Seller Fulfilled Prime status is not known",
		fix: 'Retry the order. If it fails again, check the Seller Fulfilled Prime settings in the Flexport portal.',
	},
	UNREGISTERED_PRIME_PRODUCTS: {
		transient: false,
		what: 'A product is not registered for Seller Fulfilled Prime',
		fix: 'Register the product for Seller Fulfilled Prime, then retry the order.',
	},
	UNSUPPORTED_DESTINATION: {
		transient: false,
		what: 'Flexport does not ship to this destination',
		fix: 'Ship this order by other means, or correct the country code in a new order.',
	},
	WAREHOUSE_ERR: {
		transient: true,
		what: 'The warehouse could not process the order',
		fix: 'Retry the order in some minutes. If it fails again, write to Flexport with the order ID.',
	},
};
