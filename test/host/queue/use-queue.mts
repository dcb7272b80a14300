import { manualClock } from '../../sandbox/clock.mts';
import { secretsOf } from '../../engine/support/registered-secrets.mts';
import { saveAccounts, type Accounts } from '../support/accounts.mts';
import { leaksOf } from '../support/leaks.mts';
import { startQueueHost, type QueueHost } from './host.mts';

/** Enough to install n8n, if nobody did that before. */
const START_MS = 1_800_000;

/** An n8n in queue mode for the tests of a file. */
export class QueueDesk {
	readonly clock = manualClock(new Date().toISOString());
	private started: QueueHost | undefined;
	private saved: Accounts | undefined;

	async open(): Promise<void> {
		this.started = await startQueueHost({ clock: this.clock });
		this.saved = await saveAccounts(this.rest, this.sandbox);
	}

	get host() {
		if (!this.started) throw new Error('n8n has not been started.');
		return this.started;
	}

	get accounts() {
		if (!this.saved) throw new Error('There are no credentials yet.');
		return this.saved;
	}

	get rest() {
		return this.host.rest;
	}

	get sandbox() {
		return this.host.sandbox;
	}

	/** Ends all, and names the secrets that stand anywhere in the clear. */
	async close(): Promise<string[]> {
		if (!this.started) return [];
		const host = this.started;
		try {
			const stored = await host.dump();
			const secrets = secretsOf(host.sandbox).filter((secret) => secret !== '');
			const inDatabase = secrets.filter((secret) =>
				typeof secret === 'string' ? stored.includes(secret) : secret.test(stored),
			);
			return [...leaksOf(host), ...inDatabase.map((secret) => `the database: ${String(secret)}`)];
		} finally {
			await host.stop();
		}
	}
}

/** Opens one. At the end no secret may stand in n8n's logs or database. */
export function useQueue(): QueueDesk {
	const desk = new QueueDesk();
	beforeAll(() => desk.open(), START_MS);
	afterAll(async () => expect(await desk.close()).toEqual([]), START_MS);
	return desk;
}
