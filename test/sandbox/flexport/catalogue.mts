import {
	EAST,
	ROWS,
	WEST,
	type CatalogueRow,
	type Customs,
	type Size,
	type Stock,
} from './catalogue-rows.mts';
import type { FlexportControl, ProductInput } from './control.mts';
import type { CustomsInformation, Dimensions } from './product-types.mts';

function dimensions([weight, height, width, length]: Size): Dimensions {
	return { weight, weightUnit: 'oz', height, width, length, lengthUnit: 'in' };
}

function customs([
	originCountry,
	tariffCode,
	customsValue,
	description,
]: Customs): CustomsInformation {
	return { originCountry, tariffCode, customsValue, description };
}

function inventory([east, west]: Stock): NonNullable<ProductInput['inventory']> {
	const warehouses = [
		{ warehouseId: EAST, available: east },
		{ warehouseId: WEST, available: west },
	].filter(({ available }) => available > 0);
	return {
		DEFAULT: { onHand: east + west, warehouses },
		...(east + west > 300 ? { STORAGE: { onHand: 1200 } } : {}),
	};
}

/** A GTIN-12 whose check digit is right. */
function barcode(index: number): string {
	const digits = `61414100${String(index + 1).padStart(3, '0')}`;
	const sum = [...digits].reduce((total, digit, at) => total + Number(digit) * (at % 2 ? 1 : 3), 0);
	return `${digits}${(10 - (sum % 10)) % 10}`;
}

function productOf(row: CatalogueRow, index: number): ProductInput {
	return {
		name: row.name,
		merchantSku: row.sku,
		barcodes: row.stock === undefined ? [] : [barcode(index)],
		...(row.size === undefined ? {} : { dimensions: dimensions(row.size) }),
		...(row.customs === undefined ? {} : { customsInformation: customs(row.customs) }),
		inventory: row.stock === undefined ? {} : inventory(row.stock),
		...row.more,
	};
}

/** Fills the default account with the products of a small shop. */
export function stockCatalogue(control: FlexportControl): void {
	const products = ROWS.map((row, index) => control.addProduct(productOf(row, index)));
	const socks = products.find(({ merchantSku }) => merchantSku === 'SOCK-MER-3');
	if (socks === undefined) return;
	control.addProduct({
		name: 'Merino Hiking Socks, Case of 12',
		merchantSku: 'SOCK-MER-3-CASE',
		barcodes: ['10614141000317'],
		packOf: socks.logisticsSku,
		inventory: {
			DEFAULT: { onHand: 6, unitsPerPack: 12 },
			UNALLOCATED: { onHand: 4, unitsPerPack: 12 },
			PREP: { onHand: 2, unitsPerPack: 12 },
		},
	});
}
