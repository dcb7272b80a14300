import { id, number, record, records, type Json } from '../../read';

/**
 * Compares a shipment that exists with one that was to be created under the same external id: items,
 * location, country, the first five characters of the postal code, and the recipient's name. Items
 * are left out where the answer has none: examples of the documentation come with an empty list.
 *
 * @returns what differs, in words, or undefined if they are the same shipment
 */
export function differenceOf(existing: Json, wanted: Json): string | undefined {
	const there = partsOf(existing);
	const here = partsOf(wanted);
	const differs = Object.entries(there).find(([name, part]) => {
		const other = here[name] ?? '';
		const isLeftOut = other === '' && name !== ITEMS;
		return part !== '' && !isLeftOut && part !== other;
	});
	return differs && `its ${differs[0]} differs`;
}

const ITEMS = 'list of items';

/** What is compared, by its name; empty where it is not known. */
function partsOf(shipment: Json): Readonly<Record<string, string>> {
	const address = record(shipment.deliveryAddress) ?? {};
	return {
		[ITEMS]: itemsOf(shipment),
		location: id(shipment.locationExternalId) ?? '',
		country: squeeze(address.countryCode) || 'US',
		'postal code': squeeze(address.postalCode).slice(0, 5),
		"recipient's name": squeeze(record(shipment.deliveryContact)?.name),
	};
}

const squeeze = (value: unknown): string =>
	(id(value) ?? '')
		.normalize('NFC')
		.toUpperCase()
		.replace(/[^\p{L}\p{N}]/gu, '');

/** Quantities by SKU, in a form that can be compared. */
function itemsOf(shipment: Json): string {
	const quantities = new Map<string, number>();
	for (const item of records(shipment.itemList)) {
		const sku = id(item.sku) ?? '';
		quantities.set(sku, (quantities.get(sku) ?? 0) + (number(item.quantity) ?? 1));
	}
	if (quantities.size === 0) return '';
	return JSON.stringify([...quantities].sort(([a], [b]) => (a < b ? -1 : 1)));
}
