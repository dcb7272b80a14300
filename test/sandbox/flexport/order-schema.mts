import { COUNTRY_CODES } from '../shared/country-codes.mts';
import { compile } from '../shared/validation.mts';
import { INCOTERMS, MERCHANT_OF_RECORD_PROVIDERS, SOURCES } from './enums.mts';
import type { CreateOrderBody } from './order-input.mts';

const text = { type: 'string' };
const textOrNull = { type: ['string', 'null'] };
/** That a required text may not be empty is not documented. */
const someText = { type: 'string', minLength: 1 };
const timeOrNull = { type: ['string', 'null'], format: 'date-time' };

/** Refuses what is not named, so that a misspelt field is noticed. */
function object(properties: Record<string, object>, required: string[] = []): object {
	return { type: 'object', additionalProperties: false, required, properties };
}

const addressProperties = {
	address1: someText,
	address2: textOrNull,
	city: someText,
	company: textOrNull,
	countryCode: { type: 'string', enum: COUNTRY_CODES },
	name: textOrNull,
	phone: textOrNull,
	provinceCode: textOrNull,
	zip: textOrNull,
};

const duties = {
	...object(
		{
			incoterm: { enum: INCOTERMS },
			merchantOfRecordAccountId: text,
			merchantOfRecordCarrierCode: text,
			merchantOfRecordOrderId: text,
			merchantOfRecordProvider: { enum: MERCHANT_OF_RECORD_PROVIDERS },
			merchantOfRecordSkuMap: {
				type: 'array',
				items: object({ dsku: text, msku: text, quantity: { type: 'number' } }),
			},
		},
		['merchantOfRecordAccountId', 'merchantOfRecordOrderId', 'merchantOfRecordProvider'],
	),
	type: ['object', 'null'],
};

const lineItem = object(
	{
		quantity: { type: 'integer', minimum: 1 },
		logisticsSku: { type: 'string', pattern: '^D[0-9a-zA-Z]+$', minLength: 11, maxLength: 11 },
		customsUnitValue: object({ amount: { type: 'number' }, currencyCode: text }, [
			'amount',
			'currencyCode',
		]),
		lineItemDropShipData: object({
			retailerDescription: text,
			retailerRefNo: text,
			vendorRefNo: text,
		}),
	},
	['quantity', 'logisticsSku'],
);

/** Which of these are required is not documented; none is required here. */
const dropShipData = object({
	shipMethod: text,
	billingAddress: object(addressProperties),
	retailerPurchaseOrderNo: text,
	barCode: text,
	customerOrderDate: text,
	customerOrderNo: text,
	customMessage: text,
	reserved1: text,
	reserved2: text,
});

/** Body of CreateOrder. */
export const validateCreateOrder = compile<CreateOrderBody>(
	object(
		{
			externalOrderId: someText,
			address: object(addressProperties, ['address1', 'city', 'countryCode']),
			lineItems: { type: 'array', minItems: 1, items: lineItem },
			promisedShipByTime: timeOrNull,
			promisedDeliveryByTime: timeOrNull,
			deliveryDays: { type: ['number', 'null'], minimum: 0 },
			shipMethod: textOrNull,
			source: { type: ['string', 'null'], enum: [...SOURCES, null] },
			isSubscriptionOrder: { type: 'boolean' },
			packingSlipUrl: text,
			duties,
			dropShipData,
		},
		['externalOrderId', 'address', 'lineItems'],
	),
);
