import { COUNTRY_CODES } from '../shared/country-codes.mts';
import { compile, objectSchema, type Validator } from '../shared/validation.mts';
import { CURRENCIES } from './currencies.mts';
import type { CreateOrderBody } from './order-types.mts';

const text = { type: 'string' };
/** That a required text may not be empty is not documented. */
const someText = { type: 'string', minLength: 1 };
const textOrNull = { type: ['string', 'null'] };
const amount = { type: 'number' };

const address = objectSchema(
	{
		line1: textOrNull,
		line2: text,
		city: textOrNull,
		postalCode: textOrNull,
		state: textOrNull,
		country: { type: 'string', enum: COUNTRY_CODES },
	},
	['country'],
);

const shipTo = objectSchema({
	address,
	name: textOrNull,
	phone: textOrNull,
	email: { type: ['string', 'null'], format: 'email' },
	organization: textOrNull,
	additionalAddressInfo: objectSchema({
		neighborhood: textOrNull,
		division: textOrNull,
		phoneticName: textOrNull,
	}),
});

const shippingChoice = objectSchema(
	{
		shippingInstructions: textOrNull,
		dutiesPaid: { type: ['boolean', 'null'] },
		id: someText,
		signatureRequiredType: { type: ['string', 'null'], enum: ['standard', 'adult', null] },
	},
	['id'],
);

const tax = objectSchema(
	{
		amount,
		items: {
			type: 'array',
			items: objectSchema({ authorityType: text, amount }, ['amount', 'authorityType']),
		},
	},
	['amount'],
);

const line = objectSchema(
	{
		upstreamId: text,
		inventoryItemId: someText,
		subtotal: amount,
		total: amount,
		name: text,
		// That it begins with 1 is not documented.
		quantity: { type: 'integer', minimum: 1 },
		giftMessage: text,
		giftWrap: { type: 'boolean' },
		tax,
	},
	['inventoryItemId', 'quantity'],
);

const PROPERTIES = {
	currency: { type: 'string', enum: CURRENCIES },
	// Language and country, e.g. en_US (Fulfillment orders, Creates a new Fulfillment order).
	locale: { type: 'string', pattern: '^[a-z]{2}_[A-Z]{2}$' },
	upstreamOrderTime: { type: 'string', format: 'date-time' },
	name: text,
	email: { type: 'string', format: 'email' },
	phone: text,
	reservationId: text,
	upstreamId: text,
	shipTo,
	shippingChoice,
	items: { type: 'array', minItems: 1, items: line },
};

const REQUIRED = ['currency', 'upstreamOrderTime', 'items'];

/** The body of create. */
export const validateCreateOrder: Validator<CreateOrderBody> = compile(
	objectSchema(PROPERTIES, REQUIRED),
);

/** The same, as later versions have it. */
export const validateAddressedOrder: Validator<CreateOrderBody> = compile(
	objectSchema(PROPERTIES, [...REQUIRED, 'shipTo', 'shippingChoice']),
);
