import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { version } from 'typescript/package.json';

const OUT = 'dist';
const SOURCES = ['credentials', 'icons', 'nodes'];
/** For each file of `dist`, what it was made from and what came of it, as hashes. */
const LEDGER = join('node_modules', '.cache', 'n8n-nodes-fulfillment', 'built.json');

const hash = (text: Buffer | string) => createHash('sha1').update(text).digest('base64');

function filesIn(folder: string): string[] {
	if (!existsSync(folder)) return [];
	return readdirSync(folder, { recursive: true, withFileTypes: true })
		.filter((entry) => entry.isFile())
		.map(({ parentPath, name }) => join(parentPath, name));
}

/** Where `gulp build` puts a source; nowhere, if it does not go into the package. */
function outputOf(source: string): string | undefined {
	if (source.endsWith('.ts')) return join(OUT, source.replace(/\.ts$/, '.js'));
	return /\.(svg|json)$/.test(source) ? join(OUT, source) : undefined;
}

/** Loaded only when there is something to transpile: it takes as long as all the rest. */
async function transpiler(root: string): Promise<(source: string, text: string) => string> {
	const { default: ts } = await import('typescript');
	const { config } = ts.readConfigFile(join(root, 'tsconfig.json'), ts.sys.readFile);
	const { options: compilerOptions } = ts.parseJsonConfigFileContent(config, ts.sys, root);
	return (fileName, text) => ts.transpileModule(text, { compilerOptions, fileName }).outputText;
}

/**
 * Brings `dist` up to date with the sources, file by file and by content, so that tests run what the
 * source says. It takes no look at types: that is what `npm run lint` does.
 *
 * @returns the files that were made anew or removed
 */
export async function buildWhatChanged(root: string = process.cwd()): Promise<string[]> {
	const at = (file: string) => join(root, file);
	const files = (folder: string) => filesIn(at(folder)).map((file) => relative(root, file));
	const before: Record<string, string> = existsSync(at(LEDGER))
		? JSON.parse(readFileSync(at(LEDGER), 'utf8'))
		: {};
	const ledger: Record<string, string> = {};
	const changed: string[] = [];
	const settings = hash(`${readFileSync(at('tsconfig.json'), 'utf8')} ${version}`);
	let transpile: Awaited<ReturnType<typeof transpiler>> | undefined;
	for (const source of SOURCES.flatMap(files)) {
		const output = outputOf(source);
		if (output === undefined) continue;
		const text = readFileSync(at(source));
		const built = existsSync(at(output)) ? hash(readFileSync(at(output))) : '';
		const origin = source.endsWith('.ts') ? `${hash(text)} ${settings}` : hash(text);
		ledger[output] = `${origin} ${built}`;
		if (before[output] === ledger[output]) continue;
		if (source.endsWith('.ts')) transpile ??= await transpiler(root);
		const made = source.endsWith('.ts') && transpile ? transpile(source, text.toString()) : text;
		ledger[output] = `${origin} ${hash(made)}`;
		if (hash(made) === built) continue;
		mkdirSync(dirname(at(output)), { recursive: true });
		writeFileSync(at(output), made);
		changed.push(output);
	}
	for (const stale of files(OUT).filter((file) => !(file in ledger))) {
		rmSync(at(stale));
		changed.push(stale);
	}
	mkdirSync(dirname(at(LEDGER)), { recursive: true });
	writeFileSync(at(LEDGER), JSON.stringify(ledger));
	return changed;
}

/** What jest does once before all files. */
export default async function setUp(): Promise<void> {
	const changed = await buildWhatChanged();
	const shown = changed.slice(0, 3).map((file) => relative(OUT, file));
	if (changed.length > 3) shown.push(`${changed.length - 3} more`);
	if (changed.length > 0) console.error(`built anew: ${shown.join(', ')}`);
}
