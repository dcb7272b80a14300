import { ensureInstalled } from '../install/index.mts';
import { packAndInstall } from '../package/put-package.mts';
import { removeFolder, temporaryFolder } from '../temporary-folder.mts';
import { VERSIONS } from '../versions.mts';

/** The package, packed and installed once in a run for each version of n8n. */
export class KeptPackages {
	private readonly folders = new Map<string, Promise<string>>();

	async folderFor(n8n: string): Promise<string> {
		const folder = this.folders.get(n8n) ?? this.make(n8n);
		this.folders.set(n8n, folder);
		return await folder;
	}

	private async make(n8n: string): Promise<string> {
		const version = Object.values(VERSIONS).find((one) => one.n8n === n8n);
		if (!version) throw new Error(`n8n ${n8n} is none of the tested versions.`);
		const folder = await temporaryFolder();
		await packAndInstall(await ensureInstalled(version), folder);
		return folder;
	}

	async close(): Promise<void> {
		const folders = await Promise.allSettled(this.folders.values());
		for (const folder of folders) {
			if (folder.status === 'fulfilled') await removeFolder(folder.value);
		}
	}
}
