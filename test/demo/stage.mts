import type { IDataObject } from 'n8n-workflow';
import type { WorkflowFile } from '../engine/harness/workflow-file.mts';
import { createEngine, type Engine, type RunResult } from '../engine/harness/index.mts';
import { sandboxCredentials } from '../engine/support/sandbox-credentials.mts';
import { type ManualClock, manualClock } from '../sandbox/clock.mts';
import { type Sandbox, startSandbox } from '../sandbox/server.mts';
import { SceneFailed } from './expectation.mts';
import { stockShelves } from './shelves.mts';

export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

const PRODUCT = 'MUG-BLUE';

/** What the scenes play on: n8n's engine, imitations of the systems, and a clock that we move. */
export interface Stage {
	engine: Engine;
	sandbox: Sandbox;
	clock: ManualClock;
	/** Flexport's SKU of a product that is well in stock. */
	sku: string;
	/** The shop's own ID of a product that Deliverr and Digital River have. */
	product: string;
	credentials: {
		flexportApi: { apiToken: string; baseUrl: string };
		deliverrApi: Record<'accessToken' | 'refreshToken' | 'baseUrl', string>;
		digitalRiverApi: Record<'apiKey' | 'baseUrl', string>;
		deliverySolutionsApi: Record<'clientId' | 'clientSecret' | 'baseUrl' | 'tokenUrl', string>;
	};
	/** Runs a workflow with these items at its start. */
	runWorkflow(workflow: WorkflowFile, ...input: IDataObject[]): Promise<RunResult>;
	/** Runs a workflow of examples/ with these items at its start. */
	run(example: string, ...input: IDataObject[]): Promise<RunResult>;
	close(): Promise<void>;
}

/** Starts everything, on a free port of this machine. */
export async function openStage(): Promise<Stage> {
	// First, as it fails where the package is not built, and nothing is open then.
	const engine = await createEngine();
	const clock = manualClock();
	const sandbox = await startSandbox({
		clock,
		life: { routingMs: 10 * MINUTE, warehouseMs: 2 * HOUR, shippedMs: DAY, deliveredMs: 3 * DAY },
	});
	const { flexport, deliverr, digitalRiver } = sandbox;
	const credentials = sandboxCredentials(sandbox);
	deliverr.addProduct({ externalProductId: PRODUCT, name: 'Enamel mug', inventory: 500 });
	digitalRiver.addInventoryItem(PRODUCT, { available: 500 });
	const play = async (workflow: WorkflowFile | string, input: IDataObject[]) => {
		const options = input.length ? { credentials, input } : { credentials };
		const result = await engine.runWorkflow(workflow, options);
		if (result.status === 'success') return result;
		const name = typeof workflow === 'string' ? workflow : workflow.name;
		throw new SceneFailed(
			`The workflow ${name} should have run through, but it stopped: ` +
				(result.error?.message ?? result.status),
		);
	};
	return {
		engine,
		sandbox,
		clock,
		credentials,
		sku: stockShelves(flexport),
		product: PRODUCT,
		run: async (example, ...input) => await play(`examples/${example}.json`, input),
		runWorkflow: async (workflow, ...input) => await play(workflow, input),
		async close() {
			await sandbox.close();
			engine.close();
		},
	};
}
