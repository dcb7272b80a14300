import { readFileSync } from 'node:fs';
import type { Execution } from '../rest/executions.mts';
import { runWorkflow } from '../rest/run.mts';
import {
	activate,
	saveWorkflow,
	type SavedWorkflow,
	type WorkflowFile,
} from '../rest/workflows.mts';
import type { HostDesk } from '../support/host-desk.mts';
import { TRIED_IN, type ExampleTest } from './tried-in.mts';

const FOLDER = 'examples';
/** The made-up product in the pinned data of the examples. */
const MADE_UP_SKU = 'D1234567890';

/** The examples that one test file tries. */
export class Examples {
	private readonly tried = new Set<string>();

	constructor(
		private readonly desk: HostDesk,
		readonly names: readonly string[],
	) {}

	/** The file as it is, but for a product of the account in the place of the made-up one. */
	file(name: string, sku = MADE_UP_SKU): WorkflowFile {
		const text = readFileSync(`${FOLDER}/${name}.json`, 'utf8');
		return JSON.parse(text.replaceAll(MADE_UP_SKU, sku));
	}

	/** Imports a file as it is. n8n finds its credentials by their names. */
	async save(name: string, sku?: string): Promise<SavedWorkflow> {
		this.tried.add(name);
		return await saveWorkflow(this.desk.rest, this.file(name, sku));
	}

	/** Imports a file as it is and publishes it. */
	async publish(name: string): Promise<{ id: string; path: string }> {
		return await this.activate(await this.save(name));
	}

	/** Imports a file as it is and runs it with what is pinned in it. */
	async run(name: string, sku?: string): Promise<Execution> {
		return await this.execute(await this.save(name, sku));
	}

	/** Imports a workflow that a test has changed, and runs it. */
	async runChanged(file: WorkflowFile): Promise<Execution> {
		return await this.execute(await saveWorkflow(this.desk.rest, file));
	}

	/** Imports a workflow that a test has changed, and publishes it. */
	async publishChanged(file: WorkflowFile): Promise<{ id: string; path: string }> {
		return await this.activate(await saveWorkflow(this.desk.rest, file));
	}

	/** Those of `names` that no test has imported as they are. */
	untried(): string[] {
		return this.names.filter((name) => !this.tried.has(name));
	}

	private async execute({ id, name, nodes, pinData }: SavedWorkflow): Promise<Execution> {
		const trigger = nodes.find(({ type }) => type.endsWith('Trigger'))?.name;
		// n8n saves null where nothing is pinned.
		const [start = trigger ?? ''] = Object.keys(pinData ?? {});
		const done = await runWorkflow(this.desk.rest, id, start);
		expect([name, done.status, done.error]).toEqual([name, 'success', undefined]);
		return done;
	}

	private async activate({ id, nodes }: SavedWorkflow): Promise<{ id: string; path: string }> {
		await activate(this.desk.rest, id);
		const webhookId = nodes.find((node) => node.webhookId)?.webhookId ?? '';
		return { id, path: `/webhook/${webhookId}/webhook` };
	}
}

/**
 * The examples that this test file tries. Called after its tests are written down, `untried` tells of
 * those that were left out.
 */
export const useExamples = (desk: HostDesk, test: ExampleTest): Examples =>
	new Examples(desk, TRIED_IN[test]);
