import type { Json, StoredShipment } from './shipment-types.mts';
import { USUAL_LIFE } from './statuses.mts';
import type { ShipmentRecord } from './store.mts';
import type { World } from './world.mts';

function timeOf(value: unknown, otherwise: number): number {
	const at = typeof value === 'string' ? Date.parse(value) : Number.NaN;
	return Number.isNaN(at) ? otherwise : at;
}

function text(value: unknown, otherwise: string): string {
	return typeof value === 'string' ? value : otherwise;
}

/**
 * Keeps a shipment as a test gives it, with keys and values that no create would make. What is
 * missing of the fields that every shipment has is filled in. It does not live by itself.
 */
export function addShipment(world: World, given: Json, clientId?: string): StoredShipment {
	const account = world.accountOf(clientId);
	const sequence = world.nextSequence();
	const createdMs = timeOf(given.createdAt, world.clock.now());
	const created = new Date(createdMs).toISOString();
	const id = text(given.id, world.newId(createdMs, sequence));
	const externalId = `SHIP-${String(sequence).padStart(5, '0')}`;
	const shipment: StoredShipment = {
		tenantId: account.tenantId,
		locationExternalId: '7709',
		deliveryAddress: { street1: '725 Albany Street', postalCode: '02118', countryCode: 'US' },
		deliveryContact: { name: 'Ada Lee', phone: '+1 617-555-0111' },
		createdAt: created,
		lastUpdatedAt: created,
		...given,
		id,
		orderExternalId: text(given.orderExternalId, externalId),
		status: text(given.status, 'ORDER_DISPATCHED'),
	};
	for (const key of [id, shipment.orderExternalId]) {
		if (account.store.find(key) !== undefined)
			throw new Error(`There is a shipment ${key} already.`);
	}
	const record: ShipmentRecord = {
		shipment,
		account,
		sequence,
		createdMs,
		updatedMs: timeOf(shipment.lastUpdatedAt, createdMs),
		history: [
			{
				at: createdMs,
				entry: { status: shipment.status, note: null, statusUser: 'Default_Business_Key' },
			},
		],
		origin: undefined,
		provider: undefined,
		life: USUAL_LIFE,
		step: 0,
		startedAt: createdMs,
	};
	account.store.add(record);
	return shipment;
}
