import type { SavedCredential } from '../rest/credentials.mts';
import type { WorkflowFile } from '../rest/workflows.mts';

/** The workflow with a credential chosen in one of its nodes, as its note tells a person to do. */
export function withCredential(
	file: WorkflowFile,
	name: string,
	type: string,
	credential: SavedCredential,
): WorkflowFile {
	const nodes = file.nodes.map((node) =>
		node.name === name ? { ...node, credentials: { [type]: credential } } : node,
	);
	return { ...file, nodes };
}
