import type { INodeParameters, INodeTypes } from 'n8n-workflow';
import { loadPackage, type LoadedPackage } from '../../engine/harness/loader.mts';
import { captureLogs } from '../../engine/harness/logs.mts';
import { nodeTypesOf } from '../../engine/harness/node-types.mts';
import type { RunResult } from '../../engine/harness/result.mts';
import { singleNode } from '../../engine/harness/run-node.mts';
import { runWorkflow } from '../../engine/harness/run.mts';
import type { Account } from '../sandbox/protocol.mts';
import { builtInNodes } from './built-in.mts';
import { FLOOR_TYPE, floorNode } from './floor-node.mts';

/** n8n's engine with our nodes, n8n's own HTTP Request and Webhook, and the floor. */
export interface BenchEngine {
	loaded: LoadedPackage;
	nodeTypes: INodeTypes;
	/** Runs a node over items, as in production: no pinned data, nothing for an editor. */
	run(account: Account, node: BenchNode, orderNumbers?: readonly string[]): Promise<RunResult>;
}

export interface BenchNode {
	type: string;
	parameters: INodeParameters;
	typeVersion?: number;
}

/** Loads the engine once. */
export async function openEngine(): Promise<BenchEngine> {
	captureLogs();
	const own = await loadPackage(process.cwd());
	const nodes = new Map([
		...own.nodes,
		...(await builtInNodes()),
		[FLOOR_TYPE, floorNode] as const,
	]);
	const loaded = { ...own, nodes };
	const nodeTypes = nodeTypesOf(loaded);
	return {
		loaded,
		nodeTypes,
		async run(account, { type, parameters, typeVersion = 1 }, orderNumbers = ['']) {
			const { baseUrl, token } = account;
			const { workflow, run } = singleNode(type, parameters, {
				mode: 'trigger',
				typeVersion,
				onError: 'continueRegularOutput',
				credentials: { flexportApi: { apiToken: token, baseUrl } },
				input: orderNumbers.map((orderNumber) => ({ orderNumber })),
			});
			return await runWorkflow(loaded, nodeTypes, workflow, run);
		},
	};
}
