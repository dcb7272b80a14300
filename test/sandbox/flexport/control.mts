import { counter, scrambled } from '../shared/ids.mts';
import type { WebhookControl } from '../shared/webhook-control.mts';
import { SCOPES, type InternalStatus, type Pool, type Scope } from './enums.mts';
import { isErrorType, type ErrorType } from './error-types.mts';
import { orderError } from './failures.mts';
import { Life } from './life.mts';
import type { Product } from './product-types.mts';
import { storeProduct, type ProductInput } from './products.mts';
import { completeLevels, type PoolInput } from './stock.mts';
import type { StoredOrder } from './stored-order.mts';
import type { FlexportSwitches } from './switches.mts';
import { FIXED_TOKENS } from './tokens.mts';
import type { FlexportEvent } from './webhook-types.mts';
import type { World } from './world.mts';

export type { ProductInput } from './products.mts';
export type { PoolInput } from './stock.mts';
export type { StoredOrder } from './stored-order.mts';
export type { Product } from './product-types.mts';
export type { StoredWebhook } from './webhook-types.mts';

/** A state to put an order in. The order then stays there: nothing more happens by itself. */
export interface OrderPatch {
	/** SHIPPED and DELIVERED go through the stages before them. */
	internalStatus?: InternalStatus;
	/** Of an order that is CREATED: with a shipment, or with a shipment at the warehouse. */
	shipment?: 'CREATED' | 'WAREHOUSE';
	/** For internalStatus ERROR; default UNKNOWN. */
	error?: { type: ErrorType; retriable?: boolean; message?: string };
	/** Fields to set as they are. */
	fields?: Partial<Pick<StoredOrder, 'cost' | 'shipments' | 'state' | 'source' | 'address'>>;
}

/** Flexport's part of the sandbox. The switches are read at every call. */
export interface FlexportControl extends FlexportSwitches {
	/** What goes into the credential's Base URL. */
	baseUrl: string;
	/** Tokens of the default account. */
	tokens: { full: string; readOnly: string; noScopes: string; revoked: string };
	/** An account of its own: products, orders, webhooks. Default: all scopes. */
	addAccount(options?: { scopes?: readonly string[]; name?: string }): { token: string };
	addProduct(product: ProductInput, token?: string): Product;
	/** Many at once. Names and SKUs are made up unless told. */
	addProducts(
		count: number,
		make?: (index: number) => Partial<ProductInput>,
		token?: string,
	): Product[];
	/** Changes levels of a pool; what is left out stays. Sends Inventory.Adjusted. */
	setInventory(logisticsSku: string, pool: Pool, levels: Partial<PoolInput>): void;
	/** Everything created, in order of creation. */
	orders(token?: string): StoredOrder[];
	order(idOrExternalId: string): StoredOrder | undefined;
	setOrder(id: string, patch: OrderPatch): StoredOrder;
	products(token?: string): Product[];
	events(token?: string): FlexportEvent[];
	/** The webhooks and what is sent to them. */
	hooks: WebhookControl;
	/** Forgets everything but the fixed tokens. */
	reset(): void;
}

const STAGE_OF: Partial<Record<InternalStatus, number>> = { SHIPPED: 3, DELIVERED: 4 };

function isScope(text: string): text is Scope {
	return SCOPES.some((scope) => scope === text);
}

function applyPatch(life: Life, order: StoredOrder, patch: OrderPatch): void {
	life.hold(order);
	if (patch.shipment !== undefined) life.moveTo(order, patch.shipment === 'CREATED' ? 1 : 2);
	const { internalStatus, error } = patch;
	if (internalStatus === 'ERROR' || error !== undefined) {
		const { type, ...changes } = error ?? { type: 'UNKNOWN' };
		if (!isErrorType(type)) throw new Error(`"${type}" is not an error type.`);
		life.fail(order, orderError(type, changes));
	} else if (internalStatus === 'CANCELLED') life.cancel(order);
	else if (internalStatus !== undefined) {
		life.moveTo(order, STAGE_OF[internalStatus] ?? 0);
		if (order.state.internalStatus !== internalStatus) {
			throw new Error(
				`Order ${order.id} is ${order.state.internalStatus} and cannot become ${internalStatus}.`,
			);
		}
	}
	Object.assign(order, patch.fields);
}

