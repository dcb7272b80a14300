import type { INodeParameters } from 'n8n-workflow';
import { NODE } from '../../engine/harness/run-node.mts';
import type { RunResult } from '../../engine/harness/result.mts';
import type { Account } from '../sandbox/protocol.mts';
import type { Contender } from './contender.mts';
import type { BenchEngine, BenchNode } from './engine.mts';

/** A node, with the parameters for the two jobs. */
export interface NodeContender {
	name: string;
	typeVersion?: number;
	create: { type: string; parameters(account: Account): INodeParameters };
	list: { type: string; parameters(account: Account): INodeParameters };
}

function succeeded(result: RunResult): number {
	if (result.error) throw result.error;
	return result.items(NODE).filter(({ json, error }) => !json.error && !error).length;
}

/** Lets a node take part, in n8n's engine. */
export function inEngine(engine: BenchEngine, node: NodeContender): Contender {
	const version = node.typeVersion === undefined ? {} : { typeVersion: node.typeVersion };
	const run = async (account: Account, job: NodeContender['create'], numbers?: string[]) => {
		const { type } = job;
		const bench: BenchNode = { type, parameters: job.parameters(account), ...version };
		return succeeded(await engine.run(account, bench, numbers));
	};
	return {
		name: node.name,
		create: async (account, count) =>
			await run(
				account,
				node.create,
				Array.from({ length: count }, (_, index) => `SHOP-${index + 1}`),
			),
		list: async (account) => await run(account, node.list),
	};
}
