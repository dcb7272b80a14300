import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Installation } from '../install/index.mts';
import { runtimeEnvironment } from '../install/node-runtime.mts';
import { runCommand } from '../install/run-command.mts';

export const PACKAGE = 'n8n-nodes-fulfillment';

/** The arguments that n8n gives (community-packages.service.js, downloadPackage). */
const NPM_INSTALL = [
	'install',
	'--audit=false',
	'--fund=false',
	'--bin-links=false',
	'--install-strategy=shallow',
	'--ignore-scripts=true',
	'--package-lock=false',
];

interface Manifest {
	version: string;
	[key: string]: unknown;
}

/** Leaves out what is not needed at run time, as n8n does. */
async function cleanManifest(path: string): Promise<Manifest> {
	const manifest: Manifest = JSON.parse(await readFile(path, 'utf8'));
	const left = ['devDependencies', 'peerDependencies', 'optionalDependencies'];
	const kept = Object.entries(manifest).filter(([key]) => !left.includes(key));
	await writeFile(path, JSON.stringify(Object.fromEntries(kept), null, 2));
	return manifest;
}

/** Installs a tarball into a user folder, step by step as n8n installs a community package. */
export async function installPackage(
	installation: Installation,
	tarball: string,
	userFolder: string,
): Promise<void> {
	const downloads = join(userFolder, '.n8n', 'nodes');
	const folder = join(downloads, 'node_modules', PACKAGE);
	await mkdir(folder, { recursive: true });
	const unpack = ['-xzf', tarball, '-C', folder, '--strip-components=1'];
	await runCommand('tar', unpack, { cwd: downloads });
	const { version } = await cleanManifest(join(folder, 'package.json'));
	await runCommand('npm', NPM_INSTALL, { cwd: folder, env: runtimeEnvironment(installation) });
	const ledger = { name: 'installed-nodes', private: true, dependencies: { [PACKAGE]: version } };
	await writeFile(join(downloads, 'package.json'), JSON.stringify(ledger, null, 2));
}
