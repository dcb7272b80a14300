import { useEditor } from './use-editor.mts';

const desk = useEditor();

/** What a person types, and what is to be found. */
const FOUND: Array<[string, string[]]> = [
	['flexport', ['Fulfillment Order', 'Logistics Inventory', 'Logistics Product', 'Order Status']],
	['deliverr', ['Fulfillment Order', 'Order Status']],
	['digital river', ['Fulfillment Order', 'Order Status']],
	['delivery solutions', ['Shipping Order', 'Order Status']],
	['stock alert', ['Inventory Alert Trigger']],
	['lynkup', ['Shipping Order', 'Order Status']],
	['inventory', ['Logistics Inventory', 'Inventory Alert Trigger']],
	['low stock', ['Logistics Inventory', 'Inventory Alert Trigger']],
	['sku', ['Logistics Product']],
	['shipping', ['Shipping Order', 'Fulfillment Order']],
	['order status', ['Order Status']],
	['webhook', ['Order Status']],
	['orders', ['Fulfillment Order', 'Shipping Order', 'Order Status']],
];

it('each node is found by what a person would type', async () => {
	await desk.editor.newWorkflow();
	for (const [words, names] of FOUND) {
		await desk.editor.search(words);
		for (const name of names) await desk.editor.found(name).first().waitFor();
	}
	await desk.editor.search('no such system');
	await desk.editor.found('Order Status').first().waitFor({ state: 'hidden' });
});