function setInventory(
	world: World,
	logisticsSku: string,
	pool: Pool,
	levels: Partial<PoolInput>,
): void {
	const stored = world.productsBySku.get(logisticsSku);
	if (stored === undefined) throw new Error(`There is no product ${logisticsSku}.`);
	const before = stored.pools.get(pool);
	const { warehouses, available, ...kept } = before ?? completeLevels({ onHand: 0 });
	// Where the units lie follows from the new levels, unless it is told.
	const keepsUnits = levels.onHand === undefined && levels.available === undefined;
	const after = completeLevels({
		...kept,
		...(keepsUnits ? { available, warehouses } : {}),
		...levels,
	});
	stored.pools.set(pool, after);
	stored.product.dimsLocked = true;
	const changes = [
		{ state: 'AVAILABLE', delta: after.available - (before?.available ?? 0) },
		{ state: 'UNAVAILABLE', delta: after.unavailable - (before?.unavailable ?? 0) },
	].filter(({ delta }) => delta !== 0);
	if (changes.length === 0) return;
	world.emit(world.accountNamed(stored.account), 'Inventory.Adjusted', {
		adjustmentId: `adjustment-${world.timestamp()}-${logisticsSku}`,
		reason: 'ADJUSTMENT',
		adjustments: [{ logisticsSKU: logisticsSku, changes }],
	});
}

/** Builds the control of a world. */
export function createControl(
	world: World,
	life: Life,
	{ hooks, clearHooks }: { hooks: WebhookControl; clearHooks: () => void },
): FlexportControl {
	const nextAccount = counter(1);
	const byExternalId = (id: string) =>
		world.accounts.map((account) => account.ordersByExternalId.get(id)).find(Boolean);
	const methods = {
		baseUrl: '',
		tokens: { ...FIXED_TOKENS },
		addAccount(options: { scopes?: readonly string[]; name?: string } = {}) {
			const number = nextAccount();
			const account = world.addAccount(options.name ?? `account-${number}`);
			const token = `shltm_sandbox-account-${scrambled(number).padStart(24, '0')}`;
			const scopes = options.scopes ?? SCOPES;
			const unknown = scopes.find((scope) => !isScope(scope));
			if (unknown !== undefined) throw new Error(`"${unknown}" is not a scope.`);
			world.grant(token, account, scopes.filter(isScope));
			return { token };
		},
		addProduct: (product: ProductInput, token?: string) =>
			storeProduct(world, world.accountOf(token), product).product,
		addProducts(
			count: number,
			make: (index: number) => Partial<ProductInput> = () => ({}),
			token?: string,
		) {
			const account = world.accountOf(token);
			return Array.from({ length: count }, (_, index) => {
				const number = String(index + 1).padStart(5, '0');
				const usual = { name: `Product ${number}`, merchantSku: `SKU-${number}` };
				return storeProduct(world, account, { ...usual, ...make(index) }).product;
			});
		},
		setInventory: (logisticsSku: string, pool: Pool, levels: Partial<PoolInput>) =>
			setInventory(world, logisticsSku, pool, levels),
		orders: (token?: string) => [...world.accountOf(token).orders],
		order: (id: string) => world.ordersById.get(id) ?? byExternalId(id),
		setOrder(id: string, patch: OrderPatch) {
			const order = world.ordersById.get(id) ?? byExternalId(id);
			if (order === undefined) throw new Error(`There is no order ${id}.`);
			applyPatch(life, order, patch);
			return order;
		},
		products: (token?: string) => world.accountOf(token).products.map(({ product }) => product),
		events: (token?: string) => [...world.accountOf(token).events],
		hooks,
		reset() {
			life.clear();
			clearHooks();
			world.reset();
		},
	};
	return Object.assign(world.switches, methods);
}
