import type { INodeType, INodeTypes, IVersionedNodeType } from 'n8n-workflow';
import type { LoadedPackage } from './loader.mts';
import { n8nWorkflow } from './n8n.mts';
import { STAND_INS } from './standins.mts';
import { asTool } from './tool-description.mts';

/** The node types that a workflow can name: those of the package, and the stand-ins. */
export function nodeTypesOf({ nodes }: LoadedPackage): INodeTypes {
	const getByName = (type: string): INodeType | IVersionedNodeType => {
		const found = nodes.get(type) ?? STAND_INS[type];
		if (!found) {
			const known = [...nodes.keys(), ...Object.keys(STAND_INS)].join(', ');
			throw new Error(`There is no node type "${type}". Known: ${known}`);
		}
		return found;
	};
	const versioned = (type: string, version?: number) =>
		n8nWorkflow.NodeHelpers.getVersionedNodeType(getByName(type), version);
	return {
		getByName,
		// As in n8n, "<type>Tool" is made from "<type>" where the package brings no such node itself.
		getByNameAndVersion: (type, version) =>
			type.endsWith('Tool') && !nodes.has(type)
				? asTool(versioned(type.replace(/Tool$/, ''), version))
				: versioned(type, version),
		getKnownTypes: () => ({}),
	};
}
