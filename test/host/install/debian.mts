import { join } from 'node:path';
import { cacheRoot } from './cache.mts';
import { withLock } from './lock.mts';
import { runCommand } from './run-command.mts';

const SCRIPT = join('test', 'host', 'install', 'debian.sh');

/** Installs groups of Debian packages that are missing; what they are, the script says. */
export async function installDebian(...groups: string[]): Promise<void> {
	// Debian's own lock makes the second fail instead of wait.
	await withLock(join(cacheRoot(), 'debian.lock'), async () => {
		await runCommand('bash', [SCRIPT, ...groups], { cwd: process.cwd() });
	});
}
