import type { INodeParameters } from 'n8n-workflow';
import { AGENT, type RunResult } from '../harness/index.mts';
import { locator } from '../support/locator.mts';
import {
	FULFILLMENT_ORDER,
	PROVIDERS,
	sharedPanel,
	useThreeDesk,
	type Provider,
} from '../three-providers/desk.mts';

const desk = useThreeDesk();

const ask = (key: string, type = 'string') => `={{ $fromAI('${key}', 'What to use', '${type}') }}`;

/** Lets an agent call the node with arguments. */
async function run(
	provider: Provider,
	parameters: INodeParameters,
	args: INodeParameters = {},
): Promise<RunResult> {
	const credentials = desk.credentials(provider);
	const panel = { provider, ...parameters };
	return await desk.kept(desk.engine.runAsTool(FULFILLMENT_ORDER, panel, args, { credentials }));
}

/** What the agent gets back. */
async function call(
	provider: Provider,
	parameters: INodeParameters,
	args: INodeParameters,
): Promise<unknown> {
	const result = await run(provider, parameters, args);
	if (result.error) throw result.error;
	return JSON.parse(String(result.items(AGENT)[0]?.json.answer));
}

/** What the agent is told of the tool. */
async function told(provider: Provider, parameters: INodeParameters): Promise<string> {
	const result = await run(provider, parameters);
	return String(result.items(AGENT)[0]?.json.description);
}

describe.each(PROVIDERS)('an agent that works with %s', (provider) => {
	test('creates an order, follows it and cancels it', async () => {
		const args = { orderNumber: 'SHOP-1', name: 'Ada Lovelace' };
		const panel = sharedPanel(desk.sku[provider], {
			externalOrderId: ask('orderNumber'),
			recipientName: ask('name'),
		});
		const order = locator('externalId', ask('orderNumber'));
		const steps = [panel, { operation: 'get', order }, { operation: 'cancel', order }];
		const said: unknown[] = [];
		for (const parameters of steps) said.push(await call(provider, parameters, args));
		expect(said).toEqual([
			[expect.objectContaining({ externalOrderId: 'SHOP-1', status: 'pending', provider })],
			[expect.objectContaining({ externalOrderId: 'SHOP-1', status: 'pending', provider })],
			[expect.objectContaining({ outcome: 'cancelled', status: 'cancelled', provider })],
		]);
		expect(desk.count(provider)).toBe(1);
	});

	test('is told which operation the tool does', async () => {
		const order = locator('externalId', 'SHOP-1');
		await desk.run(provider, sharedPanel(desk.sku[provider]));
		expect(await told(provider, { operation: 'get', order })).toMatch(/^Get fulfillment order in /);
		expect(await told(provider, { operation: 'cancel', order })).toMatch(
			/^Cancel fulfillment order in /,
		);
	});
});

test('an agent lists the orders of Digital River, and is told that the tool does that', async () => {
	desk.sandbox.digitalRiver.addOrders(3);
	const parameters = { operation: 'getAll', limit: ask('limit', 'number') };
	expect(await call('digitalRiver', parameters, { limit: 2 })).toHaveLength(2);
	expect(await told('digitalRiver', { operation: 'getAll' })).toMatch(
		/^Get many fulfillment orders in /,
	);
});

test("n8n's list of actions holds every operation that some provider has", () => {
	const { properties } = desk.engine.describeNode(FULFILLMENT_ORDER);
	// As n8n's editor makes the list: from the first drop-down that shows for the resource.
	const listed = properties.find(
		({ name, displayOptions }) =>
			name === 'operation' && displayOptions?.show?.resource?.includes('order'),
	);
	const actions = (listed?.options ?? []).map((option) => 'action' in option && option.action);
	expect(actions.sort()).toEqual([
		'Cancel fulfillment order',
		'Create fulfillment order',
		'Get fulfillment order',
		'Get many fulfillment orders',
		'Retry fulfillment order',
	]);
});
