import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { basename, join } from 'node:path';

/** The unit tests of a folder stand in a folder of its name. */
function testsOf(folder: string): string {
	const name = basename(folder)
		.replace(/(?<=[a-z])[A-Z]/g, '-$&')
		.toLowerCase();
	const tests = join('test', 'unit', name);
	for (const one of [folder, tests]) {
		if (!existsSync(one)) throw new Error(`There is no folder ${one}`);
	}
	return tests;
}

const folders = process.argv.slice(2);
if (folders.length === 0) {
	throw new Error('Name the folders, for example: npm run mutation -- nodes/shared/paging');
}
const { status } = spawnSync(
	'npx',
	[
		...['--no-install', 'stryker', 'run', join('test', 'mutation', 'stryker.config.mjs')],
		...['--mutate', folders.map((folder) => join(folder, '**', '*.ts')).join(',')],
	],
	{
		stdio: 'inherit',
		env: { ...process.env, MUTATION_TESTS: folders.map(testsOf).join(',') },
	},
);
process.exitCode = status ?? 1;
