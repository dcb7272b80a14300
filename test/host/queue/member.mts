import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ClusterParts } from '../n8n/cluster.mts';
import { freePort } from '../n8n/free-port.mts';
import { startGuarded, type GuardedProcess } from '../n8n/guarded-process.mts';
import { untilReady } from '../n8n/ready.mts';
import { environmentOf } from '../n8n/regular.mts';

/** What a process of n8n does in queue mode, and how it is started. */
const COMMANDS = {
	main: ['start'],
	worker: ['worker', '--concurrency=5'],
	webhook: ['webhook'],
} as const;

/**
 * A webhook process that is asked to stop waits for executions which workers have ended long ago, until
 * n8n's patience of half a minute is over. It has nothing else to finish.
 */
const VAIN_WAIT_S = '5';

export type Role = keyof typeof COMMANDS;

/** One of the processes that are one n8n. */
export interface Member {
	role: Role;
	port: number;
	/** Starts it, again too, and comes back when it is ready. */
	start(): Promise<void>;
	/** Also true if it has ended since. */
	wasStarted(): boolean;
	stop(): Promise<void>;
	kill(signal: NodeJS.Signals): Promise<void>;
	/** What it has written, in all its lives. */
	log(): string;
}

/** Prepares one; it does not run yet. */
export async function member(name: string, role: Role, parts: ClusterParts): Promise<Member> {
	const { installation, folder } = parts;
	const port = await freePort();
	const health = role === 'worker' ? await freePort() : port;
	const env = environmentOf(
		{
			...parts,
			env: {
				QUEUE_HEALTH_CHECK_ACTIVE: 'true',
				QUEUE_HEALTH_CHECK_PORT: String(health),
				N8N_WORKER_SERVER_ADDRESS: '127.0.0.1',
				...(role === 'webhook' ? { N8N_GRACEFUL_SHUTDOWN_TIMEOUT: VAIN_WAIT_S } : {}),
				...parts.env,
			},
		},
		port,
		await freePort(),
	);
	const logFile = join(folder, `${name}.log`);
	const log = () => (existsSync(logFile) ? readFileSync(logFile, 'utf8') : '');
	const readyAt = [`http://127.0.0.1:${health}/healthz/readiness`];
	if (role === 'main') readyAt.push(`http://127.0.0.1:${port}/rest/settings`);
	let running: GuardedProcess | undefined;
	return {
		role,
		port,
		async start() {
			if (running?.running) return;
			const command = [installation.node, installation.program, ...COMMANDS[role]];
			running = startGuarded(command, { cwd: folder, env, logFile });
			await untilReady(running, readyAt, log);
		},
		wasStarted: () => running !== undefined,
		stop: async () => await running?.stop(),
		kill: async (signal) => await running?.kill(signal),
		log,
	};
}
