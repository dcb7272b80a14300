import type { RunResult } from '../result.mts';
import type { Answer } from './delivery.mts';

/** The run of the node that finished last, over all nodes. */
function lastRun({ runData }: RunResult) {
	return Object.values(runData)
		.flat()
		.sort((one, other) => one.executionIndex - other.executionIndex)
		.at(-1);
}

/** What n8n answers when the answer is to be what the last node put out. */
export function lastNodeAnswer(result: RunResult, responseData: unknown, code: number): Answer {
	const run = lastRun(result);
	if (result.error || run?.error) return { body: { message: 'Error in workflow' }, code: 500 };
	const items = run?.data?.main?.[0] ?? [];
	if (responseData === 'noData') return { body: undefined, code };
	if (responseData !== 'firstEntryJson') return { body: items.map(({ json }) => json), code };
	const [first] = items;
	return first
		? { body: first.json, code }
		: { body: { code: 0, message: 'No item to return was found' }, code: 500 };
}
