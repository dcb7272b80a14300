import { execFileSync } from 'node:child_process';
import { inRoot } from '../support/built-package.mts';

/**
 * Runs the rules of n8n's package scanner in a process of its own: it is an ES module, and it prints.
 * The provenance of a published version, which it checks too, needs a published version.
 */
const SCRIPT = `
	import { analyzePackage, SOURCE_FILE_PATTERNS } from '@n8n/scan-community-package/scanner/scanner.mjs';
	const patterns = { source: SOURCE_FILE_PATTERNS, build: ['package.json', 'index.js', 'dist/**/*.js'] };
	const result = await analyzePackage(process.cwd(), patterns[process.argv[1]]);
	process.stdout.write('\\n' + JSON.stringify(result));
`;

function scan(what: 'source' | 'build'): unknown {
	const output = execFileSync(process.execPath, ['--input-type=module', '-e', SCRIPT, what], {
		cwd: inRoot('.'),
		encoding: 'utf8',
		// Where NODE_ENV is "test", the rules take every file for one of their own tests.
		env: { ...process.env, NODE_ENV: 'production' },
	});
	return JSON.parse(output.slice(output.lastIndexOf('\n')));
}

describe("n8n's package scanner", () => {
	it('finds nothing in the source', () => {
		expect(scan('source')).toEqual({ passed: true });
	}, 300_000);

	it('finds nothing in the build', () => {
		expect(scan('build')).toEqual({ passed: true });
	}, 300_000);
});
