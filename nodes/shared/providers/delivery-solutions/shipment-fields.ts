import type { Field } from '../../checks/field';
import { ITEM, PACKAGE } from './item-fields';

/** The countries that can be shipped to and from (Shipping Order API, Address). */
export const COUNTRIES = ['US', 'CA', 'GB', 'AU', 'IE'] as const;

/** Shipping Order API, create: the kinds of signature. */
export const SIGNATURES = ['unattended', 'required_recipient', 'required', 'not_required'] as const;

/** Shipping Order API, Address; `of` goes in front of its labels in the panel. */
const address = (of: string): readonly Field[] => [
	{ key: 'street1', label: `${of}Address Line 1`, kind: 'text', required: true, max: 100 },
	{ key: 'street2', label: `${of}Address Line 2`, kind: 'text', max: 100 },
	{ key: 'apartmentNumber', label: `${of}Apartment`, kind: 'text', max: 50 },
	{ key: 'city', label: `${of}City`, kind: 'text', max: 100 },
	{ key: 'state', label: `${of}State or Province`, kind: 'text', max: 100 },
	{ key: 'postalCode', label: `${of}Postal Code`, kind: 'text', required: true, max: 20 },
	{ key: 'countryCode', label: `${of}Country Code`, kind: 'text', oneOf: COUNTRIES },
	{ key: 'latitude', label: `${of}Latitude`, kind: 'number' },
	{ key: 'longitude', label: `${of}Longitude`, kind: 'number' },
];

const timeWindow = (key: string, of: string): Field => ({
	key,
	label: of,
	kind: 'group',
	inline: true,
	fields: [
		{ key: 'startsAt', label: `${of} Starts`, kind: 'epoch' },
		{
			key: 'endsAt',
			label: `${of} Ends`,
			kind: 'epoch',
			notBefore: { key: 'startsAt', label: `${of} Starts` },
		},
	],
});

const group = (key: string, label: string, fields: readonly Field[], required = false): Field => ({
	key,
	label,
	kind: 'group',
	inline: true,
	fields,
	required,
});

/** What a new shipment and a changed one have in common. `isNew` makes the required ones required. */
const common = (isNew: boolean): readonly Field[] => [
	{ key: 'orderExternalId', label: 'External Order ID', kind: 'text', required: isNew, max: 100 },
	{ key: 'locationExternalId', label: 'Location ID', kind: 'text', max: 100 },
	group(
		'deliveryContact',
		'Recipient',
		[
			{ key: 'name', label: 'Recipient Name', kind: 'text', required: true, max: 100 },
			{ key: 'phone', label: 'Recipient Phone', kind: 'text', required: true, max: 20 },
			{ key: 'email', label: 'Recipient Email', kind: 'text', max: 100 },
			{ key: 'userExternalId', label: 'Recipient ID', kind: 'text', max: 100 },
		],
		isNew,
	),
	group('deliveryAddress', 'Delivery Address', address(''), isNew),
	{ key: 'groupId', label: 'Group ID', kind: 'text', max: 100 },
	timeWindow('pickupTime', 'Pickup'),
	timeWindow('deliveryTime', 'Delivery'),
	{
		key: 'itemList',
		label: 'Line Items',
		kind: 'list',
		entry: 'line item',
		max: 100,
		fields: ITEM,
	},
	{ key: 'package', label: 'Package', kind: 'group', fields: PACKAGE },
	{ key: 'signature', label: 'Signature', kind: 'text', oneOf: SIGNATURES },
	{ key: 'deliveryInstructions', label: 'Delivery Instructions', kind: 'text', max: 10_000 },
	{ key: 'orderValue', label: 'Order Value', kind: 'number', min: 0 },
	// The documentation allows 5 characters when a shipment is made, and 50 when it is changed.
	{ key: 'locale', label: 'Locale', kind: 'text', max: isNew ? 5 : 50 },
	{ key: 'createdDate', label: 'Created Date', kind: 'epoch' },
	{
		key: 'orderAttributes',
		label: 'Custom Attributes',
		kind: 'map',
		maxText: 500,
		maxList: 100,
	},
	{
		key: 'proposedProviders',
		label: 'Proposed Providers',
		kind: 'list',
		entry: 'provider',
		fields: [
			{ key: 'name', label: 'Name', kind: 'text', required: true, max: 1000 },
			{
				key: 'services',
				label: 'Services',
				kind: 'list',
				entry: 'service',
				fields: [{ key: 'id', label: 'Services', kind: 'text' }],
			},
		],
	},
];

/** A pickup at an address that is no known location (Shipping Order API, create). */
const PICKUP = group('pickup', 'Pickup', [
	{ key: 'name', label: 'Pickup Name', kind: 'text', required: true, max: 100 },
	{ key: 'locationExternalId', label: 'Pickup Location ID', kind: 'text', max: 100 },
	{ key: 'brandExternalId', label: 'Brand ID', kind: 'text', max: 100 },
	group('address', 'Pickup Address', address('Pickup '), true),
	group(
		'contact',
		'Pickup Contact',
		[
			{ key: 'name', label: 'Pickup Contact Name', kind: 'text', required: true },
			{ key: 'phone', label: 'Pickup Contact Phone', kind: 'text', required: true },
			{ key: 'email', label: 'Pickup Contact Email', kind: 'text' },
		],
		true,
	),
	{ key: 'pickupInstructions', label: 'Pickup Instructions', kind: 'text', max: 10_000 },
	{
		key: 'providers',
		label: 'Pickup Providers',
		kind: 'list',
		entry: 'provider',
		fields: [{ key: 'name', label: 'Name', kind: 'text' }],
	},
	{
		key: 'providerAttributes',
		label: 'Provider Attributes',
		kind: 'map',
		plain: true,
		maxText: Infinity,
		maxList: 0,
	},
]);

/** Body of create: everything that the documentation limits. */
export const SHIPMENT_FIELDS: readonly Field[] = [...common(true), PICKUP];

/** Body of edit: the same without a pickup, and nothing required. */
export const CHANGE_FIELDS: readonly Field[] = common(false);
