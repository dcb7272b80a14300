export { startHost, type Host, type HostOptions } from './host.mts';
export type { Cluster, ClusterParts } from './n8n/cluster.mts';
export { RestClient, RestError } from './rest/client.mts';
export {
	saveCredential,
	testCredential,
	type CredentialFields,
	type SavedCredential,
} from './rest/credentials.mts';
export { executionsOf, readExecution, untilFinished, type Execution } from './rest/executions.mts';
export { OWNER } from './rest/owner.mts';
export { listenForTest, runWorkflow, startRun, stopListening } from './rest/run.mts';
export {
	activate,
	deactivate,
	readWorkflow,
	saveWorkflow,
	type SavedWorkflow,
	type WorkflowFile,
} from './rest/workflows.mts';
export { VERSIONS, chosenVersion, type Version } from './versions.mts';
