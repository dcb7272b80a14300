import { COUNTRY_CODES } from '../shared/country-codes.mts';
import { compile } from '../shared/validation.mts';
import { LENGTH_UNITS, WEIGHT_UNITS } from './enums.mts';
import type { CreateProductBody } from './product-types.mts';

/** `^D[0-9a-zA-Z]+$`, 11 characters (Products API, ProductIdType). */
export const LOGISTICS_SKU = /^D[0-9a-zA-Z]{10}$/;

const shortText = { type: 'string', minLength: 1, maxLength: 255 };
const number = { type: 'number' };

const customsInformation = {
	type: 'object',
	additionalProperties: false,
	required: ['originCountry', 'tariffCode', 'customsValue', 'description'],
	properties: {
		originCountry: { type: 'string', enum: COUNTRY_CODES },
		tariffCode: { type: 'string', pattern: '^[0-9]{10}$' },
		customsValue: { type: 'number', minimum: 0.01 },
		description: shortText,
	},
};

const dimensions = {
	type: 'object',
	additionalProperties: false,
	required: ['weight', 'weightUnit', 'height', 'width', 'length', 'lengthUnit'],
	properties: {
		weight: number,
		weightUnit: { type: 'string', enum: WEIGHT_UNITS },
		height: number,
		width: number,
		length: number,
		lengthUnit: { type: 'string', enum: LENGTH_UNITS },
	},
};

/** Schemas of what CreateProduct takes. */
export const CREATE_PRODUCT_PROPERTIES = {
	name: shortText,
	merchantSku: shortText,
	customsInformation,
	dimensions,
};

/** Body of CreateProduct. */
export const validateCreateProduct = compile<CreateProductBody>({
	type: 'object',
	additionalProperties: false,
	required: ['name', 'merchantSku'],
	properties: CREATE_PRODUCT_PROPERTIES,
});

/** Body of GetWarehouseDetails. That the list may not be empty is not documented. */
export const validateWarehouseQuestion = compile<{ logisticsSkus: string[] }>({
	type: 'object',
	additionalProperties: false,
	required: ['logisticsSkus'],
	properties: {
		logisticsSkus: {
			type: 'array',
			minItems: 1,
			items: { type: 'string', pattern: '^D[0-9a-zA-Z]+$', minLength: 11, maxLength: 11 },
		},
	},
});
