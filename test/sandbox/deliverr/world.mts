import { randomUUID } from 'node:crypto';
import type { SandboxClock } from '../clock.mts';
import { IdempotencyStore } from '../shared/idempotency.mts';
import { counter, scrambled } from '../shared/ids.mts';
import type { Json } from '../shared/json.mts';
import type { OrderRecord } from './order-types.mts';
import type { Products } from './products.mts';
import { defaultSwitches, type DeliverrSwitches } from './switches.mts';
import { FIXED_TOKENS } from './tokens.mts';
import type { DeliverrEvent, StoredWebhook } from './webhook-types.mts';

/** Everything one merchant has. */
export interface Account {
	name: string;
	products: Products;
	records: OrderRecord[];
	byExternalId: Map<string, OrderRecord>;
	/** When an externalOrderId was first sent, and when it was last refused; on the clock. */
	firstSent: Map<string, number>;
	refusedAt: Map<string, number>;
	/** How often a trick has struck, by externalOrderId. */
	struck: Map<string, number>;
	idempotency: IdempotencyStore;
	webhooks: Map<string, StoredWebhook>;
}

/** What a token may be for (Deliverr API reference, OAuth); of those, the ones that calls here need. */
export type Scope = 'api/orders' | 'api/webhooks';

const SCOPES: ReadonlySet<Scope> = new Set(['api/orders', 'api/webhooks']);

/** What an access token allows. */
export interface Grant {
	account: Account;
	scopes: ReadonlySet<Scope>;
	canWrite: boolean;
	/** Milliseconds on the sandbox's clock. */
	expiresAt: number;
}

/** The whole state of the imitated Deliverr. */
export class World {
	readonly switches: DeliverrSwitches = defaultSwitches();
	accounts: Account[] = [];
	byId = new Map<string, { account: Account; record: OrderRecord }>();
	tokenRequests = 0;
	nextOrder = counter(48_120_001);
	nextTracking = counter(1);
	nextWebhook = counter(1);
	/** Told of everything that happens. */
	onEvent: (account: Account, event: DeliverrEvent) => void = () => undefined;
	private nextToken = counter(1);
	private access = new Map<string, Grant>();
	private refresh = new Map<string, Account>();

	constructor(readonly clock: SandboxClock) {
		this.reset();
	}

	/** Forgets everything but the fixed tokens. Ids begin anew; tokens do not, so that none comes back. */
	reset(): void {
		Object.assign(this.switches, defaultSwitches());
		this.accounts = [];
		this.byId = new Map();
		this.tokenRequests = 0;
		this.nextOrder = counter(48_120_001);
		this.nextTracking = counter(1);
		this.nextWebhook = counter(1);
		this.access = new Map();
		this.refresh = new Map();
		const account = this.addAccount('default');
		const grant: Grant = { account, scopes: SCOPES, canWrite: true, expiresAt: Infinity };
		this.access.set(FIXED_TOKENS.access, { ...grant });
		this.access.set(FIXED_TOKENS.readOnly, { ...grant, canWrite: false });
		this.access.set(FIXED_TOKENS.ordersOnly, { ...grant, scopes: new Set<Scope>(['api/orders']) });
		this.refresh.set(FIXED_TOKENS.refresh, account);
	}

	addAccount(name = `account-${this.accounts.length}`): Account {
		const account: Account = {
			name,
			products: new Map(),
			records: [],
			byExternalId: new Map(),
			firstSent: new Map(),
			refusedAt: new Map(),
			struck: new Map(),
			idempotency: new IdempotencyStore(),
			webhooks: new Map(),
		};
		this.accounts.push(account);
		return account;
	}

	/** The default account, or that of an access token, whether it still counts or not. */
	accountOf(token: string = FIXED_TOKENS.access): Account {
		const found =
			token === FIXED_TOKENS.access ? this.accounts[0] : this.access.get(token)?.account;
		if (found === undefined) throw new Error('The sandbox knows no such access token.');
		return found;
	}

	issueAccess(account: Account, expiresAt: number): string {
		const token = `deliverr-access-${scrambled(this.nextToken())}`;
		this.access.set(token, { account, scopes: SCOPES, canWrite: true, expiresAt });
		return token;
	}

	issueRefresh(account: Account): string {
		const token = `deliverr-refresh-${scrambled(this.nextToken())}`;
		this.refresh.set(token, account);
		return token;
	}

	endRefresh(token: string): void {
		this.refresh.delete(token);
	}

	/** Whom a refresh token belongs to. */
	accountOfRefresh(token: string): Account | undefined {
		return this.refresh.get(token);
	}

	/** What a token allows, if it counts. */
	grantOf(token: string): Grant | undefined {
		const grant = this.access.get(token);
		return grant !== undefined && grant.expiresAt > this.clock.now() ? grant : undefined;
	}

	/** Every access token so far is refused from now on. */
	expireTokens(): void {
		for (const grant of this.access.values()) grant.expiresAt = -Infinity;
	}

	store(account: Account, record: OrderRecord): void {
		const { orderId, externalOrderId } = record.order;
		account.records.push(record);
		account.byExternalId.set(externalOrderId, record);
		this.byId.set(orderId, { account, record });
	}

	/** Finds an order by either id, in whichever account has it. */
	find(id: string): { account: Account; record: OrderRecord } | undefined {
		const known = this.byId.get(id);
		if (known !== undefined) return known;
		for (const account of this.accounts) {
			const record = account.byExternalId.get(id);
			if (record !== undefined) return { account, record };
		}
		return undefined;
	}

	/** An event of now, told to nobody. */
	newEvent(type: string, payload: Json): DeliverrEvent {
		return { eventTime: this.timestamp(), eventId: randomUUID(), type, ...payload };
	}

	/** Something happened. */
	emit(account: Account, event: DeliverrEvent): void {
		this.onEvent(account, event);
	}

	/** The time as the API writes it. */
	timestamp(): string {
		return new Date(this.clock.now()).toISOString();
	}
}
