import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

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

/** Where a program is. */
export function requireProgram(name: string): string {
	const found = find(name);
	if (found !== undefined) return found;
	throw new Error(`There is no program ${name}. npm run test:host:queue installs it on Debian.`);
}
