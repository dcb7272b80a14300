import { saveWorkflow } from '../rest/workflows.mts';
import { START } from '../workflows/build.mts';
import { SHIPPED, shipping } from './shipping.mts';
import { useEditor } from './use-editor.mts';

const desk = useEditor();

it('a workflow of these nodes runs to green', async () => {
	const { id } = await saveWorkflow(desk.rest, shipping(desk));
	const { editor } = desk;
	await editor.openWorkflow(id);
	await editor.run();
	for (const name of [START, ...SHIPPED]) await editor.succeeded(name).waitFor();
	const panel = await editor.openPanel('Fulfillment Order');
	await editor.page.getByTestId('output-panel').getByText('SHOP-1001').first().waitFor();
	await panel.close();
	expect(desk.sandbox.flexport.orders()).toMatchObject([{ externalOrderId: 'SHOP-1001' }]);
});
