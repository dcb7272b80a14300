/** Something that n8n needs in queue mode. */
export interface Service {
	/** How n8n finds it. */
	settings: NodeJS.ProcessEnv;
	stop(): Promise<void>;
}
