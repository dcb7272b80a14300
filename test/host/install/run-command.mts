import { spawn } from 'node:child_process';

const TOLD_LINES = 15;

export interface CommandOptions {
	cwd: string;
	env?: NodeJS.ProcessEnv;
}

/**
 * The environment for an npm that works elsewhere: without what the npm that runs this script set for
 * its own children.
 */
export function npmEnvironment(changes: NodeJS.ProcessEnv = {}): NodeJS.ProcessEnv {
	const kept = Object.entries(process.env).filter(
		([name]) => !/^npm_(lifecycle|package)_|^npm_config_(local_prefix|ignore_scripts)$/i.test(name),
	);
	return { ...Object.fromEntries(kept), ...changes };
}

/** Runs a program to its end and gives what it wrote to stdout. Rejects with its last lines if it fails. */
export async function runCommand(
	command: string,
	args: readonly string[],
	{ cwd, env = npmEnvironment() }: CommandOptions,
): Promise<string> {
	return await new Promise((resolve, reject) => {
		const child = spawn(command, args, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] });
		let out = '';
		let all = '';
		child.stdout.on('data', (chunk: Buffer) => {
			out += chunk;
			all += chunk;
		});
		child.stderr.on('data', (chunk: Buffer) => (all += chunk));
		child.on('error', reject);
		child.on('close', (code) => {
			if (code === 0) return resolve(out);
			const last = all.trimEnd().split('\n').slice(-TOLD_LINES).join('\n');
			reject(new Error(`${[command, ...args].join(' ')} ended with ${code}:\n${last}`));
		});
	});
}
