import { readdirSync } from 'node:fs';
import path from 'node:path';
import { inRoot } from './built-package.mts';

/** All files in a folder of the repository and below, from its root and with forward slashes. */
export function filesIn(folder: string): string[] {
	return readdirSync(inRoot(folder), { withFileTypes: true, recursive: true })
		.filter((entry) => entry.isFile())
		.map((entry) => path.relative(inRoot('.'), path.join(entry.parentPath, entry.name)))
		.map((file) => file.split(path.sep).join('/'))
		.sort();
}
