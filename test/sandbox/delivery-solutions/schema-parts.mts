import { objectSchema } from '../shared/validation.mts';

/** A text of at most so many characters; it may be empty, as in the examples. */
export const text = (maxLength: number) => ({ type: 'string', maxLength });
/** That a required text may not be blank is not documented. */
export const someText = (maxLength: number) => ({ type: 'string', maxLength, pattern: '\\S' });
const notNegative = { type: 'number', minimum: 0 };
const count = { type: 'integer', minimum: 1, maximum: 2 ** 31 - 1 };
const milliseconds = { type: ['integer', 'null'] };

/** Address, Customer, Contact, Size, Weight, Item, Package and so on of the Shipping Order API. */
export const address = objectSchema(
	{
		street1: someText(100),
		street2: text(100),
		apartmentNumber: text(50),
		city: text(100),
		state: text(100),
		postalCode: someText(20),
		countryCode: { type: 'string', enum: ['US', 'CA', 'GB', 'AU', 'IE'] },
		latitude: { type: 'number' },
		longitude: { type: 'number' },
	},
	['street1', 'postalCode'],
);

export const customer = objectSchema(
	{ name: someText(100), phone: someText(20), email: text(100), userExternalId: text(100) },
	['name', 'phone'],
);

const pickupContact = objectSchema(
	{ name: { type: 'string' }, phone: { type: 'string' }, email: { type: 'string' } },
	['name', 'phone'],
);

const size = objectSchema(
	{
		height: notNegative,
		width: notNegative,
		length: notNegative,
		unit: { type: 'string', enum: ['cm', 'in'] },
	},
	['height', 'width', 'length', 'unit'],
);

const weight = objectSchema({ value: notNegative, unit: { type: 'string', enum: ['kg', 'lb'] } }, [
	'value',
	'unit',
]);

export const item = objectSchema(
	{
		sku: someText(100),
		upc: text(100),
		category: text(100),
		quantity: count,
		size,
		weight,
		price: notNegative,
		salePrice: notNegative,
		image: text(200),
		title: text(200),
		description: text(10_000),
		itemAttributes: { type: 'object' },
		tags: { type: 'array', maxItems: 20, items: { type: 'string' } },
	},
	['sku'],
);

export const parcel = objectSchema(
	{
		name: someText(100),
		description: text(10_000),
		size,
		weight,
		itemQuantity: count,
		itemList: { type: 'array', maxItems: 1000, items: item },
		temperatureControl: {
			type: 'string',
			enum: ['frozen', 'refrigerated', 'cool', 'ambient', 'warm', 'none'],
		},
		content: {
			type: 'array',
			items: {
				type: 'string',
				enum: ['alcohol', 'spirit', 'fragile', 'tobacco', 'rx', 'perishable'],
			},
		},
		barcode: text(500),
	},
	['name'],
);

export const timeWindowOrNull = {
	...objectSchema({ startsAt: milliseconds, endsAt: milliseconds }),
	type: ['object', 'null'],
};

const listOf = (type: string) => ({ type: 'array', maxItems: 100, items: { type } });

export const orderAttributes = {
	type: 'object',
	additionalProperties: {
		anyOf: [
			text(500),
			{ type: 'number' },
			{ type: 'boolean' },
			listOf('string'),
			listOf('number'),
			listOf('boolean'),
		],
	},
};

export const proposedProviders = {
	type: 'array',
	items: objectSchema(
		{
			name: someText(1000),
			services: { type: 'array', items: objectSchema({ id: { type: 'string' } }) },
		},
		['name'],
	),
};

export const pickup = objectSchema(
	{
		name: someText(100),
		locationExternalId: text(100),
		brandExternalId: text(100),
		address,
		contact: pickupContact,
		pickupInstructions: text(10_000),
		providers: { type: 'array', items: objectSchema({ name: { type: 'string' } }) },
		providerAttributes: {
			type: 'object',
			additionalProperties: { type: ['string', 'number'] },
		},
	},
	['name', 'address', 'contact'],
);
