import { manualClock, type ManualClock } from '../../sandbox/clock.mts';
import type { Host } from '../host.mts';
import type { Served } from '../n8n/cluster.mts';
import { saveAccounts, type Accounts } from './accounts.mts';
import { leaksOf } from './leaks.mts';

interface Opened<C extends Served> {
	host: Host<C>;
	accounts: Accounts;
}

/** Gives a host whose sandbox goes by a clock. */
export type StartWith<C extends Served> = (options: {
	sandbox: { clock: ManualClock };
}) => Promise<Host<C>>;

/** An n8n for the tests of a file, with a good credential of each system. */
export class HostDesk<C extends Served = Served> {
	/** The sandbox's. Begins with the real time, as signatures are checked for their age. */
	readonly clock: ManualClock = manualClock(new Date().toISOString());
	private opened: Opened<C> | undefined;

	constructor(private readonly start: StartWith<C>) {}

	async open(): Promise<void> {
		const host = await this.start({ sandbox: { clock: this.clock } });
		try {
			this.opened = { host, accounts: await saveAccounts(host.rest, host.sandbox) };
		} catch (error) {
			await host.stop();
			throw error;
		}
	}

	private get all(): Opened<C> {
		if (!this.opened) throw new Error('n8n has not been started.');
		return this.opened;
	}

	get host() {
		return this.all.host;
	}

	get accounts() {
		return this.all.accounts;
	}

	get rest() {
		return this.host.rest;
	}

	get sandbox() {
		return this.host.sandbox;
	}

	/** Ends all, and names the secrets that n8n wrote in the clear. */
	async close(): Promise<string[]> {
		if (!this.opened) return [];
		try {
			return await leaksOf(this.host);
		} finally {
			await this.host.stop();
		}
	}
}
