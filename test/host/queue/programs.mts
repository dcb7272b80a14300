import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { runCommand } from '../install/run-command.mts';

/** Debian keeps PostgreSQL's own programs below here, by version. */
const POSTGRESQL = '/usr/lib/postgresql';

function folders(): string[] {
	const versions = existsSync(POSTGRESQL) ? readdirSync(POSTGRESQL) : [];
	const newestFirst = versions.sort((one, other) => Number(other) - Number(one));
	const path = (process.env.PATH ?? '').split(':');
	return [...newestFirst.map((version) => join(POSTGRESQL, version, 'bin')), '/usr/bin', ...path];
}

const find = (name: string): string | undefined =>
	folders()
		.map((folder) => join(folder, name))
		.find(existsSync);

/** Where a program is. Installs what is missing, if that is possible here. */
export async function requireProgram(name: string): Promise<string> {
	const found = find(name);
	if (found !== undefined) return found;
	const root = process.cwd();
	await runCommand('bash', [join(root, 'test', 'host', 'install', 'debian.sh')], { cwd: root });
	const installed = find(name);
	if (installed === undefined) throw new Error(`There is no program ${name}.`);
	return installed;
}
