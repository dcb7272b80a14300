import type { Json } from '../shared/json.mts';

export type { Json } from '../shared/json.mts';

/**
 * A shipment as the API answers it. Only what the sandbox itself needs has a type; every other key
 * stays as it came.
 */
export interface StoredShipment extends Json {
	id: string;
	orderExternalId: string;
	status: string;
	/** ISO 8601, or whatever a test put there. */
	createdAt: unknown;
	lastUpdatedAt: unknown;
}

/** A step of a shipment's history, and its time unless the step was given word for word. */
export interface HistoryStep {
	entry: Json;
	at?: number;
}

export interface TimeWindow {
	startsAt?: number | null;
	endsAt?: number | null;
}

export interface Address {
	street1: string;
	postalCode: string;
	street2?: string;
	apartmentNumber?: string;
	city?: string;
	state?: string;
	countryCode?: string;
	latitude?: number;
	longitude?: number;
}

export interface Contact {
	name: string;
	phone: string;
	email?: string;
}

export interface Item {
	sku: string;
	quantity?: number;
}

export interface Package {
	name: string;
	weight?: { value: number; unit: 'kg' | 'lb' };
	itemList?: Item[];
}

export interface ProposedProvider {
	name: string;
	services?: { id?: string }[];
}

/** Where a shipment is fetched when that is no location of the account. */
export interface Pickup {
	name: string;
	address: Address;
	contact: Contact;
	locationExternalId?: string;
	brandExternalId?: string;
	pickupInstructions?: string;
	providers?: { name?: string }[];
}

/** What both create and edit take. */
export interface ShipmentFields {
	orderExternalId?: string;
	groupId?: string;
	pickupTime?: TimeWindow | null;
	deliveryTime?: TimeWindow | null;
	locationExternalId?: string;
	deliveryAddress?: Address;
	deliveryContact?: Contact;
	itemList?: Item[];
	package?: Package;
	signature?: string;
	deliveryInstructions?: string | null;
	orderValue?: number;
	locale?: string;
	createdDate?: number;
	orderAttributes?: Json;
	proposedProviders?: ProposedProvider[];
}

export interface CreateShipmentBody extends ShipmentFields {
	orderExternalId: string;
	deliveryAddress: Address;
	deliveryContact: Contact;
	pickup?: Pickup;
}

export type EditShipmentBody = ShipmentFields;

export interface ListShipmentsBody {
	limit?: number;
	lastUpdatedAt?: { startsAt: number; endsAt: number };
	createdAt?: { startsAt: number; endsAt: number };
	orderExternalIds?: string[];
	locationExternalIds?: string[];
	groupId?: string;
	pickupTime?: { startsAt: number };
	deliveryTime?: { endsAt: number };
	status?: string[];
	paginationToken?: string;
}
