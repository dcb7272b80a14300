import { readFile, writeFile } from 'node:fs/promises';
import { format, resolveConfig } from 'prettier';
import { readmeTable, withFigures } from './readme-table.mts';
import type { Section } from './section.mts';

const README = 'README.md';

/** Puts the figures into the README. */
export async function writeReadme(sections: readonly Section[], where: string): Promise<void> {
	const text = withFigures(await readFile(README, 'utf8'), readmeTable(sections, where));
	const options = await resolveConfig(README);
	await writeFile(README, await format(text, { ...options, filepath: README }));
}
