import { toCountryCode } from '../../shared/checks/countries';
import { asText, groupParam, oneOf, param, textParam } from '../../shared/parameters/read';
import { unwrap } from '../../shared/parameters/unwrap';
import type {
	ShipmentAddress,
	ShipmentContact,
} from '../../shared/providers/delivery-solutions/wire';
import type { Json } from '../../shared/read';
import type { Item } from '../../shared/runner/item';
import { readAttributes } from './attributes-field';
import { splitList } from './read-extras';

/** Where the shipment is picked up, in the API's names: a known location, or a pickup at an address. */
export function readPickup(item: Item): Json {
	const from = oneOf(param(item, 'pickupFrom'), ['location', 'address'], 'Pickup From');
	if (from === 'location') {
		return unwrap({
			locationExternalId: textParam(item, 'locationExternalId', 'Location ID').trim(),
		});
	}
	return { pickup: readAddressPickup(item) };
}

function readAddressPickup(item: Item): Json {
	const {
		street2,
		apartmentNumber,
		latitude,
		longitude,
		email,
		providers,
		providerAttributes,
		...same
	} = unwrap(groupParam(item, 'additionalPickupFields'));
	const contact: ShipmentContact = {
		name: textParam(item, 'pickupContactName', 'Pickup Contact Name'),
		phone: textParam(item, 'pickupContactPhone', 'Pickup Contact Phone'),
		email: asText(email, 'Pickup Contact Email'),
	};
	const address: ShipmentAddress = {
		street1: textParam(item, 'pickupAddress1', 'Pickup Address Line 1'),
		street2: asText(street2, 'Pickup Address Line 2'),
		apartmentNumber: asText(apartmentNumber, 'Pickup Apartment'),
		city: textParam(item, 'pickupCity', 'Pickup City'),
		state: textParam(item, 'pickupProvinceCode', 'Pickup State or Province'),
		postalCode: textParam(item, 'pickupPostalCode', 'Pickup Postal Code'),
		countryCode: toCountryCode(textParam(item, 'pickupCountryCode', 'Pickup Country Code')),
		latitude,
		longitude,
	};
	const attributes = readAttributes(providerAttributes, 'Provider Attributes');
	return {
		name: textParam(item, 'pickupName', 'Pickup Name').trim(),
		address: { ...unwrap(address) },
		contact: { ...unwrap(contact) },
		...unwrap({
			...same,
			providers: splitList(providers, 'Pickup Providers').map((name) => ({ name })),
		}),
		...(attributes ? { providerAttributes: { ...attributes } } : {}),
	};
}
