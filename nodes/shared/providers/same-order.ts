import { id, number, record, records, type Json } from '../read';

/** Where a system has what is compared, in its own names. */
export interface ComparedKeys {
	address: string;
	/** The product of a line item. */
	sku: string;
	postalCode: string;
}

/**
 * Compares an order that exists with one that was to be created under the same external id.
 *
 * Only what a system keeps as it was sent is compared: line items, country, the first five
 * characters of the postal code (it may come back longer), and the name.
 *
 * @returns what differs, in words, or undefined if they are the same order
 */
export function sameOrder(
	keys: ComparedKeys,
): (existing: Json, wanted: Json) => string | undefined {
	const parts: Readonly<Record<string, (address: Json) => string>> = {
		country: (address) => squeeze(address.countryCode),
		'postal code': (address) => squeeze(address[keys.postalCode]).slice(0, 5),
		"recipient's name": (address) => squeeze(address.name),
	};
	return (existing, wanted) => {
		if (linesOf(existing, keys.sku) !== linesOf(wanted, keys.sku)) return 'its line items differ';
		const there = record(existing[keys.address]) ?? {};
		const here = record(wanted[keys.address]) ?? {};
		const differs = Object.entries(parts).find(([, part]) => part(there) !== part(here));
		return differs && `its ${differs[0]} differs`;
	};
}

/** Letters and digits only, as spelling and case may come back changed. */
export function squeeze(value: unknown): string {
	return (id(value) ?? '')
		.normalize('NFC')
		.toUpperCase()
		.replace(/[^\p{L}\p{N}]/gu, '');
}

/** Quantities by SKU, in a form that can be compared. */
function linesOf(order: Json, sku: string): string {
	return quantitiesOf(records(order.lineItems).map((line) => [line[sku], line.quantity]));
}

/** The sum for each SKU, in a form that can be compared. */
export function quantitiesOf(
	lines: ReadonlyArray<readonly [sku: unknown, quantity: unknown]>,
): string {
	const quantities = new Map<string, number>();
	for (const [sku, quantity] of lines) {
		const key = id(sku) ?? '';
		quantities.set(key, (quantities.get(key) ?? 0) + (number(quantity) ?? 0));
	}
	return JSON.stringify([...quantities].sort(([a], [b]) => (a < b ? -1 : 1)));
}
