import type { IBinaryKeyData } from 'n8n-workflow';
import { ItemWithFiles, type RunItem } from '../../../nodes/shared/runner/item.ts';
import { runItems } from '../../../nodes/shared/runner/run-items.ts';
import { executeContext } from '../support/execute-context.mts';

const PDF: IBinaryKeyData = { label: { data: 'JVBERi0=', mimeType: 'application/pdf' } };

it('an item that carries files gives them beside its data, paired like any other', async () => {
	const run: RunItem = async ({ index }) => [
		index === 0 ? new ItemWithFiles({ index }, PDF) : { index },
	];
	const [items] = await runItems(executeContext({ count: 2 }), () => run);
	expect(items).toStrictEqual([
		{ json: { index: 0 }, binary: PDF, pairedItem: { item: 0 } },
		{ json: { index: 1 }, pairedItem: { item: 1 } },
	]);
});

it('several results of one item each have files of their own', async () => {
	const other: IBinaryKeyData = { label: { data: 'eA==', mimeType: 'text/plain' } };
	const run: RunItem = async () => [
		new ItemWithFiles({ n: 1 }, PDF),
		new ItemWithFiles({ n: 2 }, other),
	];
	const [items] = await runItems(executeContext(), () => run);
	expect(items?.map(({ binary }) => binary)).toEqual([PDF, other]);
});

it('a failure beside it takes no files away', async () => {
	const run: RunItem = async ({ index }) => {
		if (index === 1) throw new Error('no');
		return [new ItemWithFiles({ index }, PDF)];
	};
	const context = executeContext({ count: 3, continueOnFail: true });
	const [items] = await runItems(context, () => run);
	expect(items?.map(({ binary }) => binary)).toEqual([PDF, undefined, PDF]);
});
