import type { FlexportControl } from '../sandbox/flexport/control.mts';

// SKU of the shop, name, units that lie there. The first one is what the demo's orders are for.
const SHELF = [
	['MUG-BLUE', 'Enamel mug, blue', 500],
	['MUG-RED', 'Enamel mug, red', 7],
	['TEA-ASSAM', 'Assam tea, 250 g', 64],
	['TEA-SENCHA', 'Sencha tea, 100 g', 0],
	['KETTLE-1L', 'Kettle, 1 litre', 3],
	['FILTER-100', 'Paper filters, 100 pieces', 210],
] as const;

/** What of it is to turn up in the list of products that run low. */
export const LOW_SKUS = SHELF.filter(([, , units]) => units < 10).map(([sku]) => sku);

/** Puts the products on the shelves, and gives Flexport's SKU of the first one. */
export function stockShelves(flexport: FlexportControl): string {
	const products = SHELF.map(([merchantSku, name, onHand]) =>
		flexport.addProduct({ merchantSku, name, inventory: { DEFAULT: { onHand } } }),
	);
	const [first] = products;
	if (!first) throw new Error('There is nothing on the shelves.');
	return first.logisticsSku;
}
