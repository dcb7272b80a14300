/** Settings of an n8n that talks to nobody but us. */
export const settingsFor = (folder: string, port: number): NodeJS.ProcessEnv => ({
	N8N_USER_FOLDER: folder,
	N8N_LISTEN_ADDRESS: '127.0.0.1',
	N8N_PORT: String(port),
	N8N_HOST: '127.0.0.1',
	WEBHOOK_URL: `http://127.0.0.1:${port}/`,
	N8N_SECURE_COOKIE: 'false',
	N8N_DIAGNOSTICS_ENABLED: 'false',
	N8N_VERSION_NOTIFICATIONS_ENABLED: 'false',
	N8N_TEMPLATES_ENABLED: 'false',
	N8N_PERSONALIZATION_ENABLED: 'false',
	N8N_VERIFIED_PACKAGES_ENABLED: 'false',
	N8N_HIRING_BANNER_ENABLED: 'false',
	N8N_ENFORCE_SETTINGS_FILE_PERMISSIONS: 'true',
	// Everything that is written, so that a secret in a log would be found.
	N8N_LOG_LEVEL: 'debug',
	GENERIC_TIMEZONE: 'UTC',
	TZ: 'UTC',
});

/** What a person's own settings must not change. */
export function cleanEnvironment(): NodeJS.ProcessEnv {
	const foreign = /^(N8N_|WEBHOOK_URL|EXECUTIONS_|QUEUE_|DB_|GENERIC_|NODE_|npm_|JEST_)/i;
	return Object.fromEntries(Object.entries(process.env).filter(([name]) => !foreign.test(name)));
}
