export type { CredentialData } from './credentials.mts';
export { createEngine, type Engine } from './engine.mts';
export type { ListSearchOptions } from './list-search.mts';
export type { RunResult } from './result.mts';
export { AGENT, NODE, type RunNodeOptions } from './run-node.mts';
export type { Run, RunOptions } from './run.mts';
export type { WebhookAddress, WebhookHost, WebhookHostOptions } from './webhook-host.mts';
export { readWorkflow, type WorkflowFile, type WorkflowNode } from './workflow-file.mts';
