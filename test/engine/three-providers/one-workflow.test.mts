import type { IDataObject } from 'n8n-workflow';
import { readWorkflow, type RunResult, type WorkflowFile } from '../harness/index.mts';
import { locator } from '../support/locator.mts';
import { onlyErrorItem, onlyItem } from '../support/seen.mts';
import {
	CREDENTIAL_OF,
	FULFILLMENT_ORDER,
	PROVIDERS,
	shapeOf,
	sharedPanel,
	useThreeDesk,
	type Provider,
} from './desk.mts';

const desk = useThreeDesk();

const FILE = 'test/engine/three-providers/order.json';

/** The workflow file with only the provider and the credential changed. */
function fileFor(provider: Provider): WorkflowFile {
	const workflow = readWorkflow(FILE);
	const nodes = workflow.nodes.map((node) => {
		if (node.type !== FULFILLMENT_ORDER) return node;
		return {
			...node,
			parameters: { ...node.parameters, provider },
			credentials: { [CREDENTIAL_OF[provider]]: { id: '1', name: 'Account' } },
		};
	});
	return { ...workflow, nodes };
}

async function runFile(provider: Provider, numbers: string[] = ['SHOP-1']): Promise<RunResult> {
	const input = numbers.map((orderNumber) => ({ orderNumber, sku: desk.sku[provider] }));
	const credentials = desk.credentials(provider);
	const result = await desk.kept(
		desk.engine.runWorkflow(fileFor(provider), { credentials, input, startNode: 'Start' }),
	);
	if (result.error) throw result.error;
	return result;
}

const STEPS = ['Create', 'Get', 'Cancel', 'Read Again'];

const itemsOf = (result: RunResult): IDataObject[] =>
	STEPS.flatMap((step) => result.items(step).map(({ json }) => json));

describe.each(PROVIDERS)('one workflow file, with %s as its provider', (provider) => {
	it('creates, reads and cancels the order', async () => {
		const items = itemsOf(await runFile(provider));
		expect(items.map(({ outcome, status }) => [outcome, status])).toEqual([
			['created', 'pending'],
			[undefined, 'pending'],
			['cancelled', 'cancelled'],
			[undefined, 'cancelled'],
		]);
		expect(new Set(items.map(({ provider: told }) => told))).toEqual(new Set([provider]));
		expect(new Set(items.map(({ externalOrderId }) => externalOrderId))).toEqual(
			new Set(['SHOP-1']),
		);
		expect(new Set(items.map(({ id }) => id)).size).toBe(1);
		expect(items[0]?.id).toMatch(/./);
		expect(desk.count(provider)).toBe(1);
	});

	it('does so for several orders, each in its place', async () => {
		const numbers = ['SHOP-1', 'SHOP-2', 'SHOP-3'];
		const result = await runFile(provider, numbers);
		for (const step of STEPS) {
			expect(result.items(step).map(({ json }) => json.externalOrderId)).toEqual(numbers);
			expect(result.items(step).map(({ pairedItem }) => pairedItem)).toEqual([
				{ item: 0 },
				{ item: 1 },
				{ item: 2 },
			]);
		}
		expect(desk.count(provider)).toBe(3);
	});

	it('speaks to that provider alone', async () => {
		await runFile(provider);
		const prefix = { flexport: '/flexport', deliverr: '/deliverr', digitalRiver: '/digital-river' };
		const elsewhere = desk.sent().filter((call) => !call.includes(` ${prefix[provider]}/`));
		expect(elsewhere).toEqual([]);
		expect(desk.sent().length).toBeGreaterThanOrEqual(4);
	});
});

