import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { RestClient } from '../rest/client.mts';
import { saveWorkflow, type SavedWorkflow, type WorkflowFile } from '../rest/workflows.mts';

const FOLDER = 'examples';
/** The made-up product in the pinned data of the examples. */
const MADE_UP_SKU = 'D1234567890';

export const nameOf = (example: string): string => example.replace(/\.json$/, '');

/**
 * Saves the examples, with a product that exists. n8n finds their credentials by the names that
 * `saveAccounts` gives.
 */
export async function saveExamples(
	rest: RestClient,
	sku: string,
): Promise<Map<string, SavedWorkflow>> {
	const saved = new Map<string, SavedWorkflow>();
	// n8n lists the newest first.
	for (const example of readdirSync(FOLDER).sort().reverse()) {
		const text = readFileSync(join(FOLDER, example), 'utf8');
		const file: WorkflowFile = JSON.parse(text.replaceAll(MADE_UP_SKU, sku));
		saved.set(nameOf(example), await saveWorkflow(rest, file));
	}
	return saved;
}
