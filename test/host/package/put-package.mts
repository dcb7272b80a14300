import { cp } from 'node:fs/promises';
import { join } from 'node:path';
import type { Installation } from '../install/index.mts';
import { askKeeper, hasKeeper } from '../keeper/ask.mts';
import { installPackage } from './install-package.mts';
import { packPackage } from './pack.mts';

/** Packs this package and installs it into a user folder, as n8n does. */
export async function packAndInstall(installation: Installation, folder: string): Promise<void> {
	const tarball = await packPackage(join(folder, 'packed'));
	await installPackage(installation, tarball, folder);
}

/** The same; where a keeper has done it for this run, what came of it is copied. */
export async function putPackage(installation: Installation, folder: string): Promise<void> {
	if (!hasKeeper()) return await packAndInstall(installation, folder);
	const { n8n } = installation.version;
	const { folder: done } = await askKeeper('package', { n8n });
	const nodes = join('.n8n', 'nodes');
	await cp(join(done, nodes), join(folder, nodes), { recursive: true });
}
