import type { INodeProperties } from 'n8n-workflow';

/** Duties of an order whose merchant of record is somebody else (Flexport Orders API, CreateOrder). */
export const dutiesField: INodeProperties = {
	displayName: 'Duties',
	name: 'duties',
	type: 'fixedCollection',
	default: {},
	placeholder: 'Add duties',
	description: 'Who pays duties and taxes, where a merchant of record sells for you',
	options: [
		{
			displayName: 'Duties',
			name: 'values',
			values: [
				{
					displayName: 'Account ID',
					name: 'merchantOfRecordAccountId',
					type: 'string',
					default: '',
					placeholder: 'e.g. 7f3c9a52',
					description: 'Merchant of record: your account there',
				},
				{
					displayName: 'Carrier Code',
					name: 'merchantOfRecordCarrierCode',
					type: 'string',
					default: '',
					placeholder: 'e.g. DHL',
					description: 'Merchant of record: its code of the carrier',
				},
				{
					displayName: 'Incoterm',
					name: 'incoterm',
					type: 'options',
					options: [
						{ name: 'DAP', value: 'DAP', description: 'Delivered at place' },
						{ name: 'DDP', value: 'DDP', description: 'Delivered, duty paid' },
						{ name: 'DDU', value: 'DDU', description: 'Delivered, duty unpaid' },
						{ name: 'Not Given', value: '' },
					],
					default: '',
					description: 'The terms of delivery',
				},
				{
					displayName: 'Order ID',
					name: 'merchantOfRecordOrderId',
					type: 'string',
					default: '',
					placeholder: 'e.g. GE12345678',
					description: 'Merchant of record: its ID of the order',
				},
				{
					displayName: 'Provider',
					name: 'merchantOfRecordProvider',
					type: 'options',
					options: [
						{ name: 'Global-E', value: 'GLOBALE' },
						{ name: 'Markets Pro', value: 'MARKETS_PRO' },
					],
					default: 'GLOBALE',
					description: 'Merchant of record: who it is',
				},
				{
					displayName: 'SKU Map',
					name: 'merchantOfRecordSkuMap',
					type: 'fixedCollection',
					typeOptions: { multipleValues: true },
					default: {},
					placeholder: 'Add SKU',
					description: "Which of Flexport's SKUs is which of yours",
					options: [
						{
							displayName: 'SKU',
							name: 'entries',
							values: [
								{
									displayName: 'Flexport SKU',
									name: 'dsku',
									type: 'string',
									default: '',
									placeholder: 'e.g. DABCDEF1234',
								},
								{
									displayName: 'Merchant SKU',
									name: 'msku',
									type: 'string',
									default: '',
									placeholder: 'e.g. MUG-BLUE',
								},
								{
									displayName: 'Quantity',
									name: 'quantity',
									type: 'number',
									default: 1,
								},
							],
						},
					],
				},
			],
		},
	],
};
