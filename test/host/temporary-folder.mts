import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isAlive } from './install/lock.mts';

const NAME = 'fulfillment-host-';
const PATTERN = new RegExp(`^${NAME}(\\d+)-`);

export async function removeFolder(path: string): Promise<void> {
	await rm(path, { recursive: true, force: true, maxRetries: 5 });
}

/** Removes what processes left behind that were killed before they could clear up. */
async function removeAbandoned(): Promise<void> {
	for (const name of await readdir(tmpdir())) {
		const owner = PATTERN.exec(name)?.[1];
		if (owner !== undefined && !isAlive(Number(owner))) await removeFolder(join(tmpdir(), name));
	}
}

/** A folder for one n8n. */
export async function temporaryFolder(): Promise<string> {
	await removeAbandoned();
	return await mkdtemp(join(tmpdir(), `${NAME}${process.pid}-`));
}
