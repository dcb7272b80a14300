const leftOut = require('./test/host/left-out.cjs');

// Tests are .mts so that n8n's strict lint, which covers every *.ts and forbids what tests need
// (process, timers, node:http), leaves them alone. They run as CommonJS, like the package itself.
const TRANSFORM = {
	'^.+\\.[cm]?ts$': [
		'@swc/jest',
		{ jsc: { parser: { syntax: 'typescript' }, target: 'es2022' }, module: { type: 'commonjs' } },
	],
};

const project = (displayName, folders, more = {}) => ({
	displayName,
	roots: folders.map((folder) => `<rootDir>/test/${folder}`),
	testMatch: ['**/*.test.mts'],
	moduleFileExtensions: ['js', 'mjs', 'cjs', 'ts', 'mts', 'cts', 'json'],
	transform: TRANSFORM,
	testEnvironment: '<rootDir>/test/jest/environment.cts',
	globalSetup: '<rootDir>/test/jest/build.cts',
	setupFiles: ['<rootDir>/test/jest/once.mts'],
	...more,
});

const without = (...paths) => ({ testPathIgnorePatterns: ['/node_modules/', ...paths] });

/** Tests in a real n8n: which one, and which files of test/host are not for it. */
const host = (displayName, folders, ignored, environment = {}) =>
	project(displayName, folders, {
		...without(...ignored),
		setupFiles: ['<rootDir>/test/jest/once.mts', '<rootDir>/test/host/jest/suite.mts'],
		globalSetup: '<rootDir>/test/host/keeper/setup.cts',
		globalTeardown: '<rootDir>/test/host/keeper/teardown.cts',
		globals: { HOST_ENVIRONMENT: environment },
	});

const unit = (folder) => `/test/unit/${folder}/`;

/** What is about the package as it is built, and about the tools that tests use. */
const PACKAGE = ['examples', 'package'];
const TOOLS = ['bench', 'host', 'jest', 'sandbox'];

const BROWSER = '/test/host/browser/';
const QUEUE = '/test/host/queue/';

/** @type {import('jest').Config} */
module.exports = {
	projects: [
		project('unit', ['unit'], {
			...without(...['fuzz', ...TOOLS, ...PACKAGE].map(unit)),
			// The sources too, so that --watch sees which tests a change of them touches.
			roots: ['test/unit', 'nodes', 'credentials'].map((folder) => `<rootDir>/${folder}`),
		}),
		project(
			'package',
			PACKAGE.map((folder) => `unit/${folder}`),
		),
		project(
			'tools',
			TOOLS.map((folder) => `unit/${folder}`),
		),
		project('engine', ['engine'], without('/test/engine/(chaos|fuzz)/')),
		// Run by a test in test/unit/jest: two files that must share a worker.
		project('isolation', ['jest/isolation']),
		project('stress', ['unit/fuzz', 'engine/fuzz', 'engine/chaos']),
		host('host', ['host'], [BROWSER, QUEUE]),
		host('older', ['host'], [BROWSER, QUEUE, ...leftOut.older], { HOST_N8N: 'node20' }),
		host('queue', ['host'], [BROWSER, ...leftOut.queue], { HOST_MODE: 'queue' }),
		host('browser', ['host/browser'], []),
	],
	testSequencer: '<rootDir>/test/jest/sequencer.cjs',
	testTimeout: 120_000,
	maxWorkers: 2,
	workerIdleMemoryLimit: '2GB',
};
