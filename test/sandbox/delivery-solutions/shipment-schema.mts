import { compile, objectSchema } from '../shared/validation.mts';
import {
	address,
	customer,
	item,
	orderAttributes,
	parcel,
	pickup,
	proposedProviders,
	someText,
	text,
	timeWindowOrNull,
} from './schema-parts.mts';
import { STATUSES } from './statuses.mts';
import type { CreateShipmentBody, EditShipmentBody, ListShipmentsBody } from './shipment-types.mts';

const fields = {
	orderExternalId: someText(100),
	groupId: text(100),
	pickupTime: timeWindowOrNull,
	deliveryTime: timeWindowOrNull,
	locationExternalId: someText(100),
	deliveryAddress: address,
	deliveryContact: customer,
	itemList: { type: 'array', maxItems: 100, items: item },
	package: parcel,
	signature: {
		type: 'string',
		enum: ['unattended', 'required_recipient', 'required', 'not_required'],
	},
	orderValue: { type: 'number', minimum: 0 },
	createdDate: { type: 'number' },
	orderAttributes,
	proposedProviders,
};

/** Body of Create Shipping. Which of locationExternalId and pickup is there is checked beside it. */
export const validateCreate = compile<CreateShipmentBody>(
	objectSchema(
		{
			...fields,
			deliveryInstructions: { type: ['string', 'null'], maxLength: 10_000 },
			locale: text(5),
			pickup,
		},
		['orderExternalId', 'deliveryContact', 'deliveryAddress'],
	),
);

/** Body of Edit Shipment: nothing is required, there is no pickup, and only the times may be null. */
export const validateEdit = compile<EditShipmentBody>(
	objectSchema({ ...fields, deliveryInstructions: text(10_000), locale: text(50) }),
);

const milliseconds = { type: 'integer' };
/** What a window with only one end means is not documented; it is refused. */
const window = objectSchema({ startsAt: milliseconds, endsAt: milliseconds }, [
	'startsAt',
	'endsAt',
]);
const ids = { type: 'array', maxItems: 100, items: { type: 'string' } };

/** Body of List Shipments. That the limit is at least 1 is not documented. */
export const validateList = compile<ListShipmentsBody>(
	objectSchema({
		limit: { type: 'integer', minimum: 1, maximum: 1000 },
		lastUpdatedAt: window,
		createdAt: window,
		orderExternalIds: ids,
		locationExternalIds: ids,
		groupId: { type: 'string' },
		pickupTime: objectSchema({ startsAt: milliseconds }, ['startsAt']),
		deliveryTime: objectSchema({ endsAt: milliseconds }, ['endsAt']),
		status: { type: 'array', items: { type: 'string', enum: STATUSES } },
		paginationToken: { type: 'string' },
	}),
);
