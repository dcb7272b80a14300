import type { IDataObject } from 'n8n-workflow';
import { newOrigin } from './accounts.mts';
import { endOf } from '../../support/ends.mts';
import { runNode } from './node-run.mts';
import type { NodeKey } from './nodes.mts';
import { strictApi, type Answer } from './strict-api.mts';
import { completed } from './tape.mts';

const nothing: Answer = ({ options }) => {
	throw new Error(`Nothing was to be sent, but ${options.url} was`);
};

/**
 * Runs an operation over one item that continues on error, and gives what came out. Time must be faked.
 *
 * @param changes parameters as expressions give them
 * @param answer plays the API; without one, nothing may be sent
 */
export async function runOne(
	[node, operation]: readonly [NodeKey, string],
	given: IDataObject,
	changes: object,
	answer: Answer = nothing,
): Promise<IDataObject[]> {
	const items = [{ ...completed(node, operation, given), ...changes }];
	const api = strictApi(answer);
	const work = runNode({ node, items, continueOnFail: true, origin: newOrigin(), ...api });
	const ending = await endOf(work);
	if ('error' in ending) throw ending.error;
	expect(api.faults).toEqual([]);
	return ending.value.map(({ json }) => json);
}

/** The words of the only item that came out, which must be an error item. */
export function wordsIn(items: readonly IDataObject[]): { error: string; fix: string } {
	const [item, ...more] = items;
	if (!item || more.length > 0) throw new Error(`One item was expected, not ${items.length}`);
	return { error: String(item.error), fix: String(Object(item.details).fix) };
}
