import type { Address, Contact, Pickup } from './shipment-types.mts';

/** Where shipments are fetched, and who fetches there. */
export interface Location {
	externalId: string;
	name: string;
	providers: readonly string[];
	address: Address;
	contact: Contact;
	pickupInstructions: string;
}

/** A provider of the usual locations that does not allow cancelling. */
export const NO_CANCEL_COURIER = 'No Cancel Courier';

const BOSTON: Address = {
	street1: '345 Harrison Avenue',
	street2: '',
	city: 'Boston',
	state: 'MA',
	postalCode: '02118',
	countryCode: 'US',
	latitude: 42.3452369,
	longitude: -71.0639399,
};

const usual: Omit<Location, 'externalId'> = {
	name: 'Store Boston',
	providers: ['UPS', NO_CANCEL_COURIER],
	address: BOSTON,
	contact: { name: 'Sam Porter', phone: '+1 617-555-0123' },
	pickupInstructions: 'Ring at the loading dock',
};

/** Where a shipment that cannot be delivered goes back to. */
export const RETURN_LOCATION: Location = {
	...usual,
	externalId: '301',
	name: 'Warehouse 301',
	address: {
		street1: '502 Park Avenue',
		street2: '',
		city: 'New York',
		state: 'NY',
		postalCode: '10022',
		countryCode: 'US',
	},
	contact: { name: 'Nora West', phone: '+1 201-555-0123' },
};

/** The locations that every sandbox has. */
export const LOCATIONS: readonly Location[] = [
	{ ...usual, externalId: '7709' },
	{
		...usual,
		externalId: '100983',
		name: 'Store Dallas',
		providers: ['DoorDash', 'UPS', NO_CANCEL_COURIER],
		address: {
			street1: '2100 Olive Street',
			street2: '',
			city: 'Dallas',
			state: 'TX',
			postalCode: '75219',
			countryCode: 'US',
		},
	},
	{
		...usual,
		externalId: 'NYClocation101',
		name: 'Store New York',
		providers: ['UPS', 'Point Pickup', NO_CANCEL_COURIER],
		address: {
			street1: '220 West 42nd Street',
			street2: '',
			city: 'New York',
			state: 'NY',
			postalCode: '10036',
			countryCode: 'US',
		},
	},
	RETURN_LOCATION,
	{ ...usual, externalId: 'no-providers', name: 'Store without providers', providers: [] },
];

/** A location of which only some is told. */
export function locationWith(
	externalId: string,
	details: Partial<Omit<Location, 'externalId'>>,
): Location {
	return { ...usual, ...details, externalId };
}

/** The location that a shipment brings along. Its providers are those it names, or UPS. */
export function adHocLocation(pickup: Pickup, number: number): Location {
	const named = (pickup.providers ?? [])
		.map(({ name }) => name)
		.filter((name) => name !== undefined);
	return {
		externalId: pickup.locationExternalId ?? `pickup-${number}`,
		name: pickup.name,
		providers: named.length > 0 ? named : ['UPS'],
		address: pickup.address,
		contact: pickup.contact,
		pickupInstructions: pickup.pickupInstructions ?? '',
	};
}
