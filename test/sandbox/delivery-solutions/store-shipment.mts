import { composeShipment } from './compose.mts';
import type { Location } from './locations.mts';
import type { Provider } from './providers.mts';
import type { CreateShipmentBody } from './shipment-types.mts';
import { USUAL_LIFE } from './statuses.mts';
import type { ShipmentRecord } from './store.mts';
import { lifeTrick } from './tricks.mts';
import type { Account, World } from './world.mts';

/** Makes and keeps the shipment that a checked body asks for. It has no status yet. */
export function storeShipment(
	world: World,
	account: Account,
	body: CreateShipmentBody,
	parts: { location: Location; provider: Provider; sequence: number; at: number },
): ShipmentRecord {
	const { provider, location, sequence, at } = parts;
	const record: ShipmentRecord = {
		shipment: composeShipment(world, account, body, { location, sequence, at }),
		account,
		sequence,
		createdMs: at,
		updatedMs: at,
		history: [],
		origin: body.pickup === undefined ? undefined : location,
		provider,
		life: lifeTrick(body.orderAttributes) ?? USUAL_LIFE,
		step: 0,
		startedAt: at,
	};
	account.store.add(record);
	return record;
}
