import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { runCommand } from '../install/run-command.mts';

/** Packs this package as it would be published, and gives the path of the tarball. */
export async function packPackage(folder: string): Promise<string> {
	const root = process.cwd();
	if (!existsSync(join(root, 'dist', 'nodes'))) {
		throw new Error('The package is not built. Run: npm run build');
	}
	await mkdir(folder, { recursive: true });
	const args = ['pack', '--silent', '--ignore-scripts', '--pack-destination', folder];
	const name = (await runCommand('npm', args, { cwd: root })).trim().split('\n').at(-1) ?? '';
	return join(folder, name);
}
