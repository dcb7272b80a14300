import { existsSync } from 'node:fs';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { progress, step } from '../progress.mts';
import { majorOf, type Version } from '../versions.mts';
import { cacheFolder } from './cache.mts';
import { buildDatabase, downloadN8n } from './install-n8n.mts';
import { withLock } from './lock.mts';
import { installNode, nodeRuntime, type NodeRuntime } from './node-runtime.mts';

/** An n8n that is ready to be started. */
export interface Installation extends NodeRuntime {
	version: Version;
	/** n8n's own program, for `node`. */
	program: string;
}

function installationIn(folder: string, version: Version): Installation {
	const program = join(folder, 'n8n', 'node_modules', 'n8n', 'bin', 'n8n');
	return { version, program, ...nodeRuntime(version.node, join(folder, 'node')) };
}

/** Written when all is done, so that half an installation is never taken for a whole one. */
const MARKER = 'complete';

async function install({ version, home, node, program }: Installation, folder: string) {
	const marker = join(folder, MARKER);
	if (existsSync(folder) && !(existsSync(marker) && existsSync(program))) {
		await step('removing an installation that was not finished', () =>
			rm(folder, { recursive: true, force: true }),
		);
	}
	await mkdir(folder, { recursive: true });
	if (!existsSync(node)) {
		await step(`getting Node.js ${version.node}`, () =>
			installNode(version.node, join(folder, 'node')),
		);
	}
	if (existsSync(marker)) return;
	const parts = join(folder, 'n8n');
	await step(`downloading n8n ${version.n8n}, about 2.5 GB on the disk`, () =>
		downloadN8n(version, parts, { node, home }),
	);
	await step('building its database, SQLite', () => buildDatabase(parts, { node, home }));
	await writeFile(marker, '');
}

/** Installs a version, unless that was done before. */
export async function ensureInstalled(version: Version): Promise<Installation> {
	const folder = cacheFolder(version);
	const installation = installationIn(folder, version);
	const isComplete = () =>
		[join(folder, MARKER), installation.node, installation.program].every(existsSync);
	if (!isComplete()) {
		await withLock(`${folder}.lock`, async () => {
			if (!isComplete()) await install(installation, folder);
		});
	}
	progress(`n8n ${version.n8n} on Node.js ${majorOf(version.node)} is installed`);
	return installation;
}
