import type { SandboxClock } from '../clock.mts';
import { counter, scrambled } from '../shared/ids.mts';
import { LOCATIONS, type Location } from './locations.mts';
import type { StoredShipment } from './shipment-types.mts';
import type { BeforePage } from './list-control.mts';
import { ShipmentStore, type ListedShipment, type ShipmentRecord } from './store.mts';
import { defaultSwitches, type DeliverySolutionsSwitches } from './switches.mts';
import type { Target } from './targets.mts';
import type { StatusChange } from './webhook-body.mts';

/** What a credential is made of. */
export interface Client {
	clientId: string;
	clientSecret: string;
}

/** The default account's, and one that the vendor has blocked. */
export const FIXED_CLIENTS = {
	usual: { clientId: 'sandbox-client', clientSecret: 'sandbox-client-secret' },
	blocked: { clientId: 'sandbox-blocked', clientSecret: 'sandbox-blocked-secret' },
} as const satisfies Record<string, Client>;

export interface Account extends Client {
	name: string;
	tenantId: string;
	blocked: boolean;
	store: ShipmentStore;
	/** How often each told failure has struck, by orderExternalId and operation. */
	failures: Map<string, number>;
	/** Webhooks that were set up in the portal. */
	targets: Map<string, Target>;
}

interface Grant {
	account: Account;
	/** Milliseconds on the sandbox's clock. */
	expiresAt: number;
}

/** Where and when ids are made; 24 hexadecimal digits, the first eight of which are the second. */
function objectId(at: number, sequence: number): string {
	const seconds = Math.max(0, Math.floor(at / 1000)) % 2 ** 32;
	return `${seconds.toString(16).padStart(8, '0')}b9f1d2c3a4${sequence.toString(16).padStart(6, '0')}`;
}

/** The whole state of the imitated Delivery Solutions. */
export class World {
	readonly switches: DeliverySolutionsSwitches = defaultSwitches();
	/** Of the sandbox, e.g. http://127.0.0.1:4010; known once it listens. */
	origin = '';
	accounts: Account[] = [];
	locations = new Map<string, Location>();
	tokenRequests = 0;
	nextSequence = counter(1);
	nextTarget = counter(1);
	/** Told of every status that a shipment comes to. */
	onStatus: (account: Account, shipment: StoredShipment, change: StatusChange) => void = () =>
		undefined;
	/** Told before each page of a list is looked up. */
	beforePage: BeforePage = () => undefined;
	/** What lists show in the place of a shipment; null shows nothing. */
	listedAs = new Map<ShipmentRecord, ListedShipment | null>();
	private nextToken = counter(1);
	private grants = new Map<string, Grant>();
	private clients = new Map<string, Account>();

	constructor(readonly clock: SandboxClock) {
		this.reset();
	}

	/** Forgets everything but the fixed clients. Ids begin anew; tokens do not, so that none comes back. */
	reset(): void {
		Object.assign(this.switches, defaultSwitches());
		this.accounts = [];
		this.clients = new Map();
		this.grants = new Map();
		this.tokenRequests = 0;
		this.nextSequence = counter(1);
		this.beforePage = () => undefined;
		this.listedAs = new Map();
		this.locations = new Map(LOCATIONS.map((location) => [location.externalId, location]));
		this.addAccount('default', FIXED_CLIENTS.usual);
		this.addAccount('blocked', FIXED_CLIENTS.blocked, true);
	}

	addAccount(name: string, client: Client, blocked = false): Account {
		const account: Account = {
			...client,
			name,
			tenantId: `sandbox-${name}`,
			blocked,
			store: new ShipmentStore(),
			failures: new Map(),
			targets: new Map(),
		};
		this.accounts.push(account);
		this.clients.set(client.clientId, account);
		return account;
	}

	clientNamed(clientId: string): Account | undefined {
		return this.clients.get(clientId);
	}

	/** The account of a client; without one, the default account. */
	accountOf(clientId: string = FIXED_CLIENTS.usual.clientId): Account {
		const account = this.clients.get(clientId);
		if (account === undefined) throw new Error(`The sandbox knows no client "${clientId}".`);
		return account;
	}

	issueToken(account: Account): string {
		const number = this.nextToken();
		const token = `sandbox.${scrambled(number)}.${scrambled(number * 7919)}`;
		const expiresAt = this.clock.now() + this.switches.tokenSeconds * 1000;
		this.grants.set(token, { account, expiresAt });
		return token;
	}

	/** The account of a token that counts. */
	accountOfToken(token: string): Account | undefined {
		const grant = this.grants.get(token);
		return grant !== undefined && grant.expiresAt > this.clock.now() ? grant.account : undefined;
	}

	expireTokens(): void {
		this.grants.clear();
	}

	newId(at: number, sequence: number): string {
		return objectId(at, sequence);
	}

	/** Finds a shipment in one account, or in whichever has it. */
	find(id: string, clientId?: string): { account: Account; record: ShipmentRecord } | undefined {
		const accounts = clientId === undefined ? this.accounts : [this.accountOf(clientId)];
		for (const account of accounts) {
			const record = account.store.find(id);
			if (record !== undefined) return { account, record };
		}
		return undefined;
	}
}
