import { chosenVersionName, VERSIONS } from '../versions.mts';
import { ensureInstalled } from './index.mts';

/** The versions that are named behind the command; default: the one that HOST_N8N names. */
const named = process.argv.slice(2);

for (const name of named.length > 0 ? named : [undefined]) {
	await ensureInstalled(VERSIONS[chosenVersionName(name)]);
}
