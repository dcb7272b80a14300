import type { ICredentialType, INodeType, IVersionedNodeType } from 'n8n-workflow';
import { n8nCore } from './n8n.mts';

/** What a community package brings, under the names that workflow files use. */
export interface LoadedPackage {
	name: string;
	nodes: Map<string, INodeType | IVersionedNodeType>;
	credentials: Map<string, ICredentialType>;
}

/**
 * Loads a built package as n8n does: by the "n8n" section of its package.json, with n8n-core's own
 * loader, so that codex files and icons are found (or missed) exactly as in a real installation.
 */
export async function loadPackage(directory: string): Promise<LoadedPackage> {
	const loader = new n8nCore.PackageDirectoryLoader(directory);
	await loader.loadAll();
	const name = loader.packageName;
	const nodes = Object.entries(loader.nodeTypes).map(
		([type, node]) => [`${name}.${type}`, node.type] as const,
	);
	const credentials = Object.entries(loader.credentialTypes).map(([type, credential]) => {
		const supportedNodes = credential.type.supportedNodes?.map((node) => `${name}.${node}`) ?? [];
		return [type, Object.assign(credential.type, { supportedNodes })] as const;
	});
	return { name, nodes: new Map(nodes), credentials: new Map(credentials) };
}
