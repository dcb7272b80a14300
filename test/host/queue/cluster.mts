import { randomBytes } from 'node:crypto';
import { installDebian } from '../install/debian.mts';
import type { Cluster, ClusterParts } from '../n8n/cluster.mts';
import { progress, step } from '../progress.mts';
import { Balancer } from './balancer.mts';
import { member, type Member } from './member.mts';
import { startPostgres } from './postgres.mts';
import { startRedis } from './redis.mts';

/** n8n in queue mode, behind one address. */
export interface QueueCluster extends Cluster {
	main: Member;
	workers: [Member, Member];
	/** Only the first runs and takes part, until a test wants the second too. */
	webhooks: [Member, Member];
	balancer: Balancer;
}

/** Waits for all of them, also if one fails, so that none is still starting when they are stopped. */
async function startAll(members: readonly Member[]): Promise<void> {
	const started = await Promise.allSettled(members.map((each) => each.start()));
	for (const each of started) if (each.status === 'rejected') throw each.reason;
}

/** Starts Redis, PostgreSQL, one main, two workers and one webhook process. */
export async function startQueue(parts: ClusterParts): Promise<QueueCluster> {
	const stops: Array<() => Promise<void>> = [];
	const stop = async () => {
		for (const each of stops.splice(0).reverse()) await each();
	};
	try {
		await installDebian('redis', 'postgresql');
		const postgres = await step('starting PostgreSQL', startPostgres);
		stops.push(() => postgres.stop());
		const redis = await step('starting Redis', () => startRedis(parts.folder));
		stops.push(() => redis.stop());
		const balancer = new Balancer();
		const url = await balancer.open();
		stops.push(() => balancer.close());
		const env = {
			EXECUTIONS_MODE: 'queue',
			OFFLOAD_MANUAL_EXECUTIONS_TO_WORKERS: 'true',
			N8N_ENCRYPTION_KEY: randomBytes(24).toString('hex'),
			WEBHOOK_URL: `${url}/`,
			...postgres.settings,
			...redis.settings,
			...parts.env,
		};
		const make = (name: string, role: Member['role']) => member(name, role, { ...parts, env });
		const main = await make('main', 'main');
		const workers: [Member, Member] = [
			await make('worker-1', 'worker'),
			await make('worker-2', 'worker'),
		];
		const webhooks: [Member, Member] = [
			await make('webhook-1', 'webhook'),
			await make('webhook-2', 'webhook'),
		];
		const all = [main, ...workers, ...webhooks];
		stops.push(async () => void (await Promise.all(all.map((each) => each.stop()))));
		balancer.main = main.port;
		balancer.webhooks = [webhooks[0].port];
		await step('starting main', () => main.start());
		await step('starting two workers and a webhook process', () =>
			startAll([...workers, webhooks[0]]),
		);
		return {
			url,
			webhookUrl: url,
			main,
			workers,
			webhooks,
			balancer,
			async restart() {
				progress('starting all processes anew');
				const members = all.filter((each) => each.wasStarted());
				await Promise.all(members.map((each) => each.stop()));
				await main.start();
				await startAll(members);
			},
			kill: async (signal) => void (await Promise.all(all.map((each) => each.kill(signal)))),
			stop,
			log: () => Promise.resolve(all.map((each) => each.log()).join('')),
			stored: () => postgres.dump(),
		};
	} catch (error) {
		await stop();
		throw error;
	}
}
