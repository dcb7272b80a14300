import { useEditor } from './use-editor.mts';

const desk = useEditor();

it('a product is chosen from a list that can be searched', async () => {
	const { editor } = desk;
	const products = desk.sandbox.flexport.products();
	await editor.newWorkflow();
	const panel = await editor.add('flexport', 'Logistics Inventory', 'Get inventory');
	await panel.chooseMode('product', 'list');
	expect(await panel.list('product')).toHaveLength(products.length);
	const found = await panel.list('product', 'mug');
	expect(found.length).toBeGreaterThan(0);
	expect(found.length).toBeLessThan(products.length);
	for (const text of found) expect(text).toMatch(/mug/i);
	const [first = ''] = found;
	await panel.pick(first);
	expect(await panel.picked('product')).toBe(first);
	await panel.close();
});

it('a shipment is chosen from a list that can be searched', async () => {
	const { editor } = desk;
	await editor.newWorkflow();
	const panel = await editor.add('lynkup', 'Shipping Order', 'Get shipping order');
	await panel.chooseMode('shipment', 'list');
	const all = await panel.list('shipment');
	expect(all.length).toBeGreaterThan(1);
	const [found = '', ...others] = await panel.list('shipment', 'WEB-2007');
	expect([found, others]).toEqual([expect.stringContaining('WEB-2007'), []]);
	await panel.pick(found);
	expect(await panel.picked('shipment')).toBe(found);
	await panel.close();
});

it('a product can be given by its ID as well', async () => {
	const { editor } = desk;
	await editor.newWorkflow();
	const panel = await editor.add('flexport', 'Logistics Product', 'Get product');
	await panel.chooseMode('product', 'id');
	expect(await panel.words()).toContain('e.g. DABCDEF1234');
	await panel.close();
});
