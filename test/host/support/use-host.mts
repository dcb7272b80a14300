import { manualClock, type ManualClock } from '../../sandbox/clock.mts';
import { startHost, type Host, type HostOptions } from '../host.mts';
import { saveAccounts, type Accounts } from './accounts.mts';
import { leaksOf } from './leaks.mts';

/** Enough to install n8n, if nobody did that before. */
const START_MS = 1_800_000;

interface Opened {
	host: Host;
	accounts: Accounts;
}

/** An n8n for the tests of a file, with a good credential of each system. */
export class HostDesk {
	/** The sandbox's. Begins with the real time, as signatures are checked for their age. */
	readonly clock: ManualClock = manualClock(new Date().toISOString());
	private opened: Opened | undefined;

	async open(options: HostOptions): Promise<void> {
		const sandbox = { clock: this.clock, ...options.sandbox };
		const host = await startHost({ ...options, sandbox });
		try {
			this.opened = { host, accounts: await saveAccounts(host.rest, host.sandbox) };
		} catch (error) {
			await host.stop();
			throw error;
		}
	}

	private get all(): Opened {
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
		const leaks = leaksOf(this.host);
		await this.host.stop();
		return leaks;
	}
}

/** Opens one. At the end no secret may stand in n8n's log or database. */
export function useHost(options: HostOptions = {}): HostDesk {
	const desk = new HostDesk();
	beforeAll(() => desk.open(options), START_MS);
	afterAll(async () => expect(await desk.close()).toEqual([]), START_MS);
	return desk;
}
