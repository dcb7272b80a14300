import { randomUUID } from 'node:crypto';
import type { IConnections, INode, INodeParameters } from 'n8n-workflow';
import type { Accounts, CredentialType } from '../support/accounts.mts';
import type { WorkflowFile } from '../rest/workflows.mts';

/** The usual way of a workflow of a test to begin. */
export const START = 'Start';

/** A built-in node, or with a type that begins with its package any other. */
export function node(
	name: string,
	type: string,
	parameters: INodeParameters = {},
	extra: Partial<INode> = {},
): INode {
	return {
		id: randomUUID(),
		name,
		type: type.includes('.') ? type : `n8n-nodes-base.${type}`,
		typeVersion: 1,
		position: [0, 0],
		parameters,
		...extra,
	};
}

/** The system that each value of a parameter Provider stands for. */
export const CREDENTIAL_OF = {
	flexport: 'flexportApi',
	deliverr: 'deliverrApi',
	digitalRiver: 'digitalRiverApi',
	deliverySolutions: 'deliverySolutionsApi',
} as const;

export type ProviderName = keyof typeof CREDENTIAL_OF;

/** Makes nodes of this package that use these accounts. */
export const nodesWith =
	(accounts: Accounts) =>
	(
		name: string,
		type: string,
		credential: CredentialType,
		parameters: INodeParameters,
		extra: Partial<INode> = {},
	): INode =>
		node(name, `n8n-nodes-fulfillment.${type}`, parameters, {
			credentials: { [credential]: accounts[credential] },
			...extra,
		});

/** From a node (at one of its outputs, default the first) to a node (at one of its inputs). */
export type Link = [from: string, to: string, output?: number, input?: number];

function connectionsOf(links: readonly Link[]): IConnections {
	const connections: IConnections = {};
	for (const [from, to, output = 0, index = 0] of links) {
		const { main = [] } = (connections[from] ??= { main: [] });
		while (main.length <= output) main.push([]);
		main[output]?.push({ node: to, type: 'main', index });
	}
	return connections;
}

export function workflow(name: string, nodes: INode[], links: readonly Link[]): WorkflowFile {
	const placed = nodes.map((one, index): INode => ({ ...one, position: [index * 220, 0] }));
	return { name, nodes: placed, connections: connectionsOf(links) };
}

/** Nodes one behind the other. */
export function chain(name: string, ...nodes: INode[]): WorkflowFile {
	const links = nodes.slice(1).map((to, index): Link => [nodes[index]?.name ?? '', to.name]);
	return workflow(name, nodes, links);
}

/** A manual start, and nodes one behind the other. */
export const manually = (name: string, ...nodes: INode[]): WorkflowFile =>
	chain(name, node(START, 'manualTrigger'), ...nodes);
