import { join } from 'node:path';
import { startSandbox, type Sandbox, type SandboxOptions } from '../sandbox/server.mts';
import { ensureInstalled } from './install/index.mts';
import type { Cluster, ClusterParts } from './n8n/cluster.mts';
import { startRegular } from './n8n/regular.mts';
import { installPackage } from './package/install-package.mts';
import { packPackage } from './package/pack.mts';
import { progress } from './progress.mts';
import { RestClient } from './rest/client.mts';
import { setUpOwner } from './rest/owner.mts';
import { removeFolder, temporaryFolder } from './temporary-folder.mts';
import { chosenVersion, type Version } from './versions.mts';

/** How n8n runs: as one process, or in other ways that are added here. Chosen by HOST_MODE. */
const MODES: Record<string, (parts: ClusterParts) => Promise<Cluster>> = { regular: startRegular };

export interface HostOptions {
	/** Default: the one that HOST_N8N names. */
	version?: Version;
	/** Default: the one that HOST_MODE names. */
	mode?: string;
	sandbox?: SandboxOptions;
	/** Further settings of n8n. */
	env?: NodeJS.ProcessEnv;
}

/** A real n8n with this package, and a sandbox for its nodes to talk to. */
export interface Host extends Cluster {
	version: Version;
	/** Logged in as the owner. */
	rest: RestClient;
	/** In this process. */
	sandbox: Sandbox;
	/** The user folder. */
	folder: string;
}

/**
 * Starts an n8n in a temporary folder, with this package installed, and a sandbox. `stop` ends both
 * and removes the folder; if this process ends in any other way, n8n is killed with it.
 */
export async function startHost(options: HostOptions = {}): Promise<Host> {
	const {
		version = chosenVersion(),
		mode = process.env.HOST_MODE ?? 'regular',
		env = {},
	} = options;
	const start = MODES[mode];
	if (!start) throw new Error(`HOST_MODE is "${mode}", not ${Object.keys(MODES).join(' or ')}.`);
	const installation = await ensureInstalled(version);
	const folder = await temporaryFolder();
	const sandbox = await startSandbox(options.sandbox);
	let cluster: Cluster | undefined;
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
