import type { INodeParameters } from 'n8n-workflow';

/** Every field that create documents, with values that are valid; picked up at an address. */
export const wholeShipment = () => ({
	orderExternalId: 'SHOP/1001#A',
	pickup: {
		name: 'Shop Boston',
		locationExternalId: 'SHOP-7',
		brandExternalId: 'acme',
		address: {
			street1: '345 Harrison Avenue',
			street2: 'Building B',
			apartmentNumber: '4',
			city: 'Boston',
			state: 'MA',
			postalCode: '02118',
			countryCode: 'US',
			latitude: 42.3452369,
			longitude: -71.0639399,
		},
		contact: { name: 'Michele Parker', phone: '+1 201 555 0123', email: 'shop@example.com' },
		pickupInstructions: 'Ring at the side door',
		providers: [{ name: 'DoorDash' }, { name: 'UPS' }],
		providerAttributes: { fleet: 'north', stop: 7 },
	},
	deliveryContact: {
		name: 'Ada Lovelace',
		phone: '+1 617 555 0100',
		email: 'ada@example.com',
		userExternalId: 'C-1001',
	},
	deliveryAddress: {
		street1: '725 Albany Street',
		street2: 'Building C',
		apartmentNumber: '4B',
		city: 'Boston',
		state: 'MA',
		postalCode: '02118',
		countryCode: 'US',
		latitude: 42.3346944,
		longitude: -71.071818,
	},
	itemList: [
		{
			sku: 'WATCH-1',
			quantity: 2,
			upc: '012345678905',
			category: 'Watches',
			size: { length: 3, width: 2, height: 2.5, unit: 'in' },
			weight: { value: 0.4, unit: 'lb' },
			price: 10.5,
			salePrice: 9.99,
			image: 'https://shop.example/w.png',
			title: 'Watch',
			description: 'Steel watch',
			itemAttributes: { engraved: true, initials: 'AL' },
			tags: ['gift', 'summer'],
		},
		{ sku: 'STRAP-2', quantity: 1 },
	],
	package: {
		name: 'Solid',
		description: 'Gift box',
		size: { length: 10, width: 10, height: 10, unit: 'cm' },
		weight: { value: 1.5, unit: 'kg' },
		itemQuantity: 3,
		itemList: [
			{ sku: 'WATCH-1', quantity: 2 },
			{ sku: 'STRAP-2', quantity: 1 },
		],
		temperatureControl: 'ambient',
		content: ['fragile', 'perishable'],
		barcode: '1YT4V90308440011',
	},
	pickupTime: {
		startsAt: Date.parse('2026-01-16T14:00:00Z'),
		endsAt: Date.parse('2026-01-16T16:00:00Z'),
	},
	deliveryTime: {
		startsAt: Date.parse('2026-01-16T18:00:00Z'),
		endsAt: Date.parse('2026-01-16T22:30:00Z'),
	},
	createdDate: Date.parse('2026-01-15T09:15:00Z'),
	groupId: 'ORDER-1001',
	signature: 'required_recipient',
	deliveryInstructions: 'Please close the gate',
	orderValue: 30.98,
	locale: 'en-US',
	orderAttributes: { payment: 'Cash', parcels: 3, fragile: true, marks: ['a', 'b'] },
	proposedProviders: [{ name: 'UPS', services: [{ id: 'ground' }, { id: 'air' }] }],
});

const attribute = (name: string, type: string, value: string): INodeParameters => ({
	name,
	type,
	value,
});

const group = (values: INodeParameters): INodeParameters => ({ values });

/** The same shipment, filled into the panel. */
export function wholePanel(): INodeParameters {
	const { pickup, deliveryContact, deliveryAddress, itemList, ...order } = wholeShipment();
	const [watch, strap] = itemList;
	const parcel = order.package;
	return {
		operation: 'create',
		externalOrderId: order.orderExternalId,
		pickupFrom: 'address',
		pickupName: pickup.name,
		pickupContactName: pickup.contact.name,
		pickupContactPhone: pickup.contact.phone,
		pickupAddress1: pickup.address.street1,
		pickupCity: pickup.address.city,
		pickupProvinceCode: pickup.address.state,
		pickupPostalCode: pickup.address.postalCode,
		pickupCountryCode: pickup.address.countryCode,
		additionalPickupFields: {
			street2: pickup.address.street2,
			apartmentNumber: pickup.address.apartmentNumber,
			latitude: pickup.address.latitude,
			longitude: pickup.address.longitude,
			email: pickup.contact.email,
			locationExternalId: pickup.locationExternalId,
			brandExternalId: pickup.brandExternalId,
			pickupInstructions: pickup.pickupInstructions,
			providers: 'DoorDash, UPS',
			providerAttributes: {
				entries: [attribute('fleet', 'text', 'north'), attribute('stop', 'number', '7')],
			},
		},
		recipientName: deliveryContact.name,
		recipientPhone: deliveryContact.phone,
		address1: deliveryAddress.street1,
		address2: deliveryAddress.street2,
		city: deliveryAddress.city,
		provinceCode: deliveryAddress.state,
		postalCode: deliveryAddress.postalCode,
		countryCode: deliveryAddress.countryCode,
		lineItems: {
			item: [
				{
					sku: watch?.sku ?? '',
					quantity: 2,
					additionalFields: {
						upc: '012345678905',
						category: 'Watches',
						size: group({ length: 3, width: 2, height: 2.5, unit: 'in' }),
						weight: group({ value: 0.4, unit: 'lb' }),
						price: 10.5,
						salePrice: 9.99,
						image: 'https://shop.example/w.png',
						title: 'Watch',
						description: 'Steel watch',
						itemAttributes: {
							entries: [
								attribute('engraved', 'boolean', 'true'),
								attribute('initials', 'text', 'AL'),
							],
						},
						tags: 'gift, summer',
					},
				},
				{ sku: strap?.sku ?? '', quantity: 1 },
			],
		},
		package: {
			name: parcel.name,
			description: parcel.description,
			size: group(parcel.size),
			weight: group(parcel.weight),
			itemQuantity: parcel.itemQuantity,
			itemList: { entries: parcel.itemList },
			temperatureControl: parcel.temperatureControl,
			content: parcel.content,
			barcode: parcel.barcode,
		},
		additionalFields: {
			email: deliveryContact.email,
			userExternalId: deliveryContact.userExternalId,
			apartmentNumber: deliveryAddress.apartmentNumber,
			latitude: deliveryAddress.latitude,
			longitude: deliveryAddress.longitude,
			pickupStartsAt: '2026-01-16T14:00:00Z',
			pickupEndsAt: '2026-01-16T16:00:00.000Z',
			deliveryStartsAt: '2026-01-16T13:00:00-05:00',
			deliveryEndsAt: '2026-01-16T17:30:00-05:00',
			createdDate: '2026-01-15T10:15:00+01:00',
			groupId: order.groupId,
			signature: order.signature,
			deliveryInstructions: order.deliveryInstructions,
			orderValue: order.orderValue,
			locale: order.locale,
			orderAttributes: {
				entries: [
					attribute('payment', 'text', 'Cash'),
					attribute('parcels', 'number', '3'),
					attribute('fragile', 'boolean', 'true'),
					attribute('marks', 'list', 'a, b'),
				],
			},
			proposedProviders: { entries: [{ name: 'UPS', services: 'ground, air' }] },
		},
	};
}
