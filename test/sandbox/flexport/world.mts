import type { SandboxClock } from '../clock.mts';
import { IdempotencyStore } from '../shared/idempotency.mts';
import { counter, sortableId } from '../shared/ids.mts';
import { SCOPES, type Scope } from './enums.mts';
import type { StoredProduct } from './stock.mts';
import type { StoredOrder } from './stored-order.mts';
import { defaultSwitches, type FlexportSwitches } from './switches.mts';
import { FIXED_TOKENS } from './tokens.mts';
import type { FlexportEvent, StoredWebhook } from './webhook-types.mts';

/** Everything one merchant has. */
export interface Account {
	id: string;
	name: string;
	products: StoredProduct[];
	orders: StoredOrder[];
	ordersByExternalId: Map<string, StoredOrder>;
	webhooks: Map<number, StoredWebhook>;
	events: FlexportEvent[];
	idempotency: IdempotencyStore;
}

export interface TokenGrant {
	account: Account;
	scopes: ReadonlySet<Scope>;
	revoked: boolean;
}

export type EventListener = (account: Account, event: FlexportEvent) => void;

/** Of every sandbox in this process: an event id never comes again, not even after a reset. */
const nextEvent = counter(1);

const READ_SCOPES = SCOPES.filter((scope) => scope.startsWith('read_'));

function counters() {
	return {
		product: counter(1),
		order: counter(127_405_472),
		shipment: counter(88_210_001),
		package: counter(55_310_001),
		label: counter(44_120_001),
		webhook: counter(7001),
	};
}

/** The whole state of the imitated Flexport. All ids are looked up in constant time. */
export class World {
	readonly switches: FlexportSwitches = defaultSwitches();
	tokens = new Map<string, TokenGrant>();
	accounts: Account[] = [];
	accountsByName = new Map<string, Account>();
	/** Product ids are globally unique (Products API, logisticsSku); so are order ids. */
	productsBySku = new Map<string, StoredProduct>();
	ordersById = new Map<string, StoredOrder>();
	next = counters();
	private listeners: EventListener[] = [];

	constructor(readonly clock: SandboxClock) {
		this.reset();
	}

	/** Forgets everything but the fixed tokens. Ids begin anew, so that the same calls give the same. */
	reset(): void {
		this.next = counters();
		Object.assign(this.switches, defaultSwitches());
		this.tokens = new Map();
		this.accounts = [];
		this.accountsByName = new Map();
		this.productsBySku = new Map();
		this.ordersById = new Map();
		const account = this.addAccount('default');
		this.grant(FIXED_TOKENS.full, account, SCOPES);
		this.grant(FIXED_TOKENS.readOnly, account, READ_SCOPES);
		this.grant(FIXED_TOKENS.noScopes, account, []);
		this.grant(FIXED_TOKENS.revoked, account, SCOPES, true);
	}

	addAccount(name: string): Account {
		if (this.accountsByName.has(name)) throw new Error(`There is an account "${name}" already.`);
		const account: Account = {
			id: String(30_000 + this.accounts.length + 1),
			name,
			products: [],
			orders: [],
			ordersByExternalId: new Map(),
			webhooks: new Map(),
			events: [],
			idempotency: new IdempotencyStore(),
		};
		this.accounts.push(account);
		this.accountsByName.set(name, account);
		return account;
	}

	grant(token: string, account: Account, scopes: readonly Scope[], revoked = false): void {
		this.tokens.set(token, { account, scopes: new Set(scopes), revoked });
	}

	/** The account of a token; without a token, the default one. */
	accountOf(token?: string): Account {
		const found = this.tokens.get(token ?? FIXED_TOKENS.full)?.account;
		if (found === undefined) throw new Error('The sandbox knows no such token.');
		return found;
	}

	accountNamed(name: string): Account {
		const found = this.accountsByName.get(name);
		if (found === undefined) throw new Error(`The sandbox knows no account "${name}".`);
		return found;
	}

	onEvent(listener: EventListener): void {
		this.listeners.push(listener);
	}

	/** An event of now, told to nobody. */
	newEvent(type: string, payload: Record<string, unknown>): FlexportEvent {
		const id = sortableId(this.clock.now(), nextEvent());
		return { id, type, time: this.timestamp(), payload };
	}

	/** Something happened: it is kept for GetEvents and told to whoever sends webhooks. */
	emit(account: Account, type: string, payload: Record<string, unknown>): void {
		const event = this.newEvent(type, payload);
		account.events.push(event);
		for (const listener of this.listeners) listener(account, event);
	}

	/** The time as the API writes it. */
	timestamp(): string {
		return new Date(this.clock.now()).toISOString();
	}
}
