import { randomBytes } from 'node:crypto';
import { chown, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { runCommand } from '../install/run-command.mts';
import { freePort } from '../n8n/free-port.mts';
import { startGuarded } from '../n8n/guarded-process.mts';
import { until } from '../support/until.mts';
import { removeFolder, temporaryFolder } from '../temporary-folder.mts';
import { requireProgram } from './programs.mts';
import type { Service } from './service.mts';

const USER = 'n8n';
const DATABASE = 'postgres';

/** PostgreSQL refuses to run as root; Debian's package makes a user for it. */
const OWNER = 'postgres';
const isRoot = () => process.getuid?.() === 0;
const asOwner = (command: string[]): string[] =>
	isRoot()
		? ['setpriv', `--reuid=${OWNER}`, `--regid=${OWNER}`, '--init-groups', '--', ...command]
		: command;

const idOf = async (kind: '-u' | '-g'): Promise<number> =>
	Number(await runCommand('id', [kind, OWNER], { cwd: '/' }));

async function run(folder: string, command: string[]): Promise<void> {
	const [program = '', ...args] = asOwner(command);
	await runCommand(program, args, { cwd: folder });
}

/** Makes a database in a folder and a user who may do all. */
async function makeDatabase(folder: string, data: string, password: string): Promise<void> {
	const secret = join(folder, 'password');
	await writeFile(secret, password, { mode: 0o600 });
	if (isRoot()) {
		const [user, group] = [await idOf('-u'), await idOf('-g')];
		for (const path of [folder, secret]) await chown(path, user, group);
	}
	const initdb = requireProgram('initdb');
	const who = [`--username=${USER}`, `--pwfile=${secret}`, '--auth=scram-sha-256'];
	await run(folder, [initdb, '-D', data, ...who, '--encoding=UTF8', '--locale=C', '--no-sync']);
}

/** PostgreSQL, and what it holds. */
export interface Postgres extends Service {
	/** Everything that is stored, as text. */
	dump(): Promise<string>;
}

/** Starts a PostgreSQL of its own in a temporary folder, which goes with it. */
export async function startPostgres(): Promise<Postgres> {
	const program = requireProgram('postgres');
	const isReady = requireProgram('pg_isready');
	const folder = await temporaryFolder();
	const data = join(folder, 'data');
	const password = randomBytes(16).toString('hex');
	const port = String(await freePort());
	await makeDatabase(folder, data, password);
	const settings = [
		'listen_addresses=127.0.0.1',
		'unix_socket_directories=',
		'dynamic_shared_memory_type=mmap',
		'fsync=off',
	].flatMap((setting) => ['-c', setting]);
	const server = startGuarded(asOwner([program, '-D', data, '-p', port, ...settings]), {
		cwd: folder,
		env: process.env,
		logFile: join(folder, 'postgres.log'),
	});
	const stop = async () => {
		await server.stop();
		await removeFolder(folder);
	};
	const to = ['-h', '127.0.0.1', '-p', port];
	try {
		await until('PostgreSQL is ready', async () => {
			if (!server.running) throw new Error('PostgreSQL has ended.');
			return await runCommand(isReady, to, { cwd: folder }).catch(() => undefined);
		});
	} catch (error) {
		await stop();
		throw error;
	}
	return {
		settings: {
			DB_TYPE: 'postgresdb',
			DB_POSTGRESDB_HOST: '127.0.0.1',
			DB_POSTGRESDB_PORT: port,
			DB_POSTGRESDB_DATABASE: DATABASE,
			DB_POSTGRESDB_USER: USER,
			DB_POSTGRESDB_PASSWORD: password,
		},
		async dump() {
			const env = { ...process.env, PGPASSWORD: password };
			const program = requireProgram('pg_dump');
			return await runCommand(program, [...to, '-U', USER, DATABASE], { cwd: folder, env });
		},
		stop,
	};
}
