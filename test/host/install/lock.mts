import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { progress } from '../progress.mts';

const LOOK_AGAIN_MS = 1_000;

/** Whether a process still runs. */
export const isAlive = (pid: number): boolean => {
	try {
		process.kill(pid, 0);
		return true;
	} catch {
		return false;
	}
};

async function taken(path: string): Promise<boolean> {
	try {
		await writeFile(path, String(process.pid), { flag: 'wx' });
		return true;
	} catch {
		return false;
	}
}

/** A holder that died leaves its lock behind. */
async function holderOf(path: string): Promise<number | undefined> {
	const pid = Number(await readFile(path, 'utf8').catch(() => ''));
	// Empty for the moment between making the file and writing to it.
	return pid > 0 ? pid : undefined;
}

/** Does something while no other process does; waits for its turn. */
export async function withLock<T>(path: string, work: () => Promise<T>): Promise<T> {
	await mkdir(dirname(path), { recursive: true });
	for (let told = false; !(await taken(path)); told = true) {
		const holder = await holderOf(path);
		if (holder !== undefined && !isAlive(holder)) await rm(path, { force: true });
		else {
			if (!told) progress(`waiting for process ${holder ?? ''}, which is at work there`);
			await pause(LOOK_AGAIN_MS);
		}
	}
	try {
		return await work();
	} finally {
		await rm(path, { force: true });
	}
}
