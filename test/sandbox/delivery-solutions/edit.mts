import type { Answer } from '../shared/endpoints.mts';
import { isObject } from '../shared/json.mts';
import { checkBody, sentenceOf, type BrokenRule } from './broken-rules.mts';
import type { Call } from './call.mts';
import { completePackage, pickupFields } from './compose.mts';
import { NOWHERE } from './create.mts';
import { lockedRules } from './edit-locks.mts';
import { shipmentOf } from './find.mts';
import type { Life } from './life.mts';
import { chooseProvider } from './providers.mts';
import { refusal } from './refusal.mts';
import { fieldRules } from './shipment-rules.mts';
import { validateEdit } from './shipment-schema.mts';
import type { EditShipmentBody, Json } from './shipment-types.mts';
import { isDispatched } from './statuses.mts';
import type { ShipmentRecord } from './store.mts';
import { itemsOf, locationOfRecord, parcelOf, proposedOf } from './stored-fields.mts';
import { misspeltTricks } from './tricks.mts';
import type { World } from './world.mts';

/** The table of edit has a type of its own for a bad orderValue; the rest is VALIDATION_ERROR. */
function invalid(broken: readonly BrokenRule[]) {
	const isValue = broken.every(({ parameter }) => parameter === 'orderValue');
	if (isValue) return refusal('edit', 'INVALID_DATA', { inner: [{ parameter: 'orderValue' }] });
	return refusal('edit', 'VALIDATION_ERROR', { message: sentenceOf(broken), inner: broken });
}

/** The package and the items as they would be, if one of them is sent. */
function goodsAfter({ shipment }: ShipmentRecord, body: EditShipmentBody): EditShipmentBody {
	if (body.package === undefined && body.itemList === undefined) return {};
	const parcel = body.package ?? parcelOf(shipment);
	const itemList = body.itemList ?? itemsOf(shipment.itemList);
	return { itemList, ...(parcel === undefined ? {} : { package: parcel }) };
}

function checked(record: ShipmentRecord, call: Call): EditShipmentBody {
	const result = checkBody(validateEdit, call.body);
	if ('broken' in result) throw invalid(result.broken);
	const { value } = result;
	const broken = [
		...fieldRules({ ...value, ...goodsAfter(record, value) }),
		...misspeltTricks(value),
	];
	if (broken.length > 0) throw invalid(broken);
	return value;
}

function checkIds(world: World, record: ShipmentRecord, call: Call, body: EditShipmentBody): void {
	const { orderExternalId, locationExternalId } = body;
	if (locationExternalId !== undefined && !world.locations.has(locationExternalId)) {
		const message = 'Invalid data: No such locationExternalId exists in our system.';
		throw refusal('edit', 'INVALID_DATA', {
			message,
			inner: [{ parameter: 'locationExternalId' }],
		});
	}
	if (orderExternalId === undefined || orderExternalId === record.shipment.orderExternalId) return;
	if (!call.account.store.hasExternalId(orderExternalId)) return;
	// The table of edit has no DUPLICATE type; how this is refused is not documented.
	const message = 'Invalid data: another shipment has this orderExternalId.';
	throw refusal('edit', 'INVALID_DATA', { message, inner: [{ parameter: 'orderExternalId' }] });
}

/** Whether a provider can still be found after the edit, if it bears on that. */
function checkProvider(world: World, record: ShipmentRecord, body: EditShipmentBody): void {
	const { locationExternalId, proposedProviders, package: parcel } = body;
	if ((locationExternalId ?? proposedProviders ?? parcel) === undefined) return;
	const location =
		world.locations.get(locationExternalId ?? '') ?? locationOfRecord(world.locations, record);
	const chosen = chooseProvider({
		providers: location?.providers ?? ['UPS'],
		proposed: proposedProviders ?? proposedOf(record.shipment),
		parcel: parcel ?? parcelOf(record.shipment),
	});
	if (typeof chosen === 'string') throw refusal('edit', chosen);
	if (!isDispatched(record.shipment.status)) record.provider = chosen;
}

/**
 * What was sent takes the place of what was there, field by field; whether the API merges or
 * replaces is not documented. An email that is locked stays when a contact comes without one.
 */
function changesOf(world: World, record: ShipmentRecord, body: EditShipmentBody): Json {
	const { shipment, sequence } = record;
	const { deliveryContact, package: parcel, locationExternalId, ...rest } = body;
	const location = world.locations.get(locationExternalId ?? '');
	const before = isObject(shipment.deliveryContact) ? shipment.deliveryContact : {};
	const kept = isDispatched(shipment.status) && 'email' in before ? { email: before.email } : {};
	// After dispatch only the package as it is can be sent.
	const newParcel = parcel !== undefined && !isDispatched(shipment.status) ? parcel : undefined;
	return {
		...rest,
		...(deliveryContact === undefined ? {} : { deliveryContact: { ...kept, ...deliveryContact } }),
		...(newParcel === undefined ? {} : { package: completePackage(newParcel, sequence) }),
		...(location === undefined ? {} : pickupFields(location)),
	};
}

/** Edit Shipment. */
export function editShipment(world: World, life: Life, call: Call): Answer {
	const record = shipmentOf(call, 'edit');
	const body = checked(record, call);
	const locked = lockedRules(record.shipment, body);
	if (locked.length > 0) {
		const message = locked.map((rule) => rule.message).join('; ');
		const inner = locked.map((rule) => ({ ...rule, type: 'INVALID_OPERATION' }));
		throw refusal('edit', 'VALIDATION_ERROR', { message, inner });
	}
	checkIds(world, record, call, body);
	if (body.deliveryAddress?.postalCode === NOWHERE) throw refusal('edit', 'GEOCODING_FAILED');
	checkProvider(world, record, body);
	call.account.store.patch(record, changesOf(world, record, body));
	life.touch(record);
	return { status: 200, body: record.shipment };
}
