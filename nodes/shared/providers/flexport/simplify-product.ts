import { flag, id, list, number, record, text, time, type Json } from '../../read';

/** A product as it leaves a node with Simplify on. */
export type SimplifiedProduct = {
	/** Flexport's own SKU. */
	sku: string | null;
	name: string | null;
	merchantSku: string | null;
	barcodes: string[];
	/** True if weight and size have been verified; stock is reported only then. */
	dimsLocked: boolean | null;
	weight: number | null;
	weightUnit: string | null;
	originCountry: string | null;
	createdAt: string | null;
	updatedAt: string | null;
};

/** Products API: `customsInformation` of a request comes back as `international`. */
export function simplifyProduct(product: Json): SimplifiedProduct {
	const dimensions = record(product.dimensions) ?? {};
	return {
		sku: id(product.logisticsSku) ?? null,
		name: text(product.name) ?? null,
		merchantSku: id(product.merchantSku) ?? null,
		barcodes: list(product.barcodes).flatMap((code) => id(code) ?? []),
		dimsLocked: flag(product.dimsLocked) ?? null,
		weight: number(dimensions.weight) ?? null,
		weightUnit: text(dimensions.weightUnit) ?? null,
		originCountry: text(record(product.international)?.originCountry) ?? null,
		createdAt: time(product.createdAt) ?? null,
		updatedAt: time(product.updatedAt) ?? null,
	};
}
