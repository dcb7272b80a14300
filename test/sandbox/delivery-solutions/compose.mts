import { RETURN_LOCATION, type Location } from './locations.mts';
import type { Account, World } from './world.mts';
import type { CreateShipmentBody, Json, StoredShipment } from './shipment-types.mts';

/** Where a location lies and who is there, as a shipment shows it. */
export function pickupFields({ externalId, address, contact, pickupInstructions }: Location): Json {
	return {
		locationExternalId: externalId,
		pickupAddress: address,
		pickupContact: contact,
		pickupInstructions,
	};
}

/** A package as answered: with what the platform adds to it. */
export function completePackage(parcel: object, sequence: number): Json {
	const barcode = `1YT4V9${String(sequence).padStart(10, '0')}`;
	return { temperatureControl: 'none', barcode, ...parcel };
}

/** A new shipment, before a provider has it. `pickup` comes back as the fields of a location. */
export function composeShipment(
	world: World,
	account: Account,
	body: CreateShipmentBody,
	parts: { location: Location; sequence: number; at: number },
): StoredShipment {
	const { location, sequence, at } = parts;
	const { pickup, pickupTime, deliveryTime, package: parcel, ...sent } = body;
	const now = new Date(at).toISOString();
	return {
		id: world.newId(at, sequence),
		tenantId: account.tenantId,
		brandExternalId: pickup?.brandExternalId ?? account.tenantId,
		groupId: null,
		...pickupFields(location),
		itemList: [],
		signature: 'not_required',
		deliveryInstructions: null,
		orderAttributes: {},
		proposedProviders: [],
		...sent,
		deliveryAddress: { countryCode: 'US', ...body.deliveryAddress },
		...(parcel === undefined ? {} : { package: completePackage(parcel, sequence) }),
		// The platform plans the times that were left to it, as in the documented example.
		pickupTime: pickupTime ?? { startsAt: at },
		deliveryTime: deliveryTime ?? { endsAt: at + 60_000 },
		estimatedPickupTime: { startsAt: null, endsAt: null },
		estimatedDeliveryTime: { startsAt: null, endsAt: null },
		currencyCode: 'USD',
		status: 'REQUEST_RECEIVED',
		provider: null,
		vehicle: null,
		fee: null,
		amount: null,
		label: null,
		referenceLinks: { trackingUrl: null, labelLink: null, qrcodeLink: null },
		attachments: null,
		actualPickupTime: null,
		actualDeliveryTime: null,
		returnRequest: null,
		undeliverableOrderReturnLocation: {
			name: RETURN_LOCATION.name,
			address: RETURN_LOCATION.address,
			contact: RETURN_LOCATION.contact,
		},
		returnLocationId: RETURN_LOCATION.externalId,
		createdAt: now,
		lastUpdatedAt: now,
	};
}
