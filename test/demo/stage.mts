import type { IDataObject } from 'n8n-workflow';
import { createEngine, type Engine, type RunResult } from '../engine/harness/index.mts';
import { type ManualClock, manualClock } from '../sandbox/clock.mts';
import { type Sandbox, startSandbox } from '../sandbox/server.mts';
import { SceneFailed } from './expectation.mts';
import { stockShelves } from './shelves.mts';

export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

/** What the scenes play on: n8n's engine, imitations of the systems, and a clock that we move. */
export interface Stage {
	engine: Engine;
	sandbox: Sandbox;
	clock: ManualClock;
	/** Flexport's SKU of a product that is well in stock. */
	sku: string;
	credentials: {
		flexportApi: { apiToken: string; baseUrl: string };
		deliverySolutionsApi: Record<'clientId' | 'clientSecret' | 'baseUrl' | 'tokenUrl', string>;
	};
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
	const { flexport, deliverySolutions } = sandbox;
	const { client, tokenUrl } = deliverySolutions;
	const credentials = {
		flexportApi: { apiToken: flexport.tokens.full, baseUrl: flexport.baseUrl },
		deliverySolutionsApi: { ...client, baseUrl: deliverySolutions.baseUrl, tokenUrl },
	};
	return {
		engine,
		sandbox,
		clock,
		credentials,
		sku: stockShelves(flexport),
		async run(example, ...input) {
			const options = input.length ? { credentials, input } : { credentials };
			const result = await engine.runWorkflow(`examples/${example}.json`, options);
			if (result.status === 'success') return result;
			throw new SceneFailed(
				`The workflow ${example}.json should have run through, but it stopped: ` +
					(result.error?.message ?? result.status),
			);
		},
		async close() {
			await sandbox.close();
			engine.close();
		},
	};
}
