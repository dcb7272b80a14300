import type { Installation } from '../install/index.mts';

/** What n8n is started from. */
export interface ClusterParts {
	installation: Installation;
	/** The user folder; the package is installed in it already. */
	folder: string;
	/** Further settings, which win. */
	env: NodeJS.ProcessEnv;
}

/** A running n8n, for those who only use it. */
export interface Served {
	/** The editor and its REST interface. */
	url: string;
	/** Where webhooks come in. */
	webhookUrl: string;
	/** Everything that was written so far, by all processes and all starts. */
	log(): Promise<string>;
	/** Everything that is in its database, as text. */
	stored(): Promise<string>;
}

/** The same for those whose own it is: one process, or several that share the work. */
export interface Cluster extends Served {
	/** Starts what does not run, or all of it anew, at the same addresses. */
	restart(): Promise<void>;
	/** Sends a signal to every process, and comes back when they have ended. */
	kill(signal: NodeJS.Signals): Promise<void>;
	stop(): Promise<void>;
}
