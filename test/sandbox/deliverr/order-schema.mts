import { compile, objectSchema } from '../shared/validation.mts';
import type { CreateOrderBody } from './order-types.mts';

const text = { type: 'string' };
/** That a required text may not be empty is not documented. */
const someText = { type: 'string', minLength: 1 };
const time = { type: 'string', format: 'date-time' };

// Of the address and the lines only what has no error type of its own is required here.
const shiptoAddress = objectSchema(
	{
		name: someText,
		company: text,
		street1: text,
		street2: text,
		city: text,
		state: text,
		postcode: text,
		countryCode: text,
	},
	['name'],
);

const lineItem = objectSchema(
	{
		externalProductId: text,
		// That it is a whole number from 1 on is not documented.
		quantity: { type: 'integer', minimum: 1 },
		lineItemId: text,
		bundleItems: { type: 'array', items: { type: 'object' } },
	},
	['quantity'],
);

/** The body of create (Deliverr Orders guide, Create Orders; Orders API reference). */
export const validateCreateOrder = compile<CreateOrderBody>(
	objectSchema(
		{
			externalOrderId: someText,
			source: someText,
			sourceOrderId: someText,
			shiptoAddress,
			lineItems: { type: 'array', items: lineItem },
			orderDeliveryTime: time,
			orderShipmentTime: time,
			orderCreationTime: time,
			shipMethod: text,
			deliverDays: { type: 'integer', minimum: 0 },
			createdAt: time,
			updatedAt: time,
		},
		['externalOrderId', 'source', 'sourceOrderId'],
	),
);
