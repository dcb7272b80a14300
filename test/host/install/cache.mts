import { homedir } from 'node:os';
import { join } from 'node:path';
import { majorOf, type Version } from '../versions.mts';

/** Where installed versions are kept, outside of the repository. */
export function cacheRoot(): string {
	const base = process.env.XDG_CACHE_HOME || join(homedir(), '.cache');
	return join(base, 'n8n-nodes-fulfillment');
}

/** The folder of one version. */
export const cacheFolder = ({ n8n, node }: Version): string =>
	join(cacheRoot(), `${n8n}-node${majorOf(node)}`);
