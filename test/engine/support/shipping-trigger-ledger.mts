import type { IDataObject } from 'n8n-workflow';

/** A shipment as a list showed it at some time. */
interface Version {
	status: string;
	/** Unix milliseconds of the API's clock. */
	at: number;
}

interface Account {
	versions: Version[];
	/** When lists last began to show something else of it, on the ledger's own count. */
	disturbedAt: number;
	/** False while lists show an older version, or nothing. */
	isFresh: boolean;
	/** Which version was told last; that of the first poll counts as told. */
	told: number;
}

/**
 * Keeps the books of what lists showed and what a trigger told, and finds what does not add up. It
 * knows nothing of how the trigger works, only what it owes:
 *
 * - each thing told was so, is told once, and names the state that was told before it;
 * - no state is told twice in a row, and none out of its order;
 * - a state that stood still throughout a poll that succeeded has been told when that poll is over.
 *
 * So a state that lasted for less than a poll may be passed over, and nothing else.
 */
export class Ledger {
	readonly findings: string[] = [];
	/** `states` leaves out those that were remembered. */
	readonly counts = { updates: 0, states: 0, told: 0, polls: 0 };
	private readonly accounts = new Map<string, Account>();
	private readonly changeIds = new Set<unknown>();
	private moment = 0;
	private begunAt = 0;

	/** Lists show a shipment in a state from now on. */
	shows(id: string, status: string, at: number): void {
		const account = this.disturb(id, true);
		this.counts.updates += 1;
		if (account.versions.at(-1)?.status !== status) this.counts.states += 1;
		account.versions.push({ status, at });
	}

	/** Lists show an older version of a shipment, or nothing; or the latest again. */
	lags(id: string, isLagging: boolean): void {
		this.disturb(id, !isLagging);
	}

	/** What there is counts as told: the first poll only remembers. */
	remembered(): void {
		this.counts.states = 0;
		for (const account of this.accounts.values()) account.told = account.versions.length - 1;
	}

	pollBegins(): void {
		this.begunAt = this.moment;
	}

	/** A poll has succeeded. */
	pollEnds(items: readonly IDataObject[]): void {
		this.counts.polls += 1;
		this.tells(items);
		for (const [id, account] of this.accounts) {
			const { versions, told, disturbedAt, isFresh } = account;
			if (!isFresh || disturbedAt > this.begunAt) continue;
			const stands = versions.at(-1)?.status;
			if (versions[told]?.status === stands) continue;
			this.findings.push(`Poll ${this.counts.polls} did not tell that ${id} is ${stands}`);
		}
	}

	/** Items reached the workflow. */
	tells(items: readonly IDataObject[]): void {
		for (const item of items) this.tellsOne(item);
	}

	private tellsOne({ changeId, id, ...item }: IDataObject): void {
		this.counts.told += 1;
		const { providerStatus: status, previousProviderStatus: before, changedAt } = item;
		const account = this.accounts.get(String(id));
		const name = `${String(id)} ${String(before)} > ${String(status)} at ${String(changedAt)}`;
		if (this.changeIds.has(changeId)) this.findings.push(`${name} was told twice`);
		this.changeIds.add(changeId);
		const at = Date.parse(String(changedAt));
		const version =
			account?.versions.findIndex((one) => one.status === status && one.at === at) ?? -1;
		if (account === undefined || version < 0) {
			this.findings.push(`${name} never was`);
			return;
		}
		const last = account.versions[account.told];
		if (version <= account.told) this.findings.push(`${name} was told too late`);
		if (last?.status === status) this.findings.push(`${name} was known`);
		if ((last?.status ?? null) !== before) {
			this.findings.push(`${name} comes after ${String(last?.status)}`);
		}
		account.told = version;
	}

	private disturb(id: string, isFresh: boolean): Account {
		this.moment += 1;
		const account = this.accounts.get(id) ?? {
			versions: [],
			disturbedAt: 0,
			isFresh: true,
			told: -1,
		};
		account.disturbedAt = this.moment;
		account.isFresh = isFresh;
		this.accounts.set(id, account);
		return account;
	}
}
