import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Version } from '../versions.mts';
import { installDebian } from './debian.mts';
import { runtimeEnvironment, type NodeRuntime } from './node-runtime.mts';
import { runCommand } from './run-command.mts';

/** Downloads n8n and all it depends on; nothing of it is run. */
export async function downloadN8n(
	{ n8n, overrides }: Version,
	folder: string,
	runtime: NodeRuntime,
): Promise<void> {
	await mkdir(folder, { recursive: true });
	const manifest = { name: 'host', private: true, dependencies: { n8n }, overrides };
	await writeFile(join(folder, 'package.json'), JSON.stringify(manifest));
	const quiet = ['--no-audit', '--no-fund', '--loglevel=error'];
	await runCommand('npm', ['install', '--ignore-scripts', ...quiet], {
		cwd: folder,
		env: runtimeEnvironment(runtime),
	});
}

/** Builds the one native part that is needed: the database. */
export async function buildDatabase(folder: string, runtime: NodeRuntime): Promise<void> {
	await installDebian('compiler');
	await runCommand('npm', ['rebuild', 'sqlite3', '--ignore-scripts=false'], {
		cwd: folder,
		env: runtimeEnvironment(runtime),
	});
	const opens = "new (require('sqlite3').Database)(':memory:', (e) => process.exit(e ? 1 : 0))";
	await runCommand(runtime.node, ['-e', opens], { cwd: folder });
}
