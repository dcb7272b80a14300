import { readWorkflow, type WorkflowFile } from '../../engine/harness/workflow-file.mts';
import { expectOutcome } from '../expectation.mts';
import { textAt } from '../read.mts';
import { shopOrder } from '../shop.mts';
import type { Stage } from '../stage.mts';
import { table } from '../table.mts';
import { only } from './orders.mts';
import type { Scene } from './scene.mts';

const EXAMPLE = 'order-on-any-provider';

const NODES = ['Create order', 'Get order', 'Cancel order'];

/** Each provider with its credential, and what the product of the order is called there. */
const providersOf = (stage: Stage) =>
	[
		['flexport', 'flexportApi', stage.sku],
		['deliverr', 'deliverrApi', stage.product],
		['digitalRiver', 'digitalRiverApi', stage.product],
	] as const;

/** The workflow with another provider and its credential, and nothing else changed. */
function withProvider(provider: string, credential: string): WorkflowFile {
	const workflow = readWorkflow(`examples/${EXAMPLE}.json`);
	const nodes = workflow.nodes.map((node) =>
		NODES.includes(node.name)
			? {
					...node,
					parameters: { ...node.parameters, provider },
					credentials: { [credential]: { id: null, name: credential } },
				}
			: node,
	);
	return { ...workflow, nodes };
}

export const anyProvider: Scene = {
	title: 'The same workflow on Flexport, legacy Deliverr and Digital River',
	examples: [EXAMPLE],
	async play(stage, paper) {
		const rows: string[][] = [];
		const shapes = new Set<string>();
		for (const [provider, credential, product] of providersOf(stage)) {
			const order = shopOrder('SHOP-3001', product);
			const result = await stage.runWorkflow(withProvider(provider, credential), order);
			const [created, read, cancelled] = NODES.map((node) => only(result, node));
			expectOutcome(`Creating at ${provider}`, created?.outcome, 'created');
			expectOutcome(`Reading at ${provider}`, read?.status, 'pending');
			expectOutcome(`Cancelling at ${provider}`, cancelled?.outcome, 'cancelled');
			shapes.add(Object.keys(read ?? {}).join());
			const steps = [created, read, cancelled].map((item) => textAt(item, 'status'));
			rows.push([provider, textAt(read, 'id'), ...steps]);
		}
		for (const line of table(['provider', 'id', 'created', 'read', 'cancelled'], rows)) {
			paper.line(line);
		}
		expectOutcome('Different shapes of the output', shapes.size, 1);
		paper.good('only Provider and the credential were changed');
	},
};
