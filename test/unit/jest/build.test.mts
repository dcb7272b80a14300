import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { buildWhatChanged } from '../../jest/build.cts';

let root: string;
const write = (file: string, text: string): void => {
	mkdirSync(dirname(join(root, file)), { recursive: true });
	writeFileSync(join(root, file), text);
};
const read = (file: string) => readFileSync(join(root, file), 'utf8');

beforeEach(() => {
	root = mkdtempSync(join(tmpdir(), 'build-'));
	write('tsconfig.json', '{"compilerOptions":{"module":"commonjs","target":"es2022"}}');
	write('nodes/A/A.node.ts', 'export const path: string = "/a";\n');
	write('nodes/A/A.node.json', '{}');
	write('icons/a.svg', '<svg/>');
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

test('all is built the first time, and nothing the second', async () => {
	expect((await buildWhatChanged(root)).sort()).toEqual([
		'dist/icons/a.svg',
		'dist/nodes/A/A.node.js',
		'dist/nodes/A/A.node.json',
	]);
	expect(read('dist/nodes/A/A.node.js')).toContain('exports.path = "/a";');
	expect(await buildWhatChanged(root)).toEqual([]);
});

test('what a source says now is what is tested', async () => {
	await buildWhatChanged(root);
	write('nodes/A/A.node.ts', 'export const path: string = "/b";\n');
	expect(await buildWhatChanged(root)).toEqual(['dist/nodes/A/A.node.js']);
	expect(read('dist/nodes/A/A.node.js')).toContain('exports.path = "/b";');
});

test('what was written into dist by something else is made anew', async () => {
	await buildWhatChanged(root);
	write('dist/nodes/A/A.node.js', 'exports.path = "/c";');
	expect(await buildWhatChanged(root)).toEqual(['dist/nodes/A/A.node.js']);
	expect(read('dist/nodes/A/A.node.js')).toContain('exports.path = "/a";');
});

test('other settings of the compiler make all anew that they change', async () => {
	await buildWhatChanged(root);
	write('tsconfig.json', '{"compilerOptions":{"module":"commonjs","removeComments":true}}');
	write('nodes/A/A.node.ts', '/** Why. */\nexport const path: string = "/a";\n');
	await buildWhatChanged(root);
	expect(read('dist/nodes/A/A.node.js')).not.toContain('Why.');
	write('tsconfig.json', '{"compilerOptions":{"module":"commonjs"}}');
	expect(await buildWhatChanged(root)).toEqual(['dist/nodes/A/A.node.js']);
	expect(read('dist/nodes/A/A.node.js')).toContain('Why.');
});

test('what has no source any more goes', async () => {
	await buildWhatChanged(root);
	rmSync(join(root, 'nodes/A/A.node.ts'));
	expect(await buildWhatChanged(root)).toEqual(['dist/nodes/A/A.node.js']);
	expect(existsSync(join(root, 'dist/nodes/A/A.node.js'))).toBe(false);
});
