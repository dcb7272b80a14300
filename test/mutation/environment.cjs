const { readFileSync } = require('node:fs');
const ts = require('typescript');

const compilerOptions = { module: 'commonjs', target: 'es2022', esModuleInterop: true };

// Stryker loads the environment by itself, when jest's own way to read TypeScript is over.
for (const ending of ['.cts', '.mts']) {
	require.extensions[ending] = (module, file) => {
		const text = readFileSync(file, 'utf8');
		module._compile(ts.transpileModule(text, { compilerOptions }).outputText, file);
	};
}

module.exports = require('../jest/environment.cts').default;
