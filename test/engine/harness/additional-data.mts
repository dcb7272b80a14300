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
}

/** What the engine wants to know about the n8n around it. Every kind of context takes it. */
export function additionalDataFor({
	credentialsHelper,
	workflow,
	mode,
	executionId = '1',
	currentNodeParameters,
}: AdditionalDataOptions): IWorkflowExecuteAdditionalData {
	return {
		credentialsHelper,
		hooks: new n8nCore.ExecutionLifecycleHooks(mode, executionId, workflow),
		externalSecretsProxy: new n8nCore.ExternalSecretsProxy(),
		executionId,
		currentNodeExecutionIndex: 0,
		variables: {},
		restApiUrl: `${INSTANCE}/rest`,
		instanceBaseUrl: INSTANCE,
		formBaseUrl: `${INSTANCE}/form`,
		formWaitingBaseUrl: `${INSTANCE}/form-waiting`,
		formTestBaseUrl: `${INSTANCE}/form-test`,
		webhookBaseUrl: `${INSTANCE}/webhook`,
		webhookWaitingBaseUrl: `${INSTANCE}/webhook-waiting`,
		webhookTestBaseUrl: `${INSTANCE}/webhook-test`,
		mcpBaseUrl: `${INSTANCE}/mcp`,
		mcpTestBaseUrl: `${INSTANCE}/mcp-test`,
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
