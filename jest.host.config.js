const usual = require('./jest.config.js');

/** @type {import('jest').Config} */
module.exports = {
	...usual,
	roots: ['<rootDir>/test/host'],
	// The browser and queue mode need more than npm can give, and have commands of their own.
	testPathIgnorePatterns: ['/node_modules/', '/test/host/(browser|queue)/'],
	testTimeout: 120_000,
};
