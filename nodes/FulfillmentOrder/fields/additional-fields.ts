import type { INodeProperties } from 'n8n-workflow';
import { byDisplayName } from '../../shared/parameters/execution-options';
import { textField } from '../../shared/parameters/text-field';
import { zonedTimeField } from '../../shared/parameters/time-field';
import { forProviders } from '../../shared/parameters/provider';
import { digitalRiverFields } from './digital-river-fields';
import { dropShipField } from './drop-ship-field';
import { dutiesField } from './duties-field';
import { sourceField } from './source-field';

/** Fields of an order that not every order needs. What only one provider has shows only for it. */
export const additionalFields: INodeProperties = {
	displayName: 'Additional Fields',
	name: 'additionalFields',
	type: 'collection',
	default: {},
	placeholder: 'Add field',
	options: [
		textField('Company', 'company', 'Analytical Engines Ltd', "The recipient's company"),
		forProviders(
			['flexport', 'deliverr'],
			zonedTimeField(
				'Deliver By',
				'deliverBy',
				'When the order is promised to arrive, after Ship By. For Flexport it must be in the future',
			),
		),
		forProviders(['flexport', 'deliverr'], {
			displayName: 'Delivery Days',
			name: 'deliveryDays',
			type: 'number',
			typeOptions: { minValue: 0 },
			default: 5,
			description: 'Days from shipment to delivery, if there is no promised date',
		}),
		forProviders(['flexport'], dropShipField),
		forProviders(['flexport'], dutiesField),
		forProviders(
			['deliverr', 'digitalRiver'],
			zonedTimeField(
				'Order Time',
				'orderTime',
				'When the customer placed the order. Digital River needs it; left out, it is now',
			),
		),
		forProviders(
			['flexport'],
			textField(
				'Packing Slip URL',
				'packingSlipUrl',
				'https://shop.example/slips/1001.pdf',
				'Address of a packing slip to put into the parcel',
			),
		),
		forProviders(
			['flexport', 'digitalRiver'],
			textField('Phone', 'phone', '+1 415 555 0100', "The recipient's phone number"),
		),
		forProviders(
			['flexport', 'deliverr'],
			zonedTimeField(
				'Ship By',
				'shipBy',
				'When the order is promised to ship, before Deliver By. For Flexport it must be in the future',
			),
		),
		textField(
			'Shipping Method',
			'shipMethod',
			'Standard',
			'How to ship, as text that the provider knows. Flexport uses it if there is no promised date and no number of days. For Digital River it is the ID of a shipping choice; left out, it is SG.',
		),
		forProviders(['flexport'], sourceField),
		forProviders(
			['deliverr'],
			textField(
				'Source',
				'source',
				'WEBSITE',
				'Where the order was placed, any text. Left out, it is n8n.',
			),
		),
		forProviders(
			['deliverr'],
			textField(
				'Source Order ID',
				'sourceOrderId',
				'1001',
				'ID of the order where it was placed. Left out, it is the external order ID.',
			),
		),
		forProviders(['flexport'], {
			displayName: 'Subscription Order',
			name: 'isSubscriptionOrder',
			type: 'boolean',
			default: true,
			description: 'Whether the order is part of a subscription',
		}),
		...digitalRiverFields.map((field) => forProviders(['digitalRiver'], field)),
	].sort(byDisplayName),
};
