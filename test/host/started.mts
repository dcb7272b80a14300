import { ensureInstalled } from './install/index.mts';
import type { Start } from './modes.mts';
import type { Cluster } from './n8n/cluster.mts';
import { putPackage } from './package/put-package.mts';
import { progress } from './progress.mts';
import { RestClient } from './rest/client.mts';
import { setUpOwner } from './rest/owner.mts';
import { removeFolder, temporaryFolder } from './temporary-folder.mts';
import type { Version } from './versions.mts';

/** A real n8n with this package. */
export type Started<C extends Cluster> = C & {
	/** Logged in as the owner. */
	rest: RestClient;
};

/**
 * Starts an n8n in a temporary folder, with this package installed. `stop` ends it and removes the
 * folder; if this process ends in any other way, n8n is killed with it.
 */
export async function startN8n<C extends Cluster>(
	start: Start<C>,
	version: Version,
	env: NodeJS.ProcessEnv = {},
): Promise<Started<C>> {
	const installation = await ensureInstalled(version);
	const folder = await temporaryFolder();
	let cluster: C | undefined;
	const stop = async () => {
		await cluster?.stop();
		await removeFolder(folder);
	};
	try {
		await putPackage(installation, folder);
		const started = Date.now();
		cluster = await start({ installation, folder, env });
		const rest = new RestClient(cluster.url);
		await setUpOwner(rest);
		progress(`n8n runs at ${cluster.url} after ${Math.round((Date.now() - started) / 1000)} s`);
		return { ...cluster, rest, stop };
	} catch (error) {
		await stop();
		throw error;
	}
}
