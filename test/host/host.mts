import { startSandbox, type Sandbox, type SandboxOptions } from '../sandbox/server.mts';
import { chosenMode, startIn, type Start } from './modes.mts';
import type { Cluster, Served } from './n8n/cluster.mts';
import type { RestClient } from './rest/client.mts';
import { startN8n } from './started.mts';
import { chosenVersion, type Version } from './versions.mts';

export interface HostOptions {
	/** Default: the one that HOST_N8N names. */
	version?: Version;
	sandbox?: SandboxOptions;
	/** Further settings of n8n. */
	env?: NodeJS.ProcessEnv;
}

/** A real n8n with this package, and a sandbox for its nodes to talk to. */
export type Host<C extends Served = Cluster> = C & HostParts;

interface HostParts {
	version: Version;
	/** Logged in as the owner. */
	rest: RestClient;
	/** In this process. */
	sandbox: Sandbox;
	/** Ends what was begun for this host; nothing calls the sandbox any more. */
	stop(): Promise<void>;
}

/** As `startHost`, in a mode of one's own choice. */
export async function startHostAs<C extends Cluster>(
	start: Start<C>,
	{ version = chosenVersion(), env, sandbox: options }: HostOptions = {},
): Promise<Host<C>> {
	const started = await startN8n(start, version, env);
	try {
		const sandbox = await startSandbox(options);
		const stop = async () => {
			await started.stop();
			await sandbox.close();
		};
		return { ...started, version, sandbox, stop };
	} catch (error) {
		await started.stop();
		throw error;
	}
}

/** Starts an n8n and a sandbox. `stop` ends both. */
export async function startHost(options: HostOptions = {}): Promise<Host> {
	return await startHostAs(startIn(chosenMode()), options);
}
