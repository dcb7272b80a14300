const { rm } = require('node:fs/promises');
const { spawn } = require('node:child_process');
const { dest, parallel, series, src, watch } = require('gulp');

// encoding: false copies bytes as they are (gulp 5 would otherwise read images as text).
const copy = (globs, name) =>
	Object.assign(() => src(globs, { base: '.', encoding: false }).pipe(dest('dist')), {
		displayName: name,
	});

const ICONS = ['icons/**/*.svg'];
const CODEX = ['nodes/**/*.node.json'];
const SCHEMA = ['nodes/**/__schema__/**/*.json'];

const clean = () => rm('dist', { recursive: true, force: true });
const compile = () =>
	spawn(process.execPath, [require.resolve('typescript/bin/tsc')], { stdio: 'inherit' });
const icons = copy(ICONS, 'icons');
const codex = copy(CODEX, 'codex');
const schema = copy(SCHEMA, 'schema');

exports.clean = clean;
exports.build = series(clean, parallel(compile, icons, codex, schema));

const rebuildOnChange = () => {
	watch(['nodes/**/*.ts', 'credentials/**/*.ts'], compile);
	watch(ICONS, icons);
	watch(CODEX, codex);
	watch(SCHEMA, schema);
};
exports.watch = series(exports.build, rebuildOnChange);
exports.default = exports.build;
