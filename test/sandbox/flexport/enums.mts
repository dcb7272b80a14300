/** State of an order, the vendor's own word. */
export const INTERNAL_STATUSES = ['CREATED', 'SHIPPED', 'DELIVERED', 'CANCELLED', 'ERROR'] as const;
export type InternalStatus = (typeof INTERNAL_STATUSES)[number];

export type FulfillmentStatus = 'ROUTING_IN_PROGRESS' | 'SHIPPED' | 'DELIVERED' | 'STOPPED';

/** Inventory pools (Products API, InventoryPool). */
export const POOLS = ['DEFAULT', 'UNALLOCATED', 'STORAGE', 'PREP'] as const;
export type Pool = (typeof POOLS)[number];

export const WEIGHT_UNITS = ['oz', 'kg', 'lb', 'g'] as const;
export const LENGTH_UNITS = ['in', 'cm', 'mm', 'm'] as const;
export const INCOTERMS = ['DAP', 'DDP', 'DDU'] as const;
export const MERCHANT_OF_RECORD_PROVIDERS = ['GLOBALE', 'MARKETS_PRO'] as const;

/** Where an order originated (Orders API, SourceId). */
export const SOURCES = [
	'AMAZON',
	'BED_BATH_BEYOND',
	'BELK',
	'CHORD',
	'CHORD_ADMIN',
	'CHORD_FERMAT',
	'CHORD_GIFTING',
	'CHORD_SUBSCRIPTIONS',
	'CHORD_WHOLESALE_PORT',
	'CMS_SHOPIFY',
	'DELIVERR_API',
	'EBAY',
	'GO_TIME_GEAR',
	'JEST_TEST',
	'KENSIUM',
	'KOHLSUS_PROD',
	'KROGER',
	'LEASHBOSS',
	'LUSSOGEAR',
	'MACYS',
	'MAGENTO',
	'NETSUITE',
	'SHOPIFY',
	'SKUPREME',
	'SLEEPONITKIDS',
	'TARGET',
	'WALMART',
	'WEBSITE',
	'WOOCOMMERCE',
	'XTREMEBANDS',
] as const;

/** What a token may be allowed to do. */
export const SCOPES = [
	'read_logistics_products',
	'write_logistics_products',
	'read_logistics_orders',
	'write_logistics_orders',
	'read_logistics_webhooks',
	'write_logistics_webhooks',
	'read_logistics_events',
] as const;
export type Scope = (typeof SCOPES)[number];

/** Event types a webhook can be registered for. */
export const EVENT_TYPES = [
	'Order.Shipped',
	'Order.Cancelled',
	'Shipment.Created',
	'Shipment.Shipped',
	'Shipment.Cancelled',
	'Inventory.Adjusted',
	'Inbound.Received',
	'Inbound.ShipmentStatusChanged',
	'Return.Updated',
	'Freight.TrackingUpdated',
	'Parcel.TrackingUpdated',
] as const;
