import { mkdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * The only folder that the engine writes to. One per process, so that test files which share a
 * process share it, and none is left behind in the home directory.
 */
export const userFolder = join(tmpdir(), `n8n-nodes-fulfillment-engine-${process.pid}`);

// n8n-core reads these once, while it is being loaded: this file has to be evaluated before it.
Object.assign(process.env, {
	N8N_USER_FOLDER: userFolder,
	N8N_LOG_LEVEL: 'debug',
	N8N_DIAGNOSTICS_ENABLED: 'false',
});

mkdirSync(userFolder, { recursive: true });

/** Removes everything that the engine wrote. */
export function removeUserFolder(): void {
	rmSync(userFolder, { recursive: true, force: true });
}

process.once('exit', removeUserFolder);
