import type { INodeProperties } from 'n8n-workflow';
import { textField } from '../../shared/parameters/text-field';

const billingAddress: INodeProperties = {
	displayName: 'Billing Address',
	name: 'billingAddress',
	type: 'fixedCollection',
	default: {},
	placeholder: 'Add billing address',
	description: 'Who pays the order',
	options: [
		{
			displayName: 'Billing Address',
			name: 'values',
			values: [
				textField('City', 'city', 'San Francisco', 'City or town'),
				textField('Company', 'company', 'Analytical Engines Ltd', 'Company of the payer'),
				textField('Country', 'countryCode', 'US', 'Two-letter code of the country'),
				textField('Line 1', 'address1', '1 Market Street', 'Street and number'),
				textField('Line 2', 'address2', 'Apt 4', 'Apartment, floor or building'),
				textField('Name', 'name', 'Ada Lovelace', 'Name of the payer'),
				textField('Phone', 'phone', '+1 415 555 0100', 'Phone number of the payer'),
				textField('State', 'provinceCode', 'CA', 'Code of the state or province'),
				textField('ZIP', 'zip', '94105', 'Postal or ZIP code'),
			],
		},
	],
};

/** What a drop-shipped order carries for the retailer (Flexport Orders API, CreateOrder). */
export const dropShipField: INodeProperties = {
	displayName: 'Drop Ship Data',
	name: 'dropShipData',
	type: 'fixedCollection',
	default: {},
	placeholder: 'Add drop ship data',
	description: 'What the retailer wants to see on a drop-shipped order',
	options: [
		{
			displayName: 'Drop Ship Data',
			name: 'values',
			values: [
				textField('Barcode', 'barCode', '0123456789012', 'Barcode on the packing slip'),
				billingAddress,
				textField('Custom Message', 'customMessage', 'Thank you', 'Message on the packing slip'),
				textField(
					'Order Date',
					'customerOrderDate',
					'2030-01-31',
					"Date of the customer's order, as text",
				),
				textField(
					'Order Number',
					'customerOrderNo',
					'C-1001',
					"The customer's number of the order",
				),
				textField('Reserved 1', 'reserved1', 'value', 'As agreed with the retailer'),
				textField('Reserved 2', 'reserved2', 'value', 'As agreed with the retailer'),
				textField(
					'Retailer PO',
					'retailerPurchaseOrderNo',
					'PO-5512',
					"The retailer's number of the purchase order",
				),
				textField('Shipping Method', 'shipMethod', 'Standard', "The retailer's shipping method"),
			],
		},
	],
};
