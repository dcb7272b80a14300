import type { INode } from 'n8n-workflow';
import { createParameters } from '../../engine/support/shipping-desk.mts';
import { runWorkflow } from '../rest/run.mts';
import { saveWorkflow, type WorkflowFile } from '../rest/workflows.mts';
import { chain, manually, node, nodesWith, START } from '../workflows/build.mts';
import type { EditorPage } from './editor-page.mts';
import { until } from '../support/until.mts';
import { keepPicture, pictureOf, quieten, type Part, type Scheme } from './picture.mts';
import { SHIPPED, shipping } from './shipping.mts';
import { untilHeard } from './until-heard.mts';
import { useEditor } from './use-editor.mts';

const desk = useEditor();
const VIEW = { width: 1440, height: 860 };
const AROUND = 40;
/** Without its edges. */
const PANEL_WIDTH = 1386;
const TRIGGER = 'Order Status Trigger';

/** The rectangle that holds these nodes of the canvas, as wide as a panel. */
async function partWith(editor: EditorPage, names: readonly string[]): Promise<Part> {
	const boxes = await Promise.all(names.map((name) => editor.node(name).boundingBox()));
	const all = boxes.flatMap((box) => box ?? []);
	const top = Math.min(...all.map(({ y }) => y)) - AROUND;
	const bottom = Math.max(...all.map(({ y, height }) => y + height)) + 2 * AROUND;
	return { x: VIEW.width - PANEL_WIDTH, y: top, width: PANEL_WIDTH, height: bottom - top };
}

/** Opens the panel of a node that has run, with its output as JSON, and takes a picture of it. */
async function panelOf(editor: EditorPage, name: string): Promise<Buffer> {
	const { page } = editor;
	if (!(await editor.panel.root.isVisible())) await editor.openPanel(name);
	const output = page.getByTestId('output-panel');
	await output.getByTestId('radio-button-json').click();
	const box = await page.getByTestId('ndv').boundingBox();
	if (!box) throw new Error('There is no panel.');
	const { x, y, height } = box;
	return await pictureOf(page, { x: x + 1, y: y + 1, width: PANEL_WIDTH, height: height - 2 });
}

async function show(editor: EditorPage, file: WorkflowFile): Promise<void> {
	const { id } = await saveWorkflow(desk.rest, file);
	await editor.openWorkflow(id);
	await quieten(editor.page);
}

function shipment(): INode {
	const parameters = createParameters({ externalOrderId: 'SHOP-2001' });
	return nodesWith(desk.accounts)(
		'Shipping Order',
		'shippingOrder',
		'deliverySolutionsApi',
		parameters,
	);
}

const trigger = (): INode =>
	nodesWith(desk.accounts)(
		TRIGGER,
		'orderStatusTrigger',
		'flexportApi',
		{
			provider: 'flexport',
			events: ['Order.Shipped', 'Order.Cancelled'],
			options: { includeOrder: true },
		},
		{ webhookId: 'd43d8f17-74e1-4990-a250-02558252439e' },
	);

/** So that every picture begins with the same stock and no orders. */
beforeEach(async () => {
	const { ok } = await fetch(`${desk.sandbox.url}/_sandbox/reset`, { method: 'POST' });
	expect(ok).toBe(true);
});

describe.each<Scheme>(['light', 'dark'])('pictures, %s', (scheme) => {
	beforeAll(() => desk.editor.look({ scheme, ...VIEW }));

	it('of an order and what comes before it', async () => {
		const { editor } = desk;
		const { page } = editor;
		await show(editor, shipping(desk));
		await editor.run();
		for (const name of SHIPPED) await editor.succeeded(name).waitFor();
		// One for each node: the lines are drawn after the ticks.
		const counts = page.getByText('1 item', { exact: true });
		await until('lines', async () => (await counts.count()) > SHIPPED.length || undefined);
		const canvas = await pictureOf(page, await partWith(editor, SHIPPED));
		const panels = new Map<string, Buffer>();
		for (const name of SHIPPED) {
			panels.set(name, await panelOf(editor, name));
			await editor.panel.close();
		}
		for (const [name, panel] of panels) {
			const isOrder = name === 'Fulfillment Order';
			const file = isOrder ? 'editor' : name.toLowerCase().replace(' ', '-');
			await keepPicture(page, file, scheme, isOrder ? [canvas, panel] : [panel]);
		}
	});

	it('of a shipment', async () => {
		const { editor } = desk;
		await show(editor, manually('Ship', shipment()));
		await editor.run();
		await editor.succeeded('Shipping Order').waitFor();
		const panel = await panelOf(editor, 'Shipping Order');
		await keepPicture(editor.page, 'shipping-order', scheme, [panel]);
	});

	it('of a trigger that hears of an order', async () => {
		const { flexport } = desk.sandbox;
		const { id } = await saveWorkflow(desk.rest, shipping(desk));
		await runWorkflow(desk.rest, id, START);
		flexport.setOrder('SHOP-1001', { internalStatus: 'SHIPPED' });
		const { editor } = desk;
		await show(editor, chain('Heard', trigger(), node('Tell the customer', 'noOp')));
		await editor.openPanel(TRIGGER);
		await editor.page.getByTestId('trigger-execute-button').click();
		await until('registered webhooks', () => flexport.hooks.list().length === 2 || undefined);
		await editor.page.getByText('Stop Listening').first().waitFor();
		await flexport.hooks.fire('Order.Shipped', { externalOrderId: 'SHOP-1001' });
		const output = editor.page.getByTestId('output-panel');
		await untilHeard(desk, output.getByText('Order.Shipped').first());
		await keepPicture(editor.page, 'trigger', scheme, [await panelOf(editor, TRIGGER)]);
	});
});
