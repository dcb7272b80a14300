import { randomBytes } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { join } from 'node:path';
import { freePort } from '../n8n/free-port.mts';
import { startGuarded } from '../n8n/guarded-process.mts';
import { until } from '../support/until.mts';
import { requireProgram } from './programs.mts';
import type { Service } from './service.mts';

const listens = async (port: number): Promise<boolean> =>
	await new Promise((resolve) => {
		const socket = connect(port, '127.0.0.1');
		const tell = (answer: boolean) => {
			socket.destroy();
			resolve(answer);
		};
		socket.on('connect', () => tell(true)).on('error', () => tell(false));
	});

/** Starts a Redis that keeps nothing on the disk. */
export async function startRedis(folder: string): Promise<Service> {
	const program = requireProgram('redis-server');
	const port = await freePort();
	const password = randomBytes(16).toString('hex');
	const config = join(folder, 'redis.conf');
	const lines = [
		`port ${port}`,
		'bind 127.0.0.1',
		`requirepass ${password}`,
		`dir ${folder}`,
		'save ""',
		'appendonly no',
	];
	await writeFile(config, lines.join('\n'), { mode: 0o600 });
	const redis = startGuarded([program, config], {
		cwd: folder,
		env: process.env,
		logFile: join(folder, 'redis.log'),
	});
	const settings = {
		QUEUE_BULL_REDIS_HOST: '127.0.0.1',
		QUEUE_BULL_REDIS_PORT: String(port),
		QUEUE_BULL_REDIS_PASSWORD: password,
	};
	try {
		await until('Redis listens', async () => (await listens(port)) || undefined);
	} catch (error) {
		await redis.stop();
		throw error;
	}
	return { settings, stop: () => redis.stop() };
}
