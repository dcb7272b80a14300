import type { IDataObject } from 'n8n-workflow';

const locator = (value: string): IDataObject => ({ __rl: true, mode: 'id', value });

/** The panel of Create of the Fulfillment Order node with every one of its fields filled in. */
export const FULL_ORDER_PANEL: IDataObject = {
	provider: 'flexport',
	inputMode: 'fields',
	externalOrderId: 'SHOP-1001',
	recipientName: 'Ada Lovelace',
	address1: '1 Market Street',
	address2: 'Apt 4',
	city: 'San Francisco',
	provinceCode: 'CA',
	postalCode: '94105',
	countryCode: 'US',
	lineItemsInput: 'fields',
	lineItems: {
		item: [
			{
				product: locator('DABCDEF1234'),
				quantity: 2,
				additionalFields: {
					customsUnitValue: 4.5,
					customsCurrencyCode: 'USD',
					retailerDescription: 'Blue mug',
					retailerRefNo: 'RET-77',
					vendorRefNo: 'VEN-12',
				},
			},
		],
	},
	additionalFields: {
		company: 'Engines Ltd',
		phone: '+1 415 555 0100',
		shipBy: '2099-01-31T17:00:00Z',
		deliverBy: '2099-02-03T17:00:00Z',
		deliveryDays: 3,
		shipMethod: 'Standard',
		source: 'SHOPIFY',
		isSubscriptionOrder: true,
		packingSlipUrl: 'https://shop.example/slips/1001.pdf',
		duties: {
			values: {
				incoterm: 'DDP',
				merchantOfRecordAccountId: 'account-1',
				merchantOfRecordOrderId: 'GE1',
				merchantOfRecordProvider: 'GLOBALE',
				merchantOfRecordCarrierCode: 'DHL',
				merchantOfRecordSkuMap: {
					entries: [{ dsku: 'DABCDEF1234', msku: 'MUG-BLUE', quantity: 2 }],
				},
			},
		},
		dropShipData: {
			values: {
				shipMethod: 'Ground',
				billingAddress: {
					values: {
						address1: '2 Payer Street',
						address2: 'Floor 3',
						city: 'Austin',
						company: 'Payers Inc',
						countryCode: 'US',
						name: 'Charles Babbage',
						phone: '+1 512 555 0100',
						provinceCode: 'TX',
						zip: '78701',
					},
				},
				retailerPurchaseOrderNo: 'PO-5512',
				barCode: '0123456789012',
				customerOrderDate: '2026-01-31',
				customerOrderNo: 'C-1001',
				customMessage: 'Thank you',
				reserved1: 'r1',
				reserved2: 'r2',
			},
		},
	},
	options: {},
	simplify: false,
};

/** The body of CreateOrder that this panel stands for. */
export const FULL_ORDER_BODY = {
	address: {
		address1: '1 Market Street',
		address2: 'Apt 4',
		city: 'San Francisco',
		company: 'Engines Ltd',
		countryCode: 'US',
		name: 'Ada Lovelace',
		phone: '+1 415 555 0100',
		provinceCode: 'CA',
		zip: '94105',
	},
	externalOrderId: 'SHOP-1001',
	promisedDeliveryByTime: '2099-02-03T17:00:00.000Z',
	promisedShipByTime: '2099-01-31T17:00:00.000Z',
	source: 'SHOPIFY',
	deliveryDays: 3,
	duties: {
		incoterm: 'DDP',
		merchantOfRecordAccountId: 'account-1',
		merchantOfRecordCarrierCode: 'DHL',
		merchantOfRecordOrderId: 'GE1',
		merchantOfRecordProvider: 'GLOBALE',
		merchantOfRecordSkuMap: [{ dsku: 'DABCDEF1234', msku: 'MUG-BLUE', quantity: 2 }],
	},
	isSubscriptionOrder: true,
	shipMethod: 'Standard',
	packingSlipUrl: 'https://shop.example/slips/1001.pdf',
	lineItems: [
		{
			quantity: 2,
			logisticsSku: 'DABCDEF1234',
			customsUnitValue: { amount: 4.5, currencyCode: 'USD' },
			lineItemDropShipData: {
				retailerDescription: 'Blue mug',
				retailerRefNo: 'RET-77',
				vendorRefNo: 'VEN-12',
			},
		},
	],
	dropShipData: {
		shipMethod: 'Ground',
		billingAddress: {
			address1: '2 Payer Street',
			address2: 'Floor 3',
			city: 'Austin',
			company: 'Payers Inc',
			countryCode: 'US',
			name: 'Charles Babbage',
			phone: '+1 512 555 0100',
			provinceCode: 'TX',
			zip: '78701',
		},
		retailerPurchaseOrderNo: 'PO-5512',
		barCode: '0123456789012',
		customerOrderDate: '2026-01-31',
		customerOrderNo: 'C-1001',
		customMessage: 'Thank you',
		reserved1: 'r1',
		reserved2: 'r2',
	},
};
