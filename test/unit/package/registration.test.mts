import { existsSync } from 'node:fs';
import { filesIn } from '../support/files.mts';
import { classIn, inRoot, load, readManifest } from '../support/built-package.mts';

const { n8n, main } = readManifest();
const registered = [...n8n.nodes, ...n8n.credentials];

/** Where the build puts a source file. */
const built = (file: string) => `dist/${file.replace(/\.ts$/, '.js')}`;

describe('the files that n8n is told of', () => {
	it.each(registered)('are in the build: %s', (file) => {
		expect(existsSync(inRoot(file))).toBe(true);
	});

	it('are all the nodes there are', () => {
		const nodes = filesIn('nodes').filter((file) => file.endsWith('.node.ts'));
		expect([...n8n.nodes].sort()).toEqual(nodes.map(built));
	});

	it('are all the credentials there are', () => {
		const credentials = filesIn('credentials').filter((file) => file.endsWith('.credentials.ts'));
		expect([...n8n.credentials].sort()).toEqual(credentials.map(built));
	});

	it.each(registered)('hold a class of the same name: %s', (file) => {
		expect(typeof load(file)[classIn(file)]).toBe('function');
	});
});

describe('the entry point', () => {
	it('gives all classes to those who require the package', () => {
		expect(Object.keys(load(main)).sort()).toEqual(registered.map(classIn).sort());
	});

	it.each(registered)('gives the class of %s itself', (file) => {
		expect(load(main)[classIn(file)]).toBe(load(file)[classIn(file)]);
	});
});

it('the build holds nothing whose source is gone', () => {
	const sources = [...filesIn('nodes'), ...filesIn('credentials'), ...filesIn('icons')];
	expect(filesIn('dist').sort()).toEqual(sources.map(built).sort());
});
