import type { ExecutionError, IDataObject, INodeParameters } from 'n8n-workflow';
import type { FlexportControl } from '../../sandbox/flexport/control.mts';
import { startSandbox, type Sandbox } from '../../sandbox/server.mts';
import {
	createEngine,
	NODE,
	type CredentialData,
	type Engine,
	type RunNodeOptions,
	type RunResult,
} from '../harness/index.mts';
import { findLeaks } from './secrets.mts';

/** The nodes of this package. */
export type NodeName = 'product' | 'inventory' | 'fulfillmentOrder';

export interface BenchRunOptions extends RunNodeOptions {
	/** Default: the token of the default account with all scopes. */
	token?: string;
}

/** The name of a node in workflow files. */
export const nodeType = (node: NodeName) => `n8n-nodes-fulfillment.${node}`;

/** The engine with this package, and a sandbox for its nodes to talk to. */
export class FlexportBench {
	engine!: Engine;
	sandbox!: Sandbox;
	private results: Array<{ result: RunResult; token: string }> = [];

	async open(): Promise<void> {
		this.engine = await createEngine();
		this.sandbox = await startSandbox();
	}

	get flexport(): FlexportControl {
		return this.sandbox.flexport;
	}

	credentials(token: string = this.flexport.tokens.full): CredentialData {
		return { flexportApi: { apiToken: token, baseUrl: this.flexport.baseUrl } };
	}

	/** Runs manual trigger -> one node. */
	async run(
		node: NodeName,
		parameters: INodeParameters,
		options: BenchRunOptions = {},
	): Promise<RunResult> {
		const { token = this.flexport.tokens.full, ...rest } = options;
		const credentials = this.credentials(token);
		const result = await this.engine.runNode(nodeType(node), parameters, { credentials, ...rest });
		this.results.push({ result, token });
		return result;
	}

	/** The json of the items of a run that has to succeed. */
	async output(
		node: NodeName,
		parameters: INodeParameters,
		options?: BenchRunOptions,
	): Promise<IDataObject[]> {
		const result = await this.run(node, parameters, options);
		if (result.error) throw result.error;
		return result.items(NODE).map(({ json }) => json);
	}

	/** The error of a run that has to fail. */
	async failure(
		node: NodeName,
		parameters: INodeParameters,
		options?: BenchRunOptions,
	): Promise<ExecutionError> {
		const { error } = await this.run(node, parameters, options);
		if (!error) throw new Error(`The ${node} node was to fail, but it succeeded.`);
		return error;
	}

	/** Makes the sandbox empty again, and names the places where runs left a secret behind. */
	clear(): string[] {
		const { faults, flexport, log } = this.sandbox;
		faults.clear();
		faults.rateLimit(null);
		flexport.reset();
		log.clear();
		return this.results.splice(0).flatMap(({ result, token }) => findLeaks(result, token));
	}

	async close(): Promise<void> {
		this.engine.close();
		await this.sandbox.close();
	}
}

/**
 * A bench for the tests of a file, empty at the start of each. After each test, no token and no
 * Authorization header may stand in anything that its runs left behind.
 */
export function useFlexportBench(): FlexportBench {
	const bench = new FlexportBench();
	beforeAll(() => bench.open());
	afterEach(() => expect(bench.clear()).toEqual([]));
	afterAll(() => bench.close());
	return bench;
}
