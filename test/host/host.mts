import { join } from 'node:path';
import { startSandbox, type Sandbox, type SandboxOptions } from '../sandbox/server.mts';
import { ensureInstalled } from './install/index.mts';
import type { Cluster, ClusterParts } from './n8n/cluster.mts';
import { startRegular } from './n8n/regular.mts';
import { installPackage } from './package/install-package.mts';
import { packPackage } from './package/pack.mts';
import { progress } from './progress.mts';
import { startQueue } from './queue/cluster.mts';
import { RestClient } from './rest/client.mts';
import { setUpOwner } from './rest/owner.mts';
import { removeFolder, temporaryFolder } from './temporary-folder.mts';
import { chosenVersion, type Version } from './versions.mts';

type Start<C extends Cluster> = (parts: ClusterParts) => Promise<C>;

/** How n8n runs, by the names that HOST_MODE can have: as one process, or as several. */
const MODES: Readonly<Record<string, Start<Cluster>>> = {
	regular: startRegular,
	queue: startQueue,
};

export interface HostOptions {
	/** Default: the one that HOST_N8N names. */
	version?: Version;
	sandbox?: SandboxOptions;
	/** Further settings of n8n. */
	env?: NodeJS.ProcessEnv;
}

/** A real n8n with this package, and a sandbox for its nodes to talk to. */
export type Host<C extends Cluster = Cluster> = C & HostParts;

interface HostParts {
	version: Version;
	/** Logged in as the owner. */
	rest: RestClient;
	/** In this process. */
	sandbox: Sandbox;
	/** The user folder. */
	folder: string;
}

/** How HOST_MODE says that n8n runs; default: as one process. */
function chosenMode(mode = process.env.HOST_MODE ?? 'regular'): Start<Cluster> {
	const start = MODES[mode];
	if (!start) throw new Error(`HOST_MODE is "${mode}", not ${Object.keys(MODES).join(' or ')}.`);
	return start;
}

/** As `startHost`, in a mode of one's own choice. */
export async function startHostAs<C extends Cluster>(
	start: Start<C>,
	options: HostOptions = {},
): Promise<Host<C>> {
	const { version = chosenVersion(), env = {} } = options;
	const installation = await ensureInstalled(version);
	const folder = await temporaryFolder();
	const sandbox = await startSandbox(options.sandbox);
	let cluster: C | undefined;
	const stop = async () => {
		await cluster?.stop();
		await sandbox.close();
		await removeFolder(folder);
	};
	try {
		const tarball = await packPackage(join(folder, 'packed'));
		await installPackage(installation, tarball, folder);
		const started = Date.now();
		cluster = await start({ installation, folder, env });
		const rest = new RestClient(cluster.url);
		await setUpOwner(rest);
		progress(`n8n runs at ${cluster.url} after ${Math.round((Date.now() - started) / 1000)} s`);
		return { ...cluster, version, rest, sandbox, folder, stop };
	} catch (error) {
		await stop();
		throw error;
	}
}

/**
 * Starts an n8n in a temporary folder, with this package installed, and a sandbox. `stop` ends both
 * and removes the folder; if this process ends in any other way, n8n is killed with it.
 */
export async function startHost(options: HostOptions = {}): Promise<Host> {
	return await startHostAs(chosenMode(), options);
}
