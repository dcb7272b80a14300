import type { WebhookControl } from '../shared/webhook-control.mts';
import type { Life } from './life.mts';
import type { StoredOrder } from './order-types.mts';
import { completeProduct, type Product, type ProductInput } from './products.mts';
import type { DeliverrSwitches } from './switches.mts';
import { FIXED_TOKENS } from './tokens.mts';
import type { World } from './world.mts';

export type { StoredOrder } from './order-types.mts';
export type { Product, ProductInput } from './products.mts';

/** The legacy Deliverr's part of the sandbox. The switches are read at every call. */
export interface DeliverrControl extends DeliverrSwitches {
	/** What goes into the credential's Base URL. */
	baseUrl: string;
	/**
	 * Tokens of the default account; `readOnly` answers 403 to changes, `ordersOnly` to everything about
	 * webhooks, `expired` 401 to all.
	 */
	tokens: {
		access: string;
		refresh: string;
		readOnly: string;
		ordersOnly: string;
		expired: string;
	};
	/** An account with products and orders of its own. */
	addAccount(): { accessToken: string; refreshToken: string };
	/** Every access token so far is refused; refresh tokens still work. */
	expireTokens(): void;
	/** How many requests the token endpoint has answered, refusals included. */
	tokenRequests(): number;
	/** Adds a product, or replaces the one with this id. */
	addProduct(product: ProductInput, token?: string): Product;
	/** In the order in which they were made. */
	orders(token?: string): StoredOrder[];
	order(idOrExternalId: string): StoredOrder | undefined;
	/** Changes fields; a status further on is reached through those before it. Then nothing more happens by itself. */
	setOrder(idOrExternalId: string, patch: Partial<StoredOrder>): StoredOrder;
	/** The webhooks and what is sent to them. */
	hooks: WebhookControl;
	/** Forgets everything but the fixed tokens. */
	reset(): void;
}

function setOrder(world: World, life: Life, id: string, patch: Partial<StoredOrder>): StoredOrder {
	const found = world.find(id);
	if (found === undefined) throw new Error(`There is no order ${id}.`);
	const { account, record } = found;
	life.hold(record);
	const { status } = patch;
	if (status === 'ERROR') life.fail(record);
	else if (status !== undefined) {
		record.failedAt = undefined;
		if (status === 'CANCELLED') life.cancel(account, record);
		else life.moveTo(account, record, status);
		if (record.failedAt !== undefined) throw new Error(`Order ${id} cannot become ${status}.`);
	}
	return Object.assign(record.order, patch);
}

/** Builds the control of a world. */
export function createControl(
	world: World,
	life: Life,
	{ hooks, clearHooks }: { hooks: WebhookControl; clearHooks: () => void },
): DeliverrControl {
	const methods = {
		baseUrl: '',
		tokens: { ...FIXED_TOKENS },
		addAccount() {
			const account = world.addAccount();
			return {
				accessToken: world.issueAccess(account, Infinity),
				refreshToken: world.issueRefresh(account),
			};
		},
		expireTokens: () => world.expireTokens(),
		tokenRequests: () => world.tokenRequests,
		addProduct(input: ProductInput, token?: string) {
			const product = completeProduct(input);
			world.accountOf(token).products.set(product.externalProductId, product);
			return product;
		},
		orders: (token?: string) => world.accountOf(token).records.map(({ order }) => order),
		order: (id: string) => world.find(id)?.record.order,
		setOrder: (id: string, patch: Partial<StoredOrder>) => setOrder(world, life, id, patch),
		hooks,
		reset() {
			life.clear();
			clearHooks();
			world.reset();
		},
	};
	return Object.assign(world.switches, methods);
}
