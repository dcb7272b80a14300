import type {
	ICredentialsHelper,
	INodeParameters,
	IWorkflowBase,
	IWorkflowExecuteAdditionalData,
	WorkflowExecuteMode,
} from 'n8n-workflow';
import { n8nCore } from './n8n.mts';

// Nobody answers here. They only have to be valid addresses, as the engine builds others from them.
const INSTANCE = 'http://n8n.invalid';

const notHere = (what: string) => async (): Promise<never> => {
	throw new Error(`${what} are not supported here`);
};

export interface AdditionalDataOptions {
	credentialsHelper: ICredentialsHelper;
	workflow: IWorkflowBase;
	mode: WorkflowExecuteMode;
	executionId?: string;
	currentNodeParameters?: INodeParameters;
	/** Where this n8n says that it is reached. */
	instance?: string;
}

/** What the engine wants to know about the n8n around it. Every kind of context takes it. */
export function additionalDataFor({
	credentialsHelper,
	workflow,
	mode,
	executionId = '1',
	currentNodeParameters,
	instance = INSTANCE,
}: AdditionalDataOptions): IWorkflowExecuteAdditionalData {
	return {
		credentialsHelper,
		hooks: new n8nCore.ExecutionLifecycleHooks(mode, executionId, workflow),
		externalSecretsProxy: new n8nCore.ExternalSecretsProxy(),
		executionId,
		currentNodeExecutionIndex: 0,
		variables: {},
		restApiUrl: `${instance}/rest`,
		instanceBaseUrl: instance,
		formBaseUrl: `${instance}/form`,
		formWaitingBaseUrl: `${instance}/form-waiting`,
		formTestBaseUrl: `${instance}/form-test`,
		webhookBaseUrl: `${instance}/webhook`,
		webhookWaitingBaseUrl: `${instance}/webhook-waiting`,
		webhookTestBaseUrl: `${instance}/webhook-test`,
		mcpBaseUrl: `${instance}/mcp`,
		mcpTestBaseUrl: `${instance}/mcp-test`,
		...(currentNodeParameters ? { currentNodeParameters } : {}),
		executeWorkflow: notHere('Sub-workflows'),
		startRunnerTask: notHere('Task runners'),
		getRunExecutionData: async () => undefined,
		getRuntimeCredential: async () => undefined,
		setExecutionStatus: () => undefined,
		sendDataToUI: () => undefined,
		logAiEvent: () => undefined,
	};
}
