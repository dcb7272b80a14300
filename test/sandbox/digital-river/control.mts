import type { Json } from '../shared/json.mts';
import type { WebhookControl } from '../shared/webhook-control.mts';
import { addOrder } from './add-order.mts';
import type { StoredCancellation } from './cancellation-types.mts';
import { FIXED_KEYS } from './keys.mts';
import type { Life } from './life.mts';
import type { StoredOrder } from './order-types.mts';
import type { InventoryItem } from './stock.mts';
import type { DigitalRiverSwitches } from './switches.mts';
import { newSecret } from './webhooks.mts';
import type { World } from './world.mts';

export type { StoredCancellation } from './cancellation-types.mts';
export type { StoredOrder } from './order-types.mts';

/** The webhooks, and what of them only the Dashboard shows. */
export interface DigitalRiverHooks extends WebhookControl {
	/** The secret that signs the deliveries of a webhook. */
	secretOf(webhookId: string): string;
	/** Gives a webhook a new secret, which signs from now on. */
	rotateSecret(webhookId: string): string;
}

/** Digital River's part of the sandbox. The switches are read at every call. */
export interface DigitalRiverControl extends DigitalRiverSwitches {
	/** What goes into the credential's Base URL. */
	baseUrl: string;
	/** Keys of the default account; `restricted` answers 403 to writes, `revoked` 401 to all. */
	keys: { secret: string; restricted: string; revoked: string };
	/** An account with orders of its own. */
	addAccount(): { apiKey: string };
	/** Keeps an order as it is given; only what every order must have is filled in. */
	addOrder(order: Json, key?: string): StoredOrder;
	addOrders(count: number, make?: (index: number) => Json, key?: string): StoredOrder[];
	/** What is in stock (default: a million) and whether more can be ordered than that (default: yes). */
	addInventoryItem(id: string, item?: Partial<InventoryItem>, key?: string): void;
	/** In the order in which they were made. */
	orders(key?: string): StoredOrder[];
	order(idOrUpstreamId: string | number): StoredOrder | undefined;
	/** Changes fields; a state also moves the counters of the lines. Then nothing more happens by itself. */
	setOrder(idOrUpstreamId: string | number, patch: Json): StoredOrder;
	/** In the order in which they were made. */
	cancellations(key?: string): StoredCancellation[];
	/** The webhooks and what is sent to them. */
	hooks: DigitalRiverHooks;
	/** The DigitalRiver-Version header that was seen last. */
	lastVersion(): string | undefined;
	/** Forgets everything but the fixed keys. */
	reset(): void;
}

const PLENTY = 1_000_000;

function setOrder(world: World, life: Life, id: string, patch: Json): StoredOrder {
	const found = world.find(id);
	if (found === undefined) throw new Error(`There is no order ${id}.`);
	const { account, record } = found;
	life.hold(record);
	if (typeof patch.state === 'string') life.moveTo(account, record, patch.state);
	return Object.assign(record.order, patch);
}

function withSecrets(world: World, hooks: WebhookControl): DigitalRiverHooks {
	const recordOf = (id: string) => {
		const record = world.accounts.map(({ webhooks }) => webhooks.get(id)).find(Boolean);
		if (record === undefined) throw new Error(`There is no webhook ${id}.`);
		return record;
	};
	return {
		...hooks,
		secretOf: (id) => recordOf(id).secret,
		rotateSecret(id) {
			const secret = newSecret();
			recordOf(id).secret = secret;
			return secret;
		},
	};
}

/** Builds the control of a world. */
export function createControl(
	world: World,
	life: Life,
	{ hooks, clearHooks }: { hooks: WebhookControl; clearHooks: () => void },
): DigitalRiverControl {
	const methods = {
		baseUrl: '',
		keys: { ...FIXED_KEYS },
		addAccount: () => ({ apiKey: world.addAccountWithKey() }),
		addOrder: (order: Json, key?: string) => addOrder(world, order, key),
		addOrders: (count: number, make: (index: number) => Json = () => ({}), key?: string) =>
			Array.from({ length: count }, (_, index) => addOrder(world, make(index), key)),
		addInventoryItem(id: string, item: Partial<InventoryItem> = {}, key?: string) {
			const { available = PLENTY, backorder = true } = item;
			world.accountOf(key).inventory.set(id, { available, backorder });
		},
		orders: (key?: string) => world.accountOf(key).orders.all.map(({ order }) => order),
		order: (id: string | number) => world.find(String(id))?.record.order,
		setOrder: (id: string | number, patch: Json) => setOrder(world, life, String(id), patch),
		cancellations: (key?: string) =>
			world.accountOf(key).cancellations.all.map(({ cancellation }) => cancellation),
		hooks: withSecrets(world, hooks),
		lastVersion: () => world.lastVersion,
		reset() {
			life.clear();
			clearHooks();
			world.reset();
		},
	};
	return Object.assign(world.switches, methods);
}
