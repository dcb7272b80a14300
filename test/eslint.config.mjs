import js from '@eslint/js';
import tseslint from 'typescript-eslint';

export default tseslint.config(
	{ ignores: ['**/fixtures/**'] },
	{
		files: ['**/*.mts', '**/*.cts'],
		extends: [js.configs.recommended, tseslint.configs.strict],
		linterOptions: { reportUnusedDisableDirectives: 'error' },
	},
);
