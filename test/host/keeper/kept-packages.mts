import { ensureInstalled } from '../install/index.mts';
import { packAndInstall } from '../package/put-package.mts';
import { removeFolder, temporaryFolder } from '../temporary-folder.mts';
import { VERSIONS } from '../versions.mts';
import { Kept } from './kept.mts';

/** The package, packed and installed once in a run for each version of n8n. */
export class KeptPackages {
	private readonly folders = new Kept<string>();

	async folderFor(n8n: string): Promise<string> {
		return await this.folders.get(n8n, () => this.make(n8n));
	}

	private async make(n8n: string): Promise<string> {
		const version = Object.values(VERSIONS).find((one) => one.n8n === n8n);
		if (!version) throw new Error(`n8n ${n8n} is none of the tested versions.`);
		const folder = await temporaryFolder();
		try {
			await packAndInstall(await ensureInstalled(version), folder);
			return folder;
		} catch (error) {
			await removeFolder(folder);
			throw error;
		}
	}

	async close(): Promise<void> {
		await this.folders.end(removeFolder);
	}
}
