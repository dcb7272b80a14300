import { execFileSync } from 'node:child_process';
import { gzipSync } from 'node:zlib';
import { kilobytes, megabytes, milliseconds, whole } from '../report/figures.mts';
import { must } from '../report/section.mts';
import { median, spread } from '../statistics.mts';
import type { Bench, Part } from './part.mts';

/** Plain Node.js, as n8n loads a package: nothing that compiles on the way. */
const LOAD = `
const { PackageDirectoryLoader } = require('n8n-core');
const started = performance.now();
new PackageDirectoryLoader(process.cwd()).loadAll().then(() => {
	process.stdout.write(String(performance.now() - started));
});
`;

function loadMs(): number {
	const env = { ...process.env, NODE_OPTIONS: '', N8N_LOG_LEVEL: 'silent' };
	return Number(execFileSync(process.execPath, ['-e', LOAD], { encoding: 'utf8', env }));
}

interface Packed {
	size: number;
	unpackedSize: number;
	entryCount: number;
}

function packed(): Packed {
	const args = ['pack', '--dry-run', '--json', '--ignore-scripts', '--loglevel=error'];
	const [found]: Packed[] = JSON.parse(execFileSync('npm', args, { encoding: 'utf8' }));
	if (!found) throw new Error('npm pack says nothing.');
	return found;
}

/** What the editor is told about every node, and about every node as a tool. */
function descriptions({ engine }: Bench): string {
	const types = [...engine.loaded.nodes.keys()].filter((type) =>
		type.startsWith(`${engine.loaded.name}.`),
	);
	const describe = (type: string) => engine.nodeTypes.getByNameAndVersion(type).description;
	const tools = types.filter((type) => describe(type).usableAsTool !== undefined);
	return JSON.stringify([...types, ...tools.map((type) => `${type}Tool`)].map(describe));
}

/** (f) What the package costs before it does anything. */
export const packageSize: Part = async (bench) => {
	loadMs();
	const loads = Array.from({ length: bench.quick ? 3 : 9 }, loadMs);
	const { size, unpackedSize, entryCount } = packed();
	const text = descriptions(bench);
	const gzipped = gzipSync(text).length;
	const ms = median(loads);
	return {
		title: '(f) The package',
		table: [
			['', 'value'],
			['time to load', milliseconds(ms)],
			['spread', `${whole(spread(loads) * 100)} %`],
			['installed', megabytes(unpackedSize)],
			['files', whole(entryCount)],
			['to download', kilobytes(size)],
			['descriptions for the editor', kilobytes(Buffer.byteLength(text))],
			['the same, gzip', kilobytes(gzipped)],
		],
		musts: [
			must(ms <= 100, `loaded in at most 100 ms: ${milliseconds(ms)}`),
			must(unpackedSize <= 1e6, `at most 1 MB installed: ${megabytes(unpackedSize)}`),
		],
		shown: [
			['to load the package', milliseconds(ms), '', ''],
			['installed', `${megabytes(unpackedSize)}, no dependency`, '', ''],
			['what the editor downloads of it', `${kilobytes(gzipped)} (gzip)`, '', ''],
		],
	};
};
