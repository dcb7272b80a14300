import type { Rule } from '../../checks/check';
import { countryField } from '../../checks/countries';
import type { Field, Problem } from '../../checks/field';
import { record, text } from '../../read';
import { lineItemsField, QUANTITY } from '../orders/shared-fields';

/** Deliverr orders guide, Create Order: shiptoAddress. */
const ADDRESS: readonly Field[] = [
	{ key: 'name', label: 'Recipient Name', kind: 'text', required: true },
	{ key: 'company', label: 'Company', kind: 'text' },
	{ key: 'street1', label: 'Address Line 1', kind: 'text', required: true },
	{ key: 'street2', label: 'Address Line 2', kind: 'text' },
	{ key: 'city', label: 'City', kind: 'text', required: true },
	{ key: 'state', label: 'State or Province Code', kind: 'text' },
	{ key: 'postcode', label: 'Postal Code', kind: 'text' },
	countryField('countryCode'),
];

/** Body of Create Order, in the guide's own names. */
export const ORDER_FIELDS: readonly Field[] = [
	{ key: 'externalOrderId', label: 'External Order ID', kind: 'text', required: true },
	{ key: 'source', label: 'Source', kind: 'text', required: true },
	{ key: 'sourceOrderId', label: 'Source Order ID', kind: 'text', required: true },
	{
		key: 'shiptoAddress',
		label: 'Address',
		kind: 'group',
		inline: true,
		required: true,
		fields: ADDRESS,
	},
	lineItemsField('lineItems', [
		{ key: 'externalProductId', label: 'Product', kind: 'text', required: true },
		QUANTITY,
		{ key: 'lineItemId', label: 'Line Item ID', kind: 'text' },
	]),
	{ key: 'orderShipmentTime', label: 'Ship By', kind: 'time' },
	{
		key: 'orderDeliveryTime',
		label: 'Deliver By',
		kind: 'time',
		after: 'orderShipmentTime',
		// The guide's own example gives the same moment for both.
		orSame: true,
	},
	{ key: 'orderCreationTime', label: 'Order Time', kind: 'time' },
	{ key: 'shipMethod', label: 'Shipping Method', kind: 'text' },
	{ key: 'deliverDays', label: 'Delivery Days', kind: 'number', min: 0 },
];

/** "Missing state or zip fields; both are required for domestic orders" (guide, ORDER_MISSING_STATE_ZIP). */
export const domesticRule: Rule = (body, nameOf) => {
	const address = record(body.shiptoAddress) ?? {};
	if (address.countryCode !== 'US') return [];
	const parts = [
		['state', 'State or Province Code'],
		['postcode', 'Postal Code'],
	] as const;
	return parts.flatMap(([key, label]): Problem[] => {
		if (text(address[key])?.trim()) return [];
		const field = nameOf(label, `shiptoAddress.${key}`);
		const what = `${field} is empty, but an order within the United States needs it`;
		return [{ field, what, fix: 'Fill it in, or map it from the incoming item.' }];
	});
};
