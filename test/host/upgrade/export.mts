import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { startHost } from '../host.mts';
import { progress } from '../progress.mts';
import { readWorkflow, saveWorkflow, type WorkflowFile } from '../rest/workflows.mts';
import { HostDesk } from '../support/host-desk.mts';
import { savedByRelease } from '../workflows/saved-by-release.mts';

/** What the editor's Download gives of a workflow; credentials are known by name elsewhere. */
function exported({ name, nodes, connections, settings }: WorkflowFile): string {
	const file = { name, nodes, connections, settings };
	const text = JSON.stringify(
		file,
		(key, value: unknown) => {
			if (key !== 'credentials' || typeof value !== 'object' || value === null) return value;
			const byName = Object.entries(value).map(
				([type, { name: account }]: [string, { name: string }]) => [
					type,
					{ id: null, name: account },
				],
			);
			return Object.fromEntries(byName);
		},
		2,
	);
	return `${text}\n`;
}

const { version }: { version: string } = JSON.parse(await readFile('package.json', 'utf8'));
const folder = join('test', 'host', 'upgrade', version);
await mkdir(folder, { recursive: true });
const desk = new HostDesk(startHost);
await desk.open();
try {
	for (const [name, file] of Object.entries(savedByRelease(desk.accounts))) {
		const { id } = await saveWorkflow(desk.rest, file);
		const path = join(folder, `${name}.json`);
		await writeFile(path, exported(await readWorkflow(desk.rest, id)));
		progress(`wrote ${path}`);
	}
} finally {
	await desk.close();
}
