import type { IDataObject, INodeParameters, INodeType, INodeTypes } from 'n8n-workflow';
import { type CredentialData, MemoryCredentials } from './credentials.mts';
import { HostDatabase } from './host/database.mts';
import { Executions } from './host/executions.mts';
import { Instance } from './host/instance.mts';
import { hostedWorkflow, withParameters } from './host/workflow.mts';
import type { LoadedPackage } from './loader.mts';
import { PollActivation } from './polls/activation.mts';
import { testPoll } from './polls/manual-test.mts';
import type { PollOutcome } from './polls/poller.mts';
import type { RunResult } from './result.mts';
import type { WorkflowFile } from './workflow-file.mts';

export interface PollHostOptions {
	credentials?: CredentialData;
	/**
	 * How n8n keeps the node's static data: "classic" (default) in a workflow object that lives on,
	 * "durable" in copies that are stored poll by poll. See polls/classic-memory.mts and
	 * durable-memory.mts.
	 */
	cursors?: 'classic' | 'durable';
	/**
	 * "classic" (default) is n8n's ActiveWorkflowManager: one try. "publication" is what n8n 2.40 and
	 * later do by default, and always with durable cursors: five tries (without the pauses) on the same
	 * static data, which is saved even if they fail; and a node that did not change is left alone.
	 */
	activation?: 'classic' | 'publication';
	/** Whether items and failures start executions. Default: true. Without, items are only collected. */
	run?: boolean;
}

/** An n8n that hosts one workflow, whose trigger is a polling node. A test says when it is time. */
export interface PollHost {
	/**
	 * Publishes the workflow as it is saved, and polls once. Rejects with what that poll threw, which
	 * n8n wraps into "There was a problem activating the workflow".
	 */
	activate(): Promise<void>;
	/**
	 * Static data that was not saved is gone. A poll that is under way is not listened to any more
	 * (n8n 2.8 still does).
	 */
	deactivate(): Promise<void>;
	/**
	 * n8n dies without a word and starts anew, which polls once (with durable cursors it does not).
	 * Rejects with what that poll threw; the workflow then stays published, but is not polled. n8n
	 * tries again after a while: call this again.
	 */
	restart(): Promise<void>;
	/** It is time: polls, and waits until that and the execution which it started are over. */
	poll(): Promise<PollOutcome>;
	/** `poll()`, but does not wait for the execution to end. */
	pollNow(): Promise<PollOutcome>;
	/** "Execute step" in the editor. Leaves nothing behind, neither executions nor outputs. */
	test(): Promise<PollOutcome>;
	/** From now on nothing reaches the database: n8n is about to die. Ends with `restart()`. */
	loseWrites(): void;
	/** A copy of what the database holds; of the polling node's own data, the cursor if it is durable. */
	staticData(): IDataObject;
	/** Takes effect when static data is read the next time: at the next activation or restart. */
	setStaticData(data: IDataObject): void;
	/** A copy of what the living workflow holds. Durable cursors leave nothing there. */
	memory(): IDataObject;
	/** Every execution so far, failed ones included, in the order in which they were started. */
	executions(): Array<Promise<RunResult>>;
	/** Waits until every poll and every execution is over, and gives the results of these. */
	settled(): Promise<RunResult[]>;
	/**
	 * What the trigger has put out, over all executions, even while they run; or what a node has, in
	 * the executions that are finished.
	 */
	outputs(node?: string): IDataObject[];
	/** Executions that start from now on wait behind the trigger until they are released. */
	holdRuns(): () => void;
	/** What polls threw, those of activations left out. n8n records a failed execution of each. */
	failures(): unknown[];
	/** Errors that n8n only writes to its log. */
	problems(): unknown[];
	/** Works at once: n8n reads credentials anew at each use. */
	setCredentials(credentials: CredentialData): void;
	/** Saves the workflow with other parameters of the trigger. Works from the next activation on. */
	setParameters(parameters: INodeParameters): void;
	close(): Promise<void>;
}

const polls = ({ poll }: INodeType) => poll !== undefined;

/** Makes an n8n that hosts a workflow (or the file at a path). It is not active yet. */
export function hostPolls(
	{ credentials: types }: LoadedPackage,
	nodeTypes: INodeTypes,
	source: WorkflowFile | string,
	options: PollHostOptions = {},
): PollHost {
	const { credentials = {}, cursors = 'classic', run = true } = options;
	const { activation = cursors === 'durable' ? 'publication' : 'classic' } = options;
	if (cursors === 'durable' && activation === 'classic') {
		throw new Error('Only the publication service has durable cursors');
	}
	const { base, triggers } = hostedWorkflow(source, nodeTypes, credentials, polls);
	const [node] = triggers;
	if (!node || triggers.length > 1) {
		throw new Error(`The workflow has ${triggers.length} polling nodes instead of one`);
	}
	const trigger = node.name;
	const key = `node:${trigger}`;
	const database = new HostDatabase(base);
	const instance = new Instance(database, nodeTypes, new MemoryCredentials(types, credentials));
	const executions = new Executions(instance);
	const activator = new PollActivation({
		instance,
		executions,
		trigger,
		activation,
		cursors,
		run,
	});

	return {
		activate: () => activator.activate(),
		async deactivate() {
			activator.deactivate();
		},
		async restart() {
			database.losesWrites = false;
			await activator.restart();
		},
		async poll() {
			const { outcome, result } = await executions.track(activator.current.scheduled());
			await Promise.allSettled([result]);
			return outcome;
		},
		async pollNow() {
			return (await executions.track(activator.current.scheduled())).outcome;
		},
		test: () => testPoll(instance, trigger),
		loseWrites() {
			database.losesWrites = true;
		},
		staticData() {
			const cursor = database.cursor;
			return { ...database.staticData, ...(cursor ? { [key]: cursor } : {}) };
		},
		setStaticData(data) {
			database.staticData = data;
			if (database.cursor) database.cursorJson = JSON.stringify(data[key] ?? {});
		},
		memory() {
			const copy = activator.current.memory.copy();
			if (!copy) throw new Error('Durable cursors leave nothing in memory');
			return copy;
		},
		executions: () => executions.results,
		settled: () => executions.settled(),
		outputs: (name) => executions.outputs(name === trigger ? undefined : name),
		holdRuns: () => executions.hold(),
		failures: () => [...instance.failures],
		problems: () => [...instance.problems],
		setCredentials: (data) => instance.credentials.store(data),
		setParameters(parameters) {
			database.draft = withParameters(database.draft, trigger, parameters);
		},
		async close() {
			activator.stop();
			executions.cancelAll();
		},
	};
}
