import { coerce } from '../../shared/checks/coerce';
import { toCountryCode } from '../../shared/checks/countries';
import { inputFailure } from '../../shared/failure';
import { asText, groupParam, oneOf, param, textParam } from '../../shared/parameters/read';
import { unwrap } from '../../shared/parameters/unwrap';
import {
	CHANGE_FIELDS,
	SHIPMENT_FIELDS,
} from '../../shared/providers/delivery-solutions/shipment-fields';
import type {
	ShipmentAddress,
	ShipmentContact,
} from '../../shared/providers/delivery-solutions/wire';
import { list, record, type Json } from '../../shared/read';
import type { Item } from '../../shared/runner/item';
import { readGoods } from './read-goods';
import { readExtras } from './read-extras';
import { readPickup } from './read-pickup';

/** The shipment that the panel describes, as the body of create. What is empty is left out. */
export function readShipment(item: Item): Json {
	const { email, userExternalId, apartmentNumber, latitude, longitude, ...extras } = groupParam(
		item,
		'additionalFields',
	);
	const contact: ShipmentContact = {
		name: textParam(item, 'recipientName', 'Recipient Name'),
		phone: textParam(item, 'recipientPhone', 'Recipient Phone'),
		email: asText(email, 'Recipient Email'),
		userExternalId: asText(userExternalId, 'Recipient ID'),
	};
	const address: ShipmentAddress = {
		street1: textParam(item, 'address1', 'Address Line 1'),
		street2: textParam(item, 'address2', 'Address Line 2'),
		apartmentNumber: asText(apartmentNumber, 'Apartment'),
		city: textParam(item, 'city', 'City'),
		state: textParam(item, 'provinceCode', 'State or Province'),
		postalCode: textParam(item, 'postalCode', 'Postal Code'),
		countryCode: toCountryCode(textParam(item, 'countryCode', 'Country Code')),
		latitude,
		longitude,
	};
	const body = {
		orderExternalId: textParam(item, 'externalOrderId', 'External Order ID').trim(),
		...readPickup(item),
		deliveryContact: { ...unwrap(contact) },
		deliveryAddress: { ...unwrap(address) },
		...readGoods(item),
		...readExtras(extras),
	};
	return coerce(record(body) ?? {}, SHIPMENT_FIELDS, item.ctx.getTimezone());
}

/** The change that the panel describes, as the body of edit: only what was set, and what is cleared. */
export function readChange(item: Item): Json {
	const extras = readExtras(groupParam(item, 'updateFields'));
	const cleared = readCleared(item);
	refuseBoth(extras, cleared);
	const address = record(extras.deliveryAddress);
	const body = {
		...extras,
		...(address
			? {
					deliveryAddress: {
						...unwrap({
							...address,
							countryCode: toCountryCode(asText(address.countryCode, 'Country Code')),
						}),
					},
				}
			: {}),
		...readGoods(item),
		...cleared,
	};
	return coerce(record(body) ?? {}, CHANGE_FIELDS, item.ctx.getTimezone());
}

/** A value that is set and emptied at once cannot be meant. */
function refuseBoth(set: Json, cleared: Json): void {
	const name = CLEARED.find((key) => key in set && key in cleared);
	if (name === undefined) return;
	throw inputFailure(
		`'${CLEARED_LABELS[name]}' is set under 'Update Fields' and emptied under 'Clear Fields'`,
		'Take it away from one of them.',
		'Clear Fields',
	);
}

const CLEARED_LABELS = {
	deliveryInstructions: 'Delivery Instructions',
	deliveryTime: 'Delivery Time',
	pickupTime: 'Pickup Time',
} as const;

/** What empties a field: null for a time window, and nothing for a text. */
const EMPTY = { deliveryInstructions: '', deliveryTime: null, pickupTime: null } as const;

const CLEARED = ['deliveryInstructions', 'deliveryTime', 'pickupTime'] as const;

function readCleared(item: Item): Json {
	const names = list(param(item, 'clearFields')).map((name) =>
		oneOf(name, CLEARED, 'Clear Fields'),
	);
	return Object.fromEntries(names.map((name) => [name, EMPTY[name]]));
}
