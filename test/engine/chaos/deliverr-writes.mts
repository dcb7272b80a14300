import { PRODUCT } from '../support/deliverr-desk.mts';
import { locator } from '../support/locator.mts';
import { FULFILLMENT_ORDER } from '../support/order-desk.mts';
import { createParameters } from '../support/order-parameters.mts';
import { post } from './post.mts';
import { accountFor, hasOutcome, type WriteKind, type World } from './write.mts';

/** The account of a kind of writes, with the product that is ordered. */
const accountOf = (world: World, name: string) =>
	accountFor(world, name, () => {
		const { deliverr } = world.sandbox;
		const account = deliverr.addAccount();
		deliverr.addProduct({ externalProductId: PRODUCT, inventory: 10_000 }, account.accessToken);
		return account;
	});

/** How many orders have a tag and a status. */
const inStatus = (name: string, status: string) => (world: World, tag: string) =>
	world.sandbox.deliverr
		.orders(accountOf(world, name).accessToken)
		.filter((order) => order.externalOrderId === tag && order.status === status).length;

const usual = (name: string) => ({
	name,
	node: FULFILLMENT_ORDER,
	expireTokens: ({ sandbox }: World) => sandbox.deliverr.expireTokens(),
	credentials: (world: World) => {
		const { baseUrl } = world.sandbox.deliverr;
		return { deliverrApi: { ...accountOf(world, name), baseUrl } };
	},
});

const orderBody = (externalOrderId: string) => ({
	externalOrderId,
	source: 'web shop',
	sourceOrderId: externalOrderId,
	shiptoAddress: {
		name: 'Ada Lovelace',
		street1: '1 Market Street',
		city: 'San Francisco',
		state: 'CA',
		postcode: '94105',
		countryCode: 'US',
	},
	lineItems: [{ externalProductId: PRODUCT, quantity: 1 }],
	orderCreationTime: '2026-01-15T12:00:00.000Z',
});

async function makeOrders(world: World, name: string, tags: readonly string[]): Promise<void> {
	const { deliverr } = world.sandbox;
	const { accessToken = '' } = accountOf(world, name);
	for (const tag of tags) {
		await post(`${deliverr.baseUrl}/orders/v1/order`, accessToken, orderBody(tag));
		world.tagOfOwnId.set(deliverr.order(tag)?.orderId ?? '', tag);
	}
}

const change = (name: string, operation: 'retry' | 'cancel') => ({
	...usual(name),
	parameters: {
		provider: 'deliverr',
		operation,
		order: locator('externalId', '={{ $json.tag }}'),
	},
	isSending: ({ path }: { path: string }) => path.endsWith(`/${operation}`),
});

const CREATE = 'Deliverr create order';
const RETRY = 'Deliverr retry';
const CANCEL = 'Deliverr cancel';

/** The write operations of the legacy Deliverr. */
export const DELIVERR_WRITES: readonly WriteKind[] = [
	{
		...usual(CREATE),
		parameters: createParameters(PRODUCT, {
			provider: 'deliverr',
			externalOrderId: '={{ $json.tag }}',
			options: { lookUpFirst: '={{ $json.lookUpFirst }}' },
		}),
		input: ({ dice }) => ({ lookUpFirst: dice.chance(0.2) }),
		isSending: ({ method, path }) => method === 'POST' && path.endsWith('/order'),
		saysDone: hasOutcome('created'),
		effects: inStatus(CREATE, 'CREATED'),
	},
	{
		...change(RETRY, 'retry'),
		async prepare(world, tags) {
			await makeOrders(world, RETRY, tags);
			for (const tag of tags) world.sandbox.deliverr.setOrder(tag, { status: 'ERROR' });
		},
		saysDone: hasOutcome('retried'),
		effects: inStatus(RETRY, 'CREATED'),
	},
	{
		...change(CANCEL, 'cancel'),
		prepare: async (world, tags) => await makeOrders(world, CANCEL, tags),
		saysDone: hasOutcome('cancelled'),
		effects: inStatus(CANCEL, 'CANCELLED'),
	},
];
