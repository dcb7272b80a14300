import { existsSync, readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { runtimeEnvironment } from '../install/node-runtime.mts';
import type { Cluster, ClusterParts } from './cluster.mts';
import { freePort } from './free-port.mts';
import { startGuarded, type GuardedProcess } from './guarded-process.mts';
import { untilReady } from './ready.mts';
import { cleanEnvironment, settingsFor } from './settings.mts';

/** The environment of an n8n process of this installation. */
export function environmentOf(
	{ installation, folder, env }: ClusterParts,
	port: number,
	brokerPort: number,
): NodeJS.ProcessEnv {
	return {
		...cleanEnvironment(),
		PATH: runtimeEnvironment(installation).PATH,
		...settingsFor(folder, port),
		// Every n8n on the machine needs one of its own.
		N8N_RUNNERS_BROKER_PORT: String(brokerPort),
		...env,
	};
}

const SQLITE = ['database.sqlite', 'database.sqlite-wal'];

/** n8n as one process, with SQLite. */
export async function startRegular(parts: ClusterParts): Promise<Cluster> {
	const { installation, folder } = parts;
	const port = await freePort();
	const env = environmentOf(parts, port, await freePort());
	const logFile = join(folder, 'n8n.log');
	const url = `http://127.0.0.1:${port}`;
	const log = () => (existsSync(logFile) ? readFileSync(logFile, 'utf8') : '');
	let running: GuardedProcess | undefined;
	const start = async () => {
		const command = [installation.node, installation.program, 'start'];
		running = startGuarded(command, { cwd: folder, env, logFile });
		await untilReady(running, [`${url}/healthz/readiness`, `${url}/rest/settings`], log);
	};
	const stop = async () => await running?.stop();
	await start().catch(async (error: unknown) => {
		await stop();
		throw error;
	});
	return {
		url,
		webhookUrl: url,
		async restart() {
			await stop();
			await start();
		},
		kill: async (signal) => await running?.kill(signal),
		stop,
		log: () => Promise.resolve(log()),
		async stored() {
			const files = SQLITE.map((name) => join(folder, '.n8n', name)).filter(existsSync);
			return (await Promise.all(files.map((file) => readFile(file, 'latin1')))).join('');
		},
	};
}
