import type { Call } from './call.mts';
import { refusal } from './refusal.mts';
import type { ShipmentRecord } from './store.mts';
import { failIfTold } from './told-failures.mts';

/** What cannot be an id of either kind. Not documented: the limit of orderExternalId, and blank. */
function isMalformed(id: string): boolean {
	return id.length > 100 || id.trim() === '';
}

/** The operations on one shipment that answer 404 when there is none. */
type OnOne = 'get' | 'edit' | 'cancel' | 'retry';

/**
 * The shipment that a call is about, by either of its ids: the documents call the same parameter
 * the external id and the id of the system. Fails if the shipment was told to.
 */
export function shipmentOf(call: Call, operation: OnOne): ShipmentRecord {
	const { account, id } = call;
	const isChecked = operation === 'get' || operation === 'retry';
	if (isChecked && isMalformed(id)) {
		throw refusal(operation, 'INVALID_DATA', { inner: [{ entityId: id, entity: 'order' }] });
	}
	const record = call.shipment();
	if (record === undefined) throw refusal(operation, 'NOT_FOUND', { id });
	const { orderExternalId, orderAttributes } = record.shipment;
	failIfTold(account, operation, orderExternalId, orderAttributes);
	return record;
}
