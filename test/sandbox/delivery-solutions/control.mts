import { counter } from '../shared/ids.mts';
import { addShipment } from './add-shipment.mts';
import type { Life } from './life.mts';
import { listControl, type ListControl } from './list-control.mts';
import { locationWith, type Location } from './locations.mts';
import type { DeliverySolutionsHooks } from './portal.mts';
import type { Json, StoredShipment } from './shipment-types.mts';
import type { DeliverySolutionsSwitches } from './switches.mts';
import { FIXED_CLIENTS, type Client, type World } from './world.mts';

export type { Client } from './world.mts';
export type { Target, TargetAuth, TargetInput } from './targets.mts';
export type { StoredShipment } from './shipment-types.mts';

/** Delivery Solutions' part of the sandbox. The switches are read at every call. */
export interface DeliverySolutionsControl extends DeliverySolutionsSwitches, ListControl {
	/** What goes into the credential's Base URL. */
	baseUrl: string;
	/** What goes into the credential's Token URL. */
	tokenUrl: string;
	/** The default account's. */
	client: Client;
	/** Answered 403 at the token endpoint. */
	blockedClient: Client;
	/** An account with shipments of its own. */
	addAccount(options?: { name?: string }): Client;
	/** Every token issued so far is refused from now on. */
	expireTokens(): void;
	/** How many requests the token endpoint has answered, refusals included. */
	tokenRequests(): number;
	/** Keeps a shipment as it is given; only what every shipment must have is filled in. */
	addShipment(shipment: Json, clientId?: string): StoredShipment;
	addShipments(count: number, make?: (index: number) => Json, clientId?: string): StoredShipment[];
	/** In the order in which they were made. */
	shipments(clientId?: string): StoredShipment[];
	shipment(idOrExternalId: string, clientId?: string): StoredShipment | undefined;
	/** Changes fields; a status also goes into the history. Nothing more happens by itself. */
	setShipment(idOrExternalId: string, patch: Json): void;
	/** Replaces the history; the entries are answered word for word. */
	setHistory(idOrExternalId: string, entries: Json[]): void;
	addLocation(externalId: string, details?: Partial<Omit<Location, 'externalId'>>): void;
	/** The webhooks, the portal where they are set up, and what is sent to them. */
	hooks: DeliverySolutionsHooks;
	/** Forgets everything but the fixed clients. */
	reset(): void;
}

/** Builds the control of a world. */
export function createControl(
	world: World,
	life: Life,
	{ hooks, clearHooks }: { hooks: DeliverySolutionsHooks; clearHooks: () => void },
): DeliverySolutionsControl {
	const nextAccount = counter(1);
	const found = (id: string) => {
		const shipment = world.find(id);
		if (shipment === undefined) throw new Error(`There is no shipment ${id}.`);
		return shipment;
	};
	const methods = {
		baseUrl: '',
		tokenUrl: '',
		client: { ...FIXED_CLIENTS.usual },
		blockedClient: { ...FIXED_CLIENTS.blocked },
		addAccount(options: { name?: string } = {}) {
			const name = options.name ?? `account-${nextAccount()}`;
			const client = { clientId: `sandbox-${name}`, clientSecret: `secret-of-${name}` };
			if (world.clientNamed(client.clientId) !== undefined) {
				throw new Error(`There is an account "${name}" already.`);
			}
			world.addAccount(name, client);
			return client;
		},
		expireTokens: () => world.expireTokens(),
		tokenRequests: () => world.tokenRequests,
		addShipment: (shipment: Json, clientId?: string) => addShipment(world, shipment, clientId),
		addShipments: (count: number, make: (index: number) => Json = () => ({}), clientId?: string) =>
			Array.from({ length: count }, (_, index) => addShipment(world, make(index), clientId)),
		shipments: (clientId?: string) =>
			world.accountOf(clientId).store.records.map(({ shipment }) => shipment),
		shipment: (id: string, clientId?: string) => world.find(id, clientId)?.record.shipment,
		setShipment(id: string, patch: Json) {
			const { account, record } = found(id);
			life.hold(record);
			life.touch(record);
			account.store.patch(record, patch);
			if (typeof patch.status === 'string') life.note(record, patch.status, world.clock.now());
		},
		setHistory(id: string, entries: Json[]) {
			found(id).record.history = entries.map((entry) => ({ entry }));
		},
		addLocation(externalId: string, details: Partial<Omit<Location, 'externalId'>> = {}) {
			world.locations.set(externalId, locationWith(externalId, details));
		},
		...listControl(world),
		hooks,
		reset() {
			life.clear();
			clearHooks();
			world.reset();
		},
	};
	return Object.assign(world.switches, methods);
}