describe('what leaves the node', () => {
	it('has the same keys, and the same kinds of values, for each provider and step', async () => {
		const shapes = new Map<Provider, object[]>();
		for (const provider of PROVIDERS) {
			shapes.set(provider, itemsOf(await runFile(provider)).map(shapeOf));
		}
		expect(shapes.get('deliverr')).toEqual(shapes.get('flexport'));
		expect(shapes.get('digitalRiver')).toEqual(shapes.get('flexport'));
	});

	it('has its keys in the same order, as n8n shows them in columns', async () => {
		const keys = new Map<Provider, string[][]>();
		for (const provider of PROVIDERS) {
			keys.set(provider, itemsOf(await runFile(provider)).map(Object.keys));
		}
		expect(keys.get('deliverr')).toEqual(keys.get('flexport'));
		expect(keys.get('digitalRiver')).toEqual(keys.get('flexport'));
	});

	it('has the same words for an order that is on its way', async () => {
		for (const provider of PROVIDERS) {
			await desk.run(provider, sharedPanel(desk.sku[provider]));
		}
		desk.sandbox.flexport.setOrder('SHOP-1', { internalStatus: 'SHIPPED' });
		desk.sandbox.deliverr.setOrder('SHOP-1', { status: 'SHIPPED' });
		desk.sandbox.digitalRiver.setOrder('SHOP-1', { state: 'shipped' });
		const order = locator('externalId', 'SHOP-1');
		for (const provider of PROVIDERS) {
			const item = onlyItem(await desk.run(provider, { operation: 'get', order }));
			expect(item).toMatchObject({ status: 'shipped', retriable: false, error: null });
		}
	});

	it.each([
		['get', 'SHOP-9', /has no order with the external order ID "SHOP-9"/],
		['cancel', 'SHOP-9', /has no order with the external order ID "SHOP-9"/],
	])(
		'is the same kind of error item for %s of an order that there is not',
		async (operation, value, what) => {
			const keys = new Set<string>();
			for (const provider of PROVIDERS) {
				const parameters = { operation, order: locator('externalId', value) };
				const result = await desk.run(provider, parameters, { onError: 'continueRegularOutput' });
				const { details } = onlyErrorItem(result);
				expect(details.what).toMatch(what);
				expect(details).toMatchObject({ httpCode: '404', transient: false });
				for (const key of Object.keys(details)) keys.add(key);
			}
			expect([...keys]).toEqual(expect.arrayContaining(['what', 'fix', 'httpCode', 'transient']));
		},
	);

	it('says the same of an order that is made twice', async () => {
		for (const provider of PROVIDERS) {
			const panel = sharedPanel(desk.sku[provider]);
			const first = onlyItem(await desk.run(provider, panel));
			const second = onlyItem(await desk.run(provider, panel));
			expect([first.outcome, second.outcome]).toEqual(['created', 'alreadyExisted']);
			expect(second.id).toBe(first.id);
			expect(desk.count(provider)).toBe(1);
		}
	});

	it('says the same of an order that is cancelled twice, and of one that has shipped', async () => {
		for (const provider of PROVIDERS) {
			await desk.run(provider, sharedPanel(desk.sku[provider]));
			await desk.run(provider, sharedPanel(desk.sku[provider], { externalOrderId: 'SHOP-2' }));
		}
		desk.sandbox.flexport.setOrder('SHOP-2', { internalStatus: 'SHIPPED' });
		desk.sandbox.deliverr.setOrder('SHOP-2', { status: 'SHIPPED' });
		desk.sandbox.digitalRiver.setOrder('SHOP-2', { state: 'shipped' });
		const cancel = (value: string) => ({
			operation: 'cancel',
			order: locator('externalId', value),
		});
		for (const provider of PROVIDERS) {
			await desk.run(provider, cancel('SHOP-1'));
			expect(onlyItem(await desk.run(provider, cancel('SHOP-1')))).toMatchObject({
				outcome: 'alreadyCancelled',
				message: 'Order "SHOP-1" was already cancelled. Nothing was changed.',
			});
			const { error } = await desk.run(provider, cancel('SHOP-2'));
			expect(error?.message).toMatch(/^Order "SHOP-2" cannot be cancelled: it has been shipped/);
		}
	});
});
