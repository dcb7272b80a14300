import { saveWorkflow } from '../rest/workflows.mts';
import { manually, nodesWith } from '../workflows/build.mts';
import { useEditor } from './use-editor.mts';

const desk = useEditor();

it('required fields that were left empty are flagged, until they are filled', async () => {
	const empty = nodesWith(desk.accounts)('Empty', 'fulfillmentOrder', 'flexportApi', {
		provider: 'flexport',
		operation: 'create',
		lineItems: { item: [{ product: { __rl: true, mode: 'id', value: '' }, quantity: 1 }] },
	});
	const { id } = await saveWorkflow(desk.rest, manually('Left empty', empty));
	const { editor } = desk;
	await editor.openWorkflow(id);
	await editor.node('Empty').getByTestId('node-issues').waitFor();
	const panel = await editor.openPanel('Empty');
	const flagged = ['externalOrderId', 'address1', 'city', 'countryCode', 'product'];
	expect((await panel.flagged(flagged.length)).sort()).toEqual([...flagged].sort());
	for (const name of ['externalOrderId', 'address1', 'city', 'countryCode']) {
		await panel.input(name).getByTestId('parameter-input-field').fill('filled');
	}
	await panel.input('product').getByTestId('rlc-input').fill('DABCDEF1234');
	await panel.close();
	await editor.node('Empty').getByTestId('node-issues').waitFor({ state: 'hidden' });
});
