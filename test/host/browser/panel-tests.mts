import type { INodeParameters, INodeTypeDescription } from 'n8n-workflow';
import { saveWorkflow } from '../rest/workflows.mts';
import { node, workflow } from '../workflows/build.mts';
import { expectFields } from './expected.mts';
import { defaults, everything } from './filled.mts';
import { Menus } from './menus.mts';
import { nodeType } from './node-types.mts';
import { ShownFields } from './shown.mts';
import { useEditor } from './use-editor.mts';
import { choices, variants } from './variants.mts';

/** Files go side by side, so the nodes stand in several: panels-orders.test.mts and so on. */
const NODES = {
	orders: [['fulfillmentOrder', 'flexport', 'Fulfillment Order', 'Create fulfillment order']],
	shipments: [['shippingOrder', 'delivery solutions', 'Shipping Order', 'Create shipping order']],
	stock: [
		['product', 'sku', 'Logistics Product', 'Create product'],
		['inventory', 'low stock', 'Logistics Inventory', 'Get low stock'],
	],
	triggers: [
		['orderStatusTrigger', 'order status', 'Order Status', 'On order shipped'],
		['inventoryAlertTrigger', 'stock alert', 'Inventory Alert Trigger', 'Add to workflow'],
		['shippingOrderTrigger', 'lynkup', 'Shipping Order', 'On new Shipping Order event'],
	],
} as const satisfies Record<string, readonly PanelOf[]>;

/** The node, what a person types to find it, its name there, and the first action. */
type PanelOf = readonly [name: string, words: string, title: string, action: string];

/** The name that the panel shows for a value. */
function nameOf(type: INodeTypeDescription, chosen: INodeParameters, name: string, value: unknown) {
	const shown = new ShownFields(type, chosen);
	const property = type.properties.find((one) => one.name === name && shown.isShown(one));
	const options = (property?.options ?? []).filter((option) => shown.isShown(option));
	return options.find((option) => 'value' in option && option.value === value)?.name ?? '';
}

/** The tests of the panels of some nodes. */
export function testPanels(nodes: keyof typeof NODES): void {
	const desk = useEditor();
	describe.each<PanelOf>(NODES[nodes])('%s', (name, words, title, action) => {
		it('shows the fields of whatever is chosen, and every drop-down offers something', async () => {
			const type = await nodeType(desk.rest, name);
			const { editor } = desk;
			await editor.newWorkflow();
			const panel = await editor.add(words, title, action);
			const menus = new Menus(panel, type);
			const look = async (chosen: INodeParameters) => {
				const parameters = defaults(type, chosen);
				const fields = await expectFields(panel, type, parameters);
				await menus.expectChoices(fields, parameters);
				await menus.expectAddable(fields, parameters);
			};
			const choose = async (chosen: INodeParameters, parameter: string) => {
				const value = chosen[parameter];
				await panel.choose(parameter, nameOf(type, defaults(type, chosen), parameter, value));
			};
			for (const provider of [undefined, ...choices(type, {}, 'provider')]) {
				const base: INodeParameters = provider === undefined ? {} : { provider };
				if (provider === undefined && choices(type, {}, 'provider').length > 0) continue;
				if (provider !== undefined) await choose(base, 'provider');
				const operations = choices(type, base, 'operation');
				if (operations.length === 0) await look(base);
				for (const operation of operations) {
					await choose({ ...base, operation }, 'operation');
					await look({ ...base, operation });
				}
			}
			await panel.close();
		});

		it('shows everything that can be added', async () => {
			const type = await nodeType(desk.rest, name);
			const all = variants(type).map((chosen) => everything(type, chosen));
			const nodes = all.map((parameters, index) => node(`Node ${index}`, type.name, parameters));
			const file = workflow(type.displayName, nodes, []);
			// Wide apart, as the button of a trigger stands to its left.
			file.nodes.forEach((one, index) => {
				one.position = [(index % 4) * 480, Math.floor(index / 4) * 240];
			});
			const { id } = await saveWorkflow(desk.rest, file);
			const { editor } = desk;
			await editor.openWorkflow(id);
			const menus = new Menus(editor.panel, type);
			for (const [index, parameters] of all.entries()) {
				const panel = await editor.openPanel(`Node ${index}`);
				const fields = await expectFields(panel, type, parameters);
				await menus.expectChoices(fields, parameters);
				await panel.close();
			}
		});
	});
}
