import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import suites from '../../host/suites.json';

const table = readFileSync('CONTRIBUTING.md', 'utf8')
	.split('\n')
	.filter((line) => line.startsWith('|'))
	.map((line) => line.split('|').slice(1, -1));
const rows = table.map((cells) => cells.map((cell) => cell.trim()));

describe.each(Object.values(suites))('$title', ({ title, leftOut }) => {
	it.each(leftOut)('CONTRIBUTING says that $files are left out, and why', ({ files, why }) => {
		expect(rows).toContainEqual([title, files.map((file) => `\`${file}\``).join(', '), why]);
	});

	it('CONTRIBUTING tells of no other', () => {
		expect(rows.filter(([name]) => name === title)).toHaveLength(leftOut.length);
	});

	it('what is left out is there, once', () => {
		const files = leftOut.flatMap((row) => row.files);
		expect(new Set(files).size).toBe(files.length);
		const missing = files.filter((file) => !existsSync(join('test', 'host', `${file}.test.mts`)));
		expect(missing).toEqual([]);
	});
});
