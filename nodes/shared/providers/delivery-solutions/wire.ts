import type { GenericValue } from 'n8n-workflow';

/**
 * Request bodies of the Shipping Order API (UPS LynkUp, v1), in its own names.
 * Answers are read by tolerant readers instead: examples lack ids and have empty dates.
 */

/** Unix time in milliseconds. */
export type TimeWindow = { startsAt?: GenericValue; endsAt?: GenericValue };

export type ShipmentAddress = {
	street1?: string;
	street2?: string;
	apartmentNumber?: string;
	city?: string;
	state?: string;
	postalCode?: string;
	countryCode?: string;
	latitude?: GenericValue;
	longitude?: GenericValue;
};

export type ShipmentContact = {
	name?: string;
	phone?: string;
	email?: string;
	userExternalId?: string;
};

/** Body of list. */
export type ListBody = {
	limit?: number;
	createdAt?: TimeWindow;
	lastUpdatedAt?: TimeWindow;
	pickupTime?: { startsAt: number };
	deliveryTime?: { endsAt: number };
	orderExternalIds?: string[];
	locationExternalIds?: string[];
	groupId?: string;
	status?: string[];
	paginationToken?: string;
};
