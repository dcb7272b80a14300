import { join } from 'node:path';
import { startSandbox, type SandboxOptions } from '../../sandbox/server.mts';
import type { Host } from '../host.mts';
import { ensureInstalled } from '../install/index.mts';
import { installPackage } from '../package/install-package.mts';
import { packPackage } from '../package/pack.mts';
import { RestClient } from '../rest/client.mts';
import { setUpOwner } from '../rest/owner.mts';
import { removeFolder, temporaryFolder } from '../temporary-folder.mts';
import { chosenVersion } from '../versions.mts';
import { startQueue, type QueueCluster } from './cluster.mts';

/** An n8n in queue mode with this package, and a sandbox. */
export type QueueHost = Host & QueueCluster;

/** As `startHost`, in queue mode, and with a hold on each process. */
export async function startQueueHost(options: SandboxOptions = {}): Promise<QueueHost> {
	const version = chosenVersion();
	const installation = await ensureInstalled(version);
	const folder = await temporaryFolder();
	const sandbox = await startSandbox(options);
	let cluster: QueueCluster | undefined;
	const stop = async () => {
		await cluster?.stop();
		await sandbox.close();
		await removeFolder(folder);
	};
	try {
		await installPackage(installation, await packPackage(join(folder, 'packed')), folder);
		cluster = await startQueue({ installation, folder, env: {} });
		const rest = new RestClient(cluster.url);
		await setUpOwner(rest);
		return { ...cluster, version, rest, sandbox, folder, stop };
	} catch (error) {
		await stop();
		throw error;
	}
}
