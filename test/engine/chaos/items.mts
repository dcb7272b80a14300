import type { INodeExecutionData } from 'n8n-workflow';
import { NODE, type RunResult } from '../harness/index.mts';
import type { Write } from './write.mts';

const indexOf = ({ pairedItem }: INodeExecutionData): number =>
	typeof pairedItem === 'object' && 'item' in pairedItem ? pairedItem.item : -1;

/** Items of one output in the order of the input: their numbers grow. */
const isInOrder = (items: readonly INodeExecutionData[]): boolean =>
	items.every((item, at) => at === 0 || indexOf(items[at - 1] ?? item) < indexOf(item));

/** Whether an item is about the write that it is paired with. */
function isAbout({ tag }: Write, { json }: INodeExecutionData, index: number): boolean {
	const { error, externalOrderId, merchantSku } = json;
	if (typeof error === 'string') return error.endsWith(` [item ${index}]`);
	return String(externalOrderId ?? merchantSku).startsWith(tag);
}

/**
 * The item of each write, and what is wrong with them: one is lost, came twice, stands in the wrong
 * place, or is paired with an item that it is not about.
 */
export function itemsOf(
	writes: readonly Write[],
	result: RunResult,
): { items: Map<Write, INodeExecutionData>; wrong: string[] } {
	const outputs = [result.items(NODE, 0), result.items(NODE, 1)];
	const name = writes[0]?.kind.name ?? 'nothing';
	const wrong = [
		...(result.error ? [`${name}: the run failed: ${result.error.message}`] : []),
		...(outputs.every(isInOrder) ? [] : [`${name}: the items are not in the order of the input`]),
	];
	const items = new Map<Write, INodeExecutionData>();
	for (const item of outputs.flat()) {
		const write = writes[indexOf(item)];
		if (!write) wrong.push(`${name}: an item comes from none: ${JSON.stringify(item)}`);
		else if (items.has(write)) wrong.push(`${name} ${write.tag} came out twice`);
		else if (!isAbout(write, item, indexOf(item)))
			wrong.push(`${name} ${write.tag} is paired with: ${JSON.stringify(item.json)}`);
		if (write) items.set(write, item);
	}
	for (const write of writes) if (!items.has(write)) wrong.push(`${name} ${write.tag} was lost`);
	return { items, wrong };
}
