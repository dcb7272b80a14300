import type { INodeParameters, INodeProperties } from 'n8n-workflow';
import { n8nWorkflow } from '../harness/n8n.mts';
import { onlyItem, seenError } from '../support/seen.mts';
import { FULFILLMENT_ORDER, PROVIDERS, sharedPanel, useThreeDesk, type Provider } from './desk.mts';
import { LINE_EXTRAS, ORDER_EXTRAS, panelOf, panelOfAll } from './whole-panels.mts';

const desk = useThreeDesk();

const SWITCHES = PROVIDERS.flatMap((from) =>
	PROVIDERS.filter((to) => to !== from).map((to) => [from, to] as const),
);

/** What n8n's editor makes of a panel: it fills in defaults, and lets go of what is not shown. */
function inEditor(parameters: INodeParameters): INodeParameters {
	const description = desk.engine.describeNode(FULFILLMENT_ORDER);
	const { properties } = description;
	const node = { typeVersion: 1 };
	const { getNodeParameters } = n8nWorkflow.NodeHelpers;
	return getNodeParameters(properties, parameters, true, false, node, description) ?? {};
}

/** A panel filled in for one provider, after another one has been chosen. */
const switched = (from: Provider, to: Provider, panel: INodeParameters): INodeParameters =>
	inEditor({ ...inEditor({ ...panel, provider: from }), provider: to });

/** The body that a panel sends, with what differs from order to order and from run to run left out. */
async function bodyOf(
	provider: Provider,
	panel: INodeParameters,
	orderNumber: string,
): Promise<object> {
	const input = [{ sku: desk.sku[provider], orderNumber }];
	expect(onlyItem(await desk.run(provider, panel, { input })).outcome).toBe('created');
	const text = JSON.stringify(desk.created().at(-1)).replaceAll(orderNumber, 'THE-ORDER');
	const body: Record<string, unknown> = JSON.parse(text);
	const isTyped = Object(panel.additionalFields).orderTime !== undefined;
	if (!isTyped) delete body.upstreamOrderTime;
	return body;
}

const named = (properties: INodeProperties[], name: string) =>
	properties.filter((property) => property.name === name);

describe.each(SWITCHES)('switching from %s to %s', (from, to) => {
	it('keeps what was typed and both have', () => {
		const panel = panelOf(from);
		const after = switched(from, to, panel);
		const { additionalFields, lineItems, ...rest } = panelOf(from, to);
		expect(after).toMatchObject({ provider: to, ...rest });
		expect(after.additionalFields).toMatchObject(Object(additionalFields));
		expect(after.lineItems).toEqual(lineItems);
	});

	it('sends what both have, and nothing that only the other one has', async () => {
		const after = await bodyOf(to, switched(from, to, panelOf(from)), 'SHOP-AFTER');
		expect(after).toEqual(await bodyOf(to, panelOf(from, to), 'SHOP-PLAIN'));
	});

	it('leaves a new line item in a mode that its product field has, so that it can be filled in', () => {
		const after = switched(from, to, { operation: 'create' });
		const [line] = Object(after.lineItems).item;
		const { properties } = desk.engine.describeNode(FULFILLMENT_ORDER);
		const [lines] = named(properties, 'lineItems').flatMap(({ options = [] }) => options);
		const values = lines && 'values' in lines ? lines.values : [];
		const shown = named(values, 'product').filter((product) =>
			n8nWorkflow.NodeHelpers.displayParameter({}, product, { typeVersion: 1 }, null, after),
		);
		expect(shown).toHaveLength(1);
		expect(shown[0]?.modes?.map(({ name }) => name)).toContain(line.product.mode);
	});

	it('goes on with the operation that was chosen, where both have it', () => {
		for (const operation of ['create', 'get', 'cancel']) {
			expect(switched(from, to, { operation }).operation).toBe(operation);
		}
	});
});

it('the tables of these tests hold every field that not every provider has', () => {
	const { properties } = desk.engine.describeNode(FULFILLMENT_ORDER);
	const limited = (fields: INodeProperties['options'] = []) =>
		fields
			.filter((field) => 'displayOptions' in field && field.displayOptions !== undefined)
			.map(({ name }) => name);
	const [extras] = named(properties, 'additionalFields');
	const [lines] = named(properties, 'lineItems').flatMap(({ options = [] }) => options);
	const [lineExtras] = named(lines && 'values' in lines ? lines.values : [], 'additionalFields');
	const ofOrders = new Set(limited(extras?.options).filter((name) => name !== 'source'));
	expect([...ofOrders].sort()).toEqual(Object.keys(ORDER_EXTRAS).sort());
	expect(limited(lineExtras?.options).sort()).toEqual(Object.keys(LINE_EXTRAS).sort());
});

it.each(PROVIDERS)(
	'a file that holds the fields of all three sends those of the one that it names: %s',
	async (provider) => {
		const all = await bodyOf(provider, panelOfAll(), 'SHOP-ALL');
		expect(all).toEqual(await bodyOf(provider, panelOf(provider), 'SHOP-OWN'));
	},
);

describe('the source of an order, which two providers have in words of their own', () => {
	const withSource = (provider: Provider, source: string) =>
		sharedPanel(desk.sku[provider], { additionalFields: { source } });

	it('is any text for Deliverr', async () => {
		onlyItem(await desk.run('deliverr', withSource('deliverr', 'My own shop')));
		expect(desk.created()).toEqual([expect.objectContaining({ source: 'My own shop' })]);
	});

	it('goes from Flexport to Deliverr as it was chosen', async () => {
		const panel = switched('flexport', 'deliverr', withSource('deliverr', 'SHOPIFY'));
		onlyItem(await desk.run('deliverr', panel));
		expect(desk.created()).toEqual([expect.objectContaining({ source: 'SHOPIFY' })]);
	});

	it('is named where Flexport refuses what was typed for Deliverr, and no order is made', async () => {
		const panel = switched('deliverr', 'flexport', withSource('flexport', 'My own shop'));
		const { message, description } = seenError(await desk.run('flexport', panel));
		expect(`${message} ${description}`).toMatch(/source/i);
		expect(desk.count('flexport')).toBe(0);
	});

	it('is not sent to Digital River, which has none', async () => {
		onlyItem(await desk.run('digitalRiver', withSource('digitalRiver', 'My own shop')));
		expect(desk.created()).toEqual([expect.not.objectContaining({ source: expect.anything() })]);
	});
});
