import { createRequire } from 'node:module';

const { projects, testTimeout } = createRequire(import.meta.url)('../../jest.config.js');
const unit = projects.find(({ displayName }) => displayName === 'unit');
const { globalSetup, displayName, ...settings } = unit;

/** Mutation testing of the folders that `npm run mutation -- <folder>` names, over the unit tests. */
export default {
	testRunner: 'jest',
	plugins: ['@stryker-mutator/jest-runner'],
	jest: {
		projectType: 'custom',
		config: {
			...settings,
			// The first is what these tests are about; the others look at the files of the package.
			testPathIgnorePatterns: [
				...settings.testPathIgnorePatterns,
				'/test/unit/(bench|examples|jest|package|sandbox)/',
			],
			testEnvironment: './test/mutation/environment.cjs',
			testTimeout,
		},
	},
	coverageAnalysis: 'perTest',
	// Seeded tests play more cases in full than a mutant needs to be found.
	concurrency: 2,
	timeoutMS: 20_000,
	reporters: ['clear-text', 'progress-append-only', 'json'],
	clearTextReporter: { allowColor: false, logTests: false, reportTests: false },
	jsonReporter: { fileName: 'reports/mutation.json' },
	disableTypeChecks: false,
	checkers: [],
	ignorePatterns: ['dist', 'reports', '*.log'],
	tempDirName: '.stryker-tmp',
};
