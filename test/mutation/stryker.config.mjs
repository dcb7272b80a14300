import { createRequire } from 'node:module';

const { projects, testTimeout } = createRequire(import.meta.url)('../../jest.config.js');
const unit = projects.find(({ displayName }) => displayName === 'unit');
const { displayName, globalSetup, ...settings } = unit;

/** Folders of tests, as main.mts names them: all others would be loaded for each mutant too. */
const tests = (process.env.MUTATION_TESTS ?? 'test/unit').split(',');

/** Mutation testing of the folders that `npm run mutation -- <folder>` names, over their unit tests. */
export default {
	testRunner: 'jest',
	plugins: ['@stryker-mutator/jest-runner'],
	jest: {
		projectType: 'custom',
		config: {
			...settings,
			setupFiles: [...settings.setupFiles, '<rootDir>/test/mutation/no-shrinking.mts'],
			roots: tests.map((folder) => `<rootDir>/${folder}`),
			testEnvironment: './test/mutation/environment.cjs',
			testTimeout,
		},
	},
	coverageAnalysis: 'perTest',
	concurrency: 2,
	timeoutMS: 5_000,
	ignoreStatic: true,
	reporters: ['clear-text', 'json'],
	clearTextReporter: { allowColor: false, logTests: false, reportTests: false },
	jsonReporter: { fileName: 'reports/mutation.json' },
	ignorePatterns: ['dist', 'reports'],
	tempDirName: '.stryker-tmp',
	cleanTempDir: 'always',
};
