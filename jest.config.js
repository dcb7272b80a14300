/** @type {import('jest').Config} */
module.exports = {
	testEnvironment: 'node',
	roots: ['<rootDir>/test'],
	testMatch: ['**/*.test.mts'],
	// Those run a real n8n: npm run test:host.
	testPathIgnorePatterns: ['/node_modules/', '/test/host/'],
	moduleFileExtensions: ['js', 'mjs', 'cjs', 'ts', 'mts', 'json'],
	// Tests are .mts so that n8n's strict lint, which covers every *.ts and forbids what tests need
	// (process, timers, node:http), leaves them alone. They run as CommonJS, like the package itself.
	transform: {
		'^.+\\.m?ts$': [
			'@swc/jest',
			{ jsc: { parser: { syntax: 'typescript' }, target: 'es2022' }, module: { type: 'commonjs' } },
		],
	},
	testTimeout: 30_000,
	// n8n's engine is loaded anew for each file and leaves much behind in a process: without this, one
	// process would run all files and grow slower with each.
	maxWorkers: 2,
	workerIdleMemoryLimit: '1GB',
};
