import type { LENGTH_UNITS, WEIGHT_UNITS } from './enums.mts';

export interface Dimensions {
	weight: number;
	weightUnit: (typeof WEIGHT_UNITS)[number];
	height: number;
	width: number;
	length: number;
	lengthUnit: (typeof LENGTH_UNITS)[number];
}

export interface CustomsInformation {
	originCountry: string;
	tariffCode: string;
	customsValue: number;
	description: string;
}

/** A product as the API answers it. */
export interface Product {
	name: string;
	logisticsSku: string;
	merchantSku: string;
	barcodes: string[];
	dimensions?: Dimensions;
	/** Called `customsInformation` in a request. */
	international?: CustomsInformation;
	dimsLocked: boolean;
	createdAt: string;
	updatedAt: string;
}

export interface CreateProductBody {
	name: string;
	merchantSku: string;
	customsInformation?: CustomsInformation;
	dimensions?: Dimensions;
}
