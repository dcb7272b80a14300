import { FULFILLMENT_ORDER } from '../support/order-desk.mts';
import { createParameters, orderBody } from '../support/order-parameters.mts';
import { locator } from '../support/locator.mts';
import { hasOutcome, type WriteKind, type World } from './write.mts';
import { post } from './post.mts';

const credentials = ({ sandbox: { flexport } }: World) => ({
	flexportApi: { apiToken: flexport.tokens.full, baseUrl: flexport.baseUrl },
});

async function makeOrders(world: World, tags: readonly string[]): Promise<void> {
	const { flexport } = world.sandbox;
	const url = `${flexport.baseUrl}/logistics/api/2024-07/orders`;
	for (const tag of tags) {
		await post(url, flexport.tokens.full, orderBody(world.sku, { externalOrderId: tag }));
		world.tagOfOwnId.set(flexport.order(tag)?.id ?? '', tag);
	}
}

const change = (operation: 'retry' | 'cancel') => ({
	node: FULFILLMENT_ORDER,
	credentials,
	parameters: { operation, order: locator('externalId', '={{ $json.tag }}') },
	isSending: ({ path }: { path: string }) => path.endsWith(`/${operation}`),
});

/** The write operations of Flexport. */
export const FLEXPORT_WRITES: readonly WriteKind[] = [
	{
		name: 'Flexport create order',
		node: FULFILLMENT_ORDER,
		credentials,
		parameters: createParameters('={{ $json.sku }}', {
			externalOrderId: '={{ $json.tag }}',
			options: { lookUpFirst: '={{ $json.lookUpFirst }}' },
		}),
		input: ({ dice, world }) => ({ sku: world.sku, lookUpFirst: dice.chance(0.2) }),
		isSending: ({ method, path }) => method === 'POST' && path.endsWith('/orders'),
		saysDone: hasOutcome('created'),
		effects: ({ sandbox }, tag) =>
			sandbox.flexport.orders().filter(({ externalOrderId }) => externalOrderId === tag).length,
	},
	{
		...change('retry'),
		name: 'Flexport retry',
		async prepare(world, tags) {
			await makeOrders(world, tags);
			const error = { type: 'CARRIER_NETWORK_ERR', retriable: true } as const;
			for (const tag of tags) {
				const id = world.sandbox.flexport.order(tag)?.id ?? '';
				world.sandbox.flexport.setOrder(id, { internalStatus: 'ERROR', error });
			}
		},
		saysDone: hasOutcome('retried'),
		effects: ({ sandbox }, tag) => (sandbox.flexport.order(tag)?.attempt ?? 0) - 1,
	},
	{
		...change('cancel'),
		name: 'Flexport cancel',
		prepare: makeOrders,
		saysDone: hasOutcome('cancelled'),
		effects: ({ sandbox }, tag) =>
			sandbox.flexport
				.events()
				.filter(({ type }) => type === 'Order.Cancelled')
				.filter((event) => JSON.stringify(event).includes(`"${tag}"`)).length,
	},
	{
		name: 'Flexport create product',
		node: 'n8n-nodes-fulfillment.product',
		credentials,
		parameters: {
			operation: 'create',
			name: '=Mug {{ $json.tag }}',
			merchantSku: '={{ $json.tag }}',
		},
		isSending: ({ method }) => method === 'POST',
		saysDone: ({ sku: made }) => typeof made === 'string',
		effects: ({ sandbox }, tag) =>
			sandbox.flexport.products().filter(({ merchantSku }) => merchantSku === tag).length,
	},
];
