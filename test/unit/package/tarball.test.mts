import { execFileSync } from 'node:child_process';
import { filesIn } from '../support/files.mts';
import { inRoot, readManifest } from '../support/built-package.mts';

/** What `npm pack` would ship. */
function shipped(): string[] {
	const output = execFileSync('npm', ['pack', '--dry-run', '--json', '--ignore-scripts'], {
		cwd: inRoot('.'),
		encoding: 'utf8',
		shell: process.platform === 'win32',
		stdio: ['ignore', 'pipe', 'ignore'],
	});
	const [pack]: Array<{ files: Array<{ path: string }> }> = JSON.parse(output);
	return (pack?.files ?? []).map((file) => file.path).sort();
}

let files: string[];
beforeAll(() => {
	files = shipped();
});

describe('the tarball', () => {
	it('holds the build, the entry point, and what people read', () => {
		const outside = files.filter((file) => !file.startsWith('dist/'));
		expect(outside.filter((file) => file !== 'CHANGELOG.md')).toEqual([
			'LICENSE',
			'README.md',
			'index.js',
			'package.json',
		]);
	});

	it('holds the whole build', () => {
		expect(files.filter((file) => file.startsWith('dist/'))).toEqual(filesIn('dist'));
	});

	it('holds code, data and pictures only', () => {
		const others = files.filter(
			(file) => file.startsWith('dist/') && !/\.(js|json|svg)$/.test(file),
		);
		expect(others).toEqual([]);
	});

	it.each([
		['tests', /(^|\/)(test|tests|__tests__|fixtures)\/|\.(test|spec)\./],
		['source maps', /\.map$/],
		['TypeScript', /\.[mc]?ts$/],
		['traces of the build', /tsbuildinfo|(^|\/)dist\/package\.json$/],
	])('holds no %s', (_what, pattern) => {
		expect(files.filter((file) => pattern.test(file))).toEqual([]);
	});
});

describe('what is installed with the package', () => {
	it('is nothing: there are no runtime dependencies', () => {
		expect(readManifest().dependencies ?? {}).toEqual({});
		expect(readManifest()).not.toHaveProperty('optionalDependencies');
		expect(readManifest()).not.toHaveProperty('bundledDependencies');
	});

	it("is n8n's own library, which n8n brings along", () => {
		expect(readManifest().peerDependencies).toEqual({ 'n8n-workflow': '*' });
	});
});
