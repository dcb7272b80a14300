import { startSandbox, type Sandbox } from '../../sandbox/server.mts';
import type { Host, HostOptions } from '../host.mts';
import { chosenMode } from '../modes.mts';
import type { Served } from '../n8n/cluster.mts';
import { clearUp, deactivateAll } from '../rest/clear-up.mts';
import { RestClient } from '../rest/client.mts';
import { until } from '../support/until.mts';
import { chosenVersionName, VERSIONS } from '../versions.mts';
import { askKeeper } from './ask.mts';
import type { Which } from './questions.mts';

/** The number of the worker of jest that this file runs in. */
export const thisWorker = (): string => process.env.JEST_WORKER_ID ?? '1';

/** Waits until the systems have no webhook of n8n any more: newer versions take them back later. */
async function untilUnregistered({ flexport, deliverr, digitalRiver }: Sandbox, url: string) {
	const systems = [flexport, deliverr, digitalRiver];
	await until('the webhooks are taken back', () => {
		const left = systems.flatMap(({ hooks }) => hooks.list());
		return !left.some((hook) => JSON.stringify(hook).includes(url)) || undefined;
	});
}

/**
 * The n8n of this worker, which other files have too, one after the other, and a sandbox of this file's
 * own. It is empty at first. `stop` leaves nothing in it that could go on.
 */
export async function lendHost({
	sandbox: options,
}: Pick<HostOptions, 'sandbox'>): Promise<Host<Served>> {
	const version = chosenVersionName();
	const which: Which = { worker: thisWorker(), version, mode: chosenMode() };
	const { url, webhookUrl, session } = await askKeeper('lend', which);
	const rest = new RestClient(url, session);
	// A file that failed may have left something behind.
	await clearUp(rest);
	const sandbox = await startSandbox(options);
	return {
		url,
		webhookUrl,
		version: VERSIONS[version],
		rest,
		sandbox,
		log: async () => (await askKeeper('log', which)).text,
		stored: async () => (await askKeeper('stored', which)).text,
		async stop() {
			try {
				sandbox.faults.clear();
				await deactivateAll(rest);
				await untilUnregistered(sandbox, webhookUrl);
				await clearUp(rest);
			} finally {
				await sandbox.close();
			}
		},
	};
}
