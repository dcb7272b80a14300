import { existsSync } from 'node:fs';
import { CASES } from './support/cases.mts';
import { filesIn } from '../support/files.mts';

const WANTED = 20_000;

const FOLDERS = ['test/unit/fuzz', 'test/engine/fuzz'];

/** The suites that there are, by their files; what was found has tests of its own. */
const suites = FOLDERS.flatMap((folder) => filesIn(folder))
	.flatMap((file) => /^test\/(?:unit|engine)\/fuzz\/([\w-]+)\.test\.mts$/.exec(file)?.[1] ?? [])
	.filter((name) => name !== 'total');

test(`the suites play ${WANTED} cases or more`, () => {
	expect(FOLDERS.every((folder) => existsSync(folder))).toBe(true);
	expect([...suites].sort()).toEqual(Object.keys(CASES).sort());
	const total = Object.values(CASES).reduce((sum, count) => sum + count, 0);
	process.stdout.write(`Fuzz: ${total} cases in ${suites.length} suites\n`);
	expect(total).toBeGreaterThanOrEqual(WANTED);
});
