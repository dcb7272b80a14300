import type {
	ICredentialDataDecryptedObject,
	INodeCredentialTestResult,
	INodeListSearchResult,
	INodeParameters,
	INodeTypeDescription,
} from 'n8n-workflow';
import { testCredential } from './credential-test.mts';
import { removeUserFolder } from './environment.mts';
import { listSearch, type ListSearchOptions } from './list-search.mts';
import { loadPackage } from './loader.mts';
import { captureLogs } from './logs.mts';
import { nodeTypesOf } from './node-types.mts';
import { hostPolls, type PollHost, type PollHostOptions } from './poll-host.mts';
import { nodeAsTool, type RunNodeOptions, singleNode } from './run-node.mts';
import { type Run, type RunOptions, runWorkflow } from './run.mts';
import { hostWebhooks, type WebhookHost, type WebhookHostOptions } from './webhook-host.mts';
import type { WorkflowFile } from './workflow-file.mts';

/** n8n's engine with one package installed. */
export interface Engine {
	/** Runs a workflow, or the file at a path from the repository's root. */
	runWorkflow(workflow: WorkflowFile | string, options?: RunOptions): Run;
	/** Runs manual trigger -> one node. The node is called "Node" in the result (see NODE). */
	runNode(type: string, parameters: INodeParameters, options?: RunNodeOptions): Run;
	/**
	 * Runs a node as the tool of an agent that calls it with these arguments (for `$fromAI`). The
	 * agent is called "Agent" in the result (see AGENT).
	 */
	runAsTool(
		type: string,
		parameters: INodeParameters,
		args: INodeParameters,
		options?: RunNodeOptions,
	): Run;
	/** Starts an n8n that hosts one workflow (or the file at a path), whose trigger is a webhook. */
	hostWebhooks(workflow: WorkflowFile | string, options?: WebhookHostOptions): Promise<WebhookHost>;
	/** An n8n that hosts one workflow (or the file at a path), whose trigger is a polling node. */
	hostPolls(workflow: WorkflowFile | string, options?: PollHostOptions): PollHost;
	/** Presses "Test" on a credential. */
	testCredential(
		type: string,
		data: ICredentialDataDecryptedObject,
	): Promise<INodeCredentialTestResult>;
	/** Opens a "From List" picker. */
	listSearch(
		type: string,
		method: string,
		options?: ListSearchOptions,
	): Promise<INodeListSearchResult>;
	/** What the editor is told about a node. */
	describeNode(type: string): INodeTypeDescription;
	/** Removes what the engine wrote. */
	close(): void;
}

/** Loads the engine and a built package. Once per test file is enough: runs share nothing. */
export async function createEngine(directory: string = process.cwd()): Promise<Engine> {
	captureLogs();
	const loaded = await loadPackage(directory);
	const nodeTypes = nodeTypesOf(loaded);
	return {
		runWorkflow: (workflow, options) => runWorkflow(loaded, nodeTypes, workflow, options),
		runNode(type, parameters, options) {
			const { workflow, run } = singleNode(type, parameters, options);
			return runWorkflow(loaded, nodeTypes, workflow, run);
		},
		runAsTool(type, parameters, args, options) {
			const { workflow, run } = nodeAsTool(type, parameters, args, options);
			return runWorkflow(loaded, nodeTypes, workflow, run);
		},
		hostWebhooks: (workflow, options) => hostWebhooks(loaded, nodeTypes, workflow, options),
		hostPolls: (workflow, options) => hostPolls(loaded, nodeTypes, workflow, options),
		testCredential: (type, data) => testCredential(loaded, type, data),
		listSearch: (type, method, options) => listSearch(loaded, nodeTypes, type, method, options),
		describeNode: (type) => nodeTypes.getByNameAndVersion(type).description,
		close: removeUserFolder,
	};
}
