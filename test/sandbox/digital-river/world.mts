import { randomUUID } from 'node:crypto';
import type { SandboxClock } from '../clock.mts';
import { counter, scrambled } from '../shared/ids.mts';
import type { Json } from '../shared/json.mts';
import type { CancellationRecord } from './cancellation-types.mts';
import { CursorList } from './cursor-list.mts';
import { instant } from './java-time.mts';
import { FIXED_KEYS } from './keys.mts';
import type { OrderRecord } from './order-types.mts';
import type { Inventory } from './stock.mts';
import { defaultSwitches, type DigitalRiverSwitches } from './switches.mts';
import type { DigitalRiverEvent, WebhookRecord } from './webhook-types.mts';

/** Everything one client of Digital River has. */
export interface Account {
	name: string;
	orders: CursorList<OrderRecord>;
	cancellations: CursorList<CancellationRecord>;
	inventory: Inventory;
	webhooks: Map<string, WebhookRecord>;
}

/** What a key allows. */
export interface Grant {
	account: Account;
	canWrite: boolean;
	revoked: boolean;
}

function counters() {
	return {
		order: counter(9_300_000_001),
		line: counter(449_900_001),
		cancellation: counter(5_823_600_001),
		shipment: counter(29_016_544_001),
		shipmentItem: counter(8_760_948_001),
		sequence: counter(1),
		account: counter(1),
	};
}

/** The whole state of the imitated Digital River. */
export class World {
	readonly switches: DigitalRiverSwitches = defaultSwitches();
	accounts: Account[] = [];
	next = counters();
	/** The DigitalRiver-Version header that was seen last. */
	lastVersion: string | undefined;
	/** Told of everything that happens. */
	onEvent: (account: Account, event: DigitalRiverEvent) => void = () => undefined;
	private keys = new Map<string, Grant>();

	constructor(readonly clock: SandboxClock) {
		this.reset();
	}

	/** Forgets everything but the fixed keys. Ids begin anew, so that the same calls give the same. */
	reset(): void {
		Object.assign(this.switches, defaultSwitches());
		this.next = counters();
		this.lastVersion = undefined;
		this.accounts = [];
		this.keys = new Map();
		const account = this.addAccount('default');
		this.keys.set(FIXED_KEYS.secret, { account, canWrite: true, revoked: false });
		this.keys.set(FIXED_KEYS.restricted, { account, canWrite: false, revoked: false });
		this.keys.set(FIXED_KEYS.revoked, { account, canWrite: true, revoked: true });
	}

	/** An account with a key of its own. */
	addAccountWithKey(): string {
		const number = this.next.account();
		const key = `sk_test_sandbox_${scrambled(number)}`;
		this.keys.set(key, {
			account: this.addAccount(`account-${number}`),
			canWrite: true,
			revoked: false,
		});
		return key;
	}

	grantOf(key: string): Grant | undefined {
		return this.keys.get(key);
	}

	/** The account of a key; without one, the default account. */
	accountOf(key: string = FIXED_KEYS.secret): Account {
		const account = this.keys.get(key)?.account;
		if (account === undefined) throw new Error('The sandbox knows no such API key.');
		return account;
	}

	/** An id that no order of an account has; a test may have chosen some itself. */
	newOrderId(account: Account): number {
		const id = this.next.order();
		return account.orders.find(String(id)) === undefined ? id : this.newOrderId(account);
	}

	/** Finds an order by its id or its upstreamId, in whichever account has it. */
	find(id: string): { account: Account; record: OrderRecord } | undefined {
		for (const account of this.accounts) {
			const record =
				account.orders.find(id) ?? account.orders.all.find(({ order }) => order.upstreamId === id);
			if (record !== undefined) return { account, record };
		}
		return undefined;
	}

	/** An event of now, told to nobody. */
	newEvent(type: string, object: Json, previousAttributes: Json = {}): DigitalRiverEvent {
		const createdTime = this.timestamp();
		return { id: randomUUID(), type, createdTime, object, previousAttributes, envelope: {} };
	}

	/** Something happened. */
	emit(account: Account, type: string, object: Json, previousAttributes?: Json): void {
		this.onEvent(account, this.newEvent(type, object, previousAttributes));
	}

	/** The time as the API writes it. */
	timestamp(): string {
		return instant(this.clock.now());
	}

	private addAccount(name: string): Account {
		const account: Account = {
			name,
			orders: new CursorList(),
			cancellations: new CursorList(),
			inventory: new Map(),
			webhooks: new Map(),
		};
		this.accounts.push(account);
		return account;
	}
}
