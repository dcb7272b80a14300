import { isObject } from '../shared/json.mts';
import { NO_CANCEL_COURIER, type Location } from './locations.mts';
import type { Item, Json, Package, ProposedProvider, StoredShipment } from './shipment-types.mts';
import type { ShipmentRecord } from './store.mts';

// A test may have stored anything; these read what the sandbox needs to know, if it is there.

function objectsOf(list: unknown): Json[] {
	return Array.isArray(list) ? list.filter(isObject) : [];
}

/** SKUs and quantities of a stored list of items. */
export function itemsOf(list: unknown): Item[] {
	return objectsOf(list).map(({ sku, quantity }) => ({
		sku: String(sku),
		...(typeof quantity === 'number' ? { quantity } : {}),
	}));
}

/** The stored package, as far as it matters to providers. */
export function parcelOf({ package: parcel }: StoredShipment): Package | undefined {
	if (!isObject(parcel)) return undefined;
	const name = String(parcel.name);
	const itemList = itemsOf(parcel.itemList);
	const { value, unit } = isObject(parcel.weight) ? parcel.weight : {};
	if (typeof value !== 'number' || (unit !== 'kg' && unit !== 'lb')) return { name, itemList };
	return { name, itemList, weight: { value, unit } };
}

/** The proposed providers of a stored shipment. */
export function proposedOf({ proposedProviders }: StoredShipment): ProposedProvider[] {
	return objectsOf(proposedProviders).flatMap(({ name }) =>
		typeof name === 'string' ? [{ name }] : [],
	);
}

/** Whether the provider gives nothing back. */
export function isCarriedForGood(shipment: StoredShipment): boolean {
	const { provider } = shipment;
	const carrier = isObject(provider) ? provider.name : undefined;
	return (
		carrier === NO_CANCEL_COURIER ||
		proposedOf(shipment).some(({ name }) => name === NO_CANCEL_COURIER)
	);
}

/** Where a shipment is fetched, if the sandbox knows the place. */
export function locationOfRecord(
	locations: ReadonlyMap<string, Location>,
	{ shipment, origin }: ShipmentRecord,
): Location | undefined {
	const { locationExternalId } = shipment;
	const known =
		typeof locationExternalId === 'string' ? locations.get(locationExternalId) : undefined;
	return known ?? origin;
}
