import type { INodeParameters } from 'n8n-workflow';

/**
 * The body of the CreateOrder sample (Flexport Orders API): every member of it, with values that are
 * valid. The zeros are the sample's own.
 */
export const sampleOrder = (sku: string) => ({
	address: {
		address1: '1 Market Street',
		address2: 'Apt 4',
		city: 'San Francisco',
		company: 'Analytical Engines Ltd',
		countryCode: 'US',
		name: 'Ada Lovelace',
		phone: '+1 415 555 0100',
		provinceCode: 'CA',
		zip: '94105',
	},
	externalOrderId: 'SHOP/1001#A',
	promisedDeliveryByTime: '2099-08-26T14:15:22.000Z',
	promisedShipByTime: '2099-08-24T14:15:22.000Z',
	source: 'AMAZON',
	deliveryDays: 0,
	duties: {
		incoterm: 'DAP',
		merchantOfRecordAccountId: '7f3c9a52-1c7e-4f0e-9a63-2f1d6f1a2b3c',
		merchantOfRecordCarrierCode: 'DHL',
		merchantOfRecordOrderId: 'GE12345678',
		merchantOfRecordProvider: 'GLOBALE',
		merchantOfRecordSkuMap: [{ dsku: sku, msku: 'MUG-BLUE', quantity: 0 }],
	},
	isSubscriptionOrder: true,
	shipMethod: 'Standard',
	packingSlipUrl: 'https://shop.example/slips/1001.pdf',
	lineItems: [
		{
			quantity: 1,
			logisticsSku: sku,
			customsUnitValue: { amount: 0, currencyCode: 'USD' },
			lineItemDropShipData: {
				retailerDescription: 'Blue mug, 0.3 l',
				retailerRefNo: 'RET-77',
				vendorRefNo: 'VEN-12',
			},
		},
	],
	dropShipData: {
		shipMethod: 'Ground',
		billingAddress: {
			address1: '2 Mission Street',
			address2: 'Floor 3',
			city: 'San Francisco',
			company: 'Babbage Inc',
			countryCode: 'US',
			name: 'Charles Babbage',
			phone: '+1 415 555 0199',
			provinceCode: 'CA',
			zip: '94106',
		},
		retailerPurchaseOrderNo: 'PO-5512',
		barCode: '0123456789012',
		customerOrderDate: '2099-08-20',
		customerOrderNo: 'C-1001',
		customMessage: 'Thank you',
		reserved1: 'one',
		reserved2: 'two',
	},
});

export type SampleOrder = ReturnType<typeof sampleOrder>;

/** The same order, filled into the panel. */
export function samplePanel(sku: string): INodeParameters {
	const order = sampleOrder(sku);
	const { merchantOfRecordSkuMap, ...duties } = order.duties;
	const { billingAddress, ...dropShip } = order.dropShipData;
	return {
		operation: 'create',
		externalOrderId: order.externalOrderId,
		recipientName: order.address.name,
		address1: order.address.address1,
		address2: order.address.address2,
		city: order.address.city,
		provinceCode: order.address.provinceCode,
		postalCode: order.address.zip,
		countryCode: order.address.countryCode,
		lineItems: {
			item: [
				{
					product: { __rl: true, mode: 'id', value: sku },
					quantity: 1,
					additionalFields: {
						customsUnitValue: 0,
						customsCurrencyCode: 'USD',
						retailerDescription: 'Blue mug, 0.3 l',
						retailerRefNo: 'RET-77',
						vendorRefNo: 'VEN-12',
					},
				},
			],
		},
		additionalFields: {
			company: order.address.company,
			phone: order.address.phone,
			shipBy: order.promisedShipByTime,
			deliverBy: order.promisedDeliveryByTime,
			deliveryDays: order.deliveryDays,
			shipMethod: order.shipMethod,
			source: order.source,
			isSubscriptionOrder: order.isSubscriptionOrder,
			packingSlipUrl: order.packingSlipUrl,
			duties: {
				values: { ...duties, merchantOfRecordSkuMap: { entries: merchantOfRecordSkuMap } },
			},
			dropShipData: { values: { ...dropShip, billingAddress: { values: billingAddress } } },
		},
	};
}
