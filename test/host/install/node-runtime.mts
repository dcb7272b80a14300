import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { delimiter, dirname, join } from 'node:path';
import { majorOf } from '../versions.mts';
import { npmEnvironment, runCommand } from './run-command.mts';

/** A Node.js to run n8n with. */
export interface NodeRuntime {
	/** The program. */
	node: string;
	/** The folder with its headers in include/, which native parts are built with. */
	home: string;
}

/** The name that the npm package `node` gives to its parts. */
function packageName(): string {
	const system = process.platform === 'win32' ? 'win' : process.platform;
	const prefix = system === 'darwin' && process.arch === 'arm64' ? 'node-bin' : 'node';
	return `${prefix}-${system}-${process.arch}`;
}

const isOurs = (version: string) => majorOf(process.versions.node) === majorOf(version);

/** The Node.js of a version: the one that runs this, or one from the npm registry in a folder. */
export function nodeRuntime(version: string, folder: string): NodeRuntime {
	const home = isOurs(version)
		? dirname(dirname(process.execPath))
		: join(folder, 'node_modules', packageName());
	return { node: isOurs(version) ? process.execPath : join(home, 'bin', 'node'), home };
}

/** Gets it, unless it runs already. */
export async function installNode(version: string, folder: string): Promise<void> {
	if (isOurs(version)) return;
	await mkdir(folder, { recursive: true });
	await writeFile(join(folder, 'package.json'), '{"private":true}\n');
	const wanted = `${packageName()}@${version}`;
	await runCommand('npm', ['install', '--ignore-scripts', '--no-audit', '--no-fund', wanted], {
		cwd: folder,
	});
}

/** The environment in which npm, and what it builds, uses this Node.js. */
export function runtimeEnvironment({ node, home }: NodeRuntime): NodeJS.ProcessEnv {
	const headers = existsSync(join(home, 'include', 'node')) ? { npm_config_nodedir: home } : {};
	const path = [dirname(node), process.env.PATH].join(delimiter);
	return npmEnvironment({ ...headers, PATH: path });
}
