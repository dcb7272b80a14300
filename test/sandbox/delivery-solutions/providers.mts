import type { Package, ProposedProvider } from './shipment-types.mts';

/** Who carries a shipment, as answered. */
export interface Provider {
	id: string;
	name: string;
	displayName: string;
	serviceType: string;
	serviceId?: string;
}

/** 150 lb, the most that any provider of the sandbox carries. */
const HEAVIEST_KG = 68.04;
const KG_PER_LB = 0.45359237;

const UPS: Provider = { id: 'abc123', name: 'UPS', displayName: 'UPS', serviceType: 'Ground' };

/** A provider by its name. */
export function providerNamed(name: string): Provider {
	if (name === UPS.name) return { ...UPS };
	const id = name.toLowerCase().replace(/[^a-z0-9]+/g, '-');
	return { id, name, displayName: name, serviceId: 'delivery', serviceType: 'Delivery' };
}

/** Pounds of a package; one that is not described is light. */
export function poundsOf(parcel: Package | undefined): number {
	const weight = parcel?.weight;
	if (weight === undefined) return 1;
	return weight.unit === 'lb' ? weight.value : weight.value / KG_PER_LB;
}

/** What a provider is chosen by. */
export interface Wanted {
	providers: readonly string[];
	proposed: readonly ProposedProvider[] | undefined;
	parcel: Package | undefined;
}

/** The provider of a shipment, or why there is none. */
export function chooseProvider({
	providers,
	proposed,
	parcel,
}: Wanted): Provider | 'NO_PROVIDER_ASSIGNED' | 'NO_PROVIDER_MATCHED' {
	if (providers.length === 0) return 'NO_PROVIDER_ASSIGNED';
	if (poundsOf(parcel) * KG_PER_LB > HEAVIEST_KG) return 'NO_PROVIDER_MATCHED';
	const wanted = proposed?.map(({ name }) => name) ?? [];
	const [first] =
		wanted.length === 0 ? providers : wanted.filter((name) => providers.includes(name));
	return first === undefined ? 'NO_PROVIDER_MATCHED' : providerNamed(first);
}

/** The tracking number that a provider gives. */
export function trackingIdOf(provider: Provider, number: number): string {
	const digits = String(number).padStart(10, '0');
	return provider.name === UPS.name ? `1Z999AA1${digits.slice(-10)}` : digits;
}

/** Where the buyer sees the way of the shipment. */
export function trackingUrlOf(provider: Provider, trackingId: string): string {
	return provider.name === UPS.name
		? `https://www.ups.com/track?loc=en_US&tracknum=${trackingId}`
		: `https://tracking.example.com/${provider.id}/${trackingId}`;
}
