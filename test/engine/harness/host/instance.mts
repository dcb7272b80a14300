import type {
	IDataObject,
	INodeTypes,
	IWorkflowBase,
	IWorkflowExecuteAdditionalData,
	Workflow,
	WorkflowExecuteMode,
} from 'n8n-workflow';
import { additionalDataFor } from '../additional-data.mts';
import type { MemoryCredentials } from '../credentials.mts';
import { executable } from '../workflow-file.mts';
import type { HostDatabase } from './database.mts';

/** What all parts of one imitated n8n share. */
export class Instance {
	/** Where this n8n says that it is reached. */
	url = 'http://n8n.invalid';
	/** What triggers threw: n8n records a failed execution of each. */
	readonly failures: unknown[] = [];
	/** Errors that n8n only writes to its log. */
	readonly problems: unknown[] = [];
	readonly database: HostDatabase;
	readonly nodeTypes: INodeTypes;
	readonly credentials: MemoryCredentials;

	constructor(database: HostDatabase, nodeTypes: INodeTypes, credentials: MemoryCredentials) {
		this.database = database;
		this.nodeTypes = nodeTypes;
		this.credentials = credentials;
	}

	workflow(base: IWorkflowBase, staticData: IDataObject = {}): Workflow {
		return executable(base, this.nodeTypes, staticData);
	}

	/** Outside of an execution, n8n gives no execution ID. */
	additionalData(base: IWorkflowBase, mode: WorkflowExecuteMode): IWorkflowExecuteAdditionalData {
		const { credentials: credentialsHelper, url: instance } = this;
		const data = additionalDataFor({ credentialsHelper, workflow: base, mode, instance });
		delete data.executionId;
		return data;
	}
}
