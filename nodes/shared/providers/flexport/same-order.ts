import { id, number, record, records, text, type Json } from '../../read';

/**
 * Compares an order that exists with one that was to be created under the same external id.
 *
 * Only what Flexport keeps as it was sent is compared: line items, country, the first five
 * characters of the postal code (it may come back longer), and the name.
 *
 * @returns what differs, in words, or undefined if they are the same order
 */
export function differenceOf(existing: Json, wanted: Json): string | undefined {
	if (linesOf(existing) !== linesOf(wanted)) return 'its line items differ';
	const there = record(existing.address) ?? {};
	const here = record(wanted.address) ?? {};
	const differs = Object.entries(ADDRESS_PARTS).find(
		([key, normalize]) => normalize(there[key]) !== normalize(here[key]),
	);
	return differs && `its ${WORDS[differs[0]]} differs`;
}

const squeeze = (value: unknown): string =>
	(text(value) ?? '').toUpperCase().replace(/[^\p{L}\p{N}]/gu, '');

const ADDRESS_PARTS: Readonly<Record<string, (value: unknown) => string>> = {
	countryCode: squeeze,
	zip: (value) => squeeze(value).slice(0, 5),
	name: squeeze,
};

const WORDS: Readonly<Record<string, string>> = {
	countryCode: 'country',
	zip: 'postal code',
	name: "recipient's name",
};

/** Quantities by SKU, in a form that can be compared. */
function linesOf(order: Json): string {
	const quantities = new Map<string, number>();
	for (const line of records(order.lineItems)) {
		const sku = id(line.logisticsSku) ?? '';
		quantities.set(sku, (quantities.get(sku) ?? 0) + (number(line.quantity) ?? 0));
	}
	return JSON.stringify([...quantities].sort(([a], [b]) => (a < b ? -1 : 1)));
}
