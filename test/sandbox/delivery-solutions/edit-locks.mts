import { isObject } from '../shared/json.mts';
import type { BrokenRule } from './broken-rules.mts';
import type { EditShipmentBody, StoredShipment } from './shipment-types.mts';
import { isDispatched } from './statuses.mts';

/** Whether all that was sent is already so. */
function isSame(sent: unknown, stored: unknown): boolean {
	if (Array.isArray(sent)) {
		if (!Array.isArray(stored) || stored.length !== sent.length) return false;
		return sent.every((entry, index) => isSame(entry, stored[index]));
	}
	if (!isObject(sent)) return sent === stored;
	if (!isObject(stored)) return false;
	return Object.entries(sent).every(([key, value]) => isSame(value, stored[key]));
}

function locked(parameter: string): BrokenRule {
	return { parameter, message: `${parameter} parameter cannot be changed post order dispatch` };
}

/**
 * Fields that cannot be changed once a provider has the shipment. The documents name the package
 * and the customer's email; whether there are more is not documented.
 */
export function lockedRules(shipment: StoredShipment, body: EditShipmentBody): BrokenRule[] {
	if (!isDispatched(shipment.status)) return [];
	const { package: parcel, deliveryContact } = body;
	const contact = isObject(shipment.deliveryContact) ? shipment.deliveryContact : {};
	const email = deliveryContact?.email;
	return [
		...(parcel === undefined || isSame(parcel, shipment.package) ? [] : [locked('package')]),
		...(email === undefined || email === (contact.email ?? '') ? [] : [locked('email')]),
	];
}
