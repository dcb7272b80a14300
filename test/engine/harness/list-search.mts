import type { INodeListSearchResult, INodeParameters, INodeTypes } from 'n8n-workflow';
import { additionalDataFor } from './additional-data.mts';
import { chosenCredentials } from './chosen-credentials.mts';
import { type CredentialData, MemoryCredentials } from './credentials.mts';
import type { LoadedPackage } from './loader.mts';
import { n8nCore } from './n8n.mts';
import { executable, workflowBase } from './workflow-file.mts';

export interface ListSearchOptions {
	filter?: string;
	paginationToken?: string;
	/** The node's other parameters, as they stand in the panel. */
	parameters?: INodeParameters;
	credentials?: CredentialData;
	/** The parameter whose list is opened. */
	path?: string;
}

/** Opens a "From List" picker of a node, as the editor does, and gives one page of it. */
export async function listSearch(
	{ credentials: types }: LoadedPackage,
	nodeTypes: INodeTypes,
	type: string,
	method: string,
	options: ListSearchOptions = {},
): Promise<INodeListSearchResult> {
	const { filter, paginationToken, parameters = {}, credentials = {}, path = '' } = options;
	const credentialsHelper = new MemoryCredentials(types, credentials);
	const base = workflowBase({
		nodes: [
			{
				name: 'Temp-Node',
				type,
				parameters,
				credentials: chosenCredentials(credentials),
			},
		],
		connections: {},
	});
	const workflow = executable(base, nodeTypes);
	const node = workflow.getNode('Temp-Node');
	const search = nodeTypes.getByNameAndVersion(type).methods?.listSearch?.[method];
	if (!node || !search) throw new Error(`${type} has no list search "${method}"`);
	const additionalData = additionalDataFor({
		credentialsHelper,
		workflow: base,
		mode: 'internal',
		// The editor sends what stands in the panel, defaults included.
		currentNodeParameters: node.parameters,
	});
	const context = new n8nCore.LoadOptionsContext(workflow, node, additionalData, path);
	// Not search.call(): n8n-core's context and n8n-workflow's interface differ by an optional field.
	const result: INodeListSearchResult = await Reflect.apply(search, context, [
		filter,
		paginationToken,
	]);
	// n8n hands the token through the browser, where numbers become text.
	return typeof result.paginationToken === 'number'
		? { ...result, paginationToken: String(result.paginationToken) }
		: result;
}
