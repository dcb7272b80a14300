import type { FulfillmentStatus, InternalStatus } from './enums.mts';
import type { ErrorType } from './error-types.mts';
import type {
	Address,
	CustomsUnitValue,
	DropShipData,
	LineItemDropShipData,
} from './order-input.mts';
import type { Dimensions } from './product-types.mts';

export interface OrderLine {
	logisticsSku: string;
	quantity: number;
	customsUnitValue?: CustomsUnitValue;
}

export interface OrderError {
	code: number;
	message: string;
	retriable: boolean;
	type: ErrorType;
	lineItemErrors?: { logisticsSku: string }[];
}

export interface PackageLine {
	logisticsSku: string;
	quantity: number;
	lotNumber: string | null;
	expirationDate: string | null;
}

export interface Label {
	id: string;
	carrier: string;
	trackingCode: string;
	trackingUrl: string;
	shippingMethod: string;
	labelFormat: 'PDF' | 'PNG' | 'ZPL203';
	labelUrl: string;
	createdAt: string;
	packageDimensions: Dimensions;
}

export interface Package {
	id: string;
	lineItems: PackageLine[];
	label: Label | null;
	createdAt: string;
	labelCreateTime: string | null;
	carrierPickUpTime: string | null;
	carrierShipTime: string | null;
	carrierDeliveryTime: string | null;
	attemptedDeliveryTime: string | null;
}

export type ShipmentStatus =
	| 'CREATED'
	| 'WAREHOUSE'
	| 'SHIPPED'
	| 'PARTIALLY_SHIPPED'
	| 'OVER_SHIPPED'
	| 'NOT_SYNCED'
	| 'CANCELLED'
	| 'ERROR';

export interface Shipment {
	id: string;
	status: ShipmentStatus;
	packages: Package[];
	lineItems: { logisticsSku: string; quantity: number }[];
	warehouseId: string;
	warehouseOrderId: string | null;
	createdAt: string;
	shippedAt: string | null;
	estimatedShipTime: string | null;
	estimatedDeliveryTime: string | null;
	labelPrintTime: string | null;
}

export interface LineItemData {
	key: string;
	value: LineItemDropShipData;
}

export interface DropshipDetails extends Omit<DropShipData, 'billingAddress'> {
	billingAddress?: Address;
	lineItemData?: LineItemData | LineItemData[];
	orderId: number;
}

/** An order, with the keys of the API's answer. */
export interface FlexportOrder {
	address: Address;
	cost: number | null;
	id: string;
	createdAt: string;
	updatedAt: string;
	error: OrderError | null;
	deliveredAt: string | null;
	externalOrderId: string;
	lineItems: OrderLine[];
	promisedDeliveryByTime: string | null;
	promisedShipByTime: string | null;
	shippedAt: string | null;
	source: string | null;
	state: {
		fulfillmentDelayed: boolean;
		fulfillmentInProgress: boolean;
		fulfillmentStatus: FulfillmentStatus;
		internalStatus: InternalStatus;
	};
	shipments: Shipment[];
}
