import { id, number, record, records, type Json } from '../../read';
import { quantitiesOf, squeeze } from '../same-order';

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

/** An item without a quantity counts as one; empty where there are no items. */
function itemsOf(shipment: Json): string {
	const items = records(shipment.itemList);
	if (items.length === 0) return '';
	return quantitiesOf(items.map((item) => [item.sku, number(item.quantity) ?? 1]));
}
