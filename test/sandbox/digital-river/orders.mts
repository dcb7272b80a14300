import type { Answer } from '../shared/endpoints.mts';
import { problem } from '../shared/problem.mts';
import type { Call, DigitalRiverEndpoint } from './call.mts';
import { completeCounters } from './counters.mts';
import { instant } from './java-time.mts';
import type { Life } from './life.mts';
import { readOrder } from './order-input.mts';
import type { CreateOrderBody, OrderRecord } from './order-types.mts';
import { orderForApi } from './order-view.mts';
import { pageOf, readListQuery } from './page.mts';
import { refusal } from './refusal.mts';
import { checkStock, reserve } from './stock.mts';
import type { Account, World } from './world.mts';

// Filters by createdTime and updatedTime came with later versions; this page does not have them.
const FILTERS = { one: [], many: ['ids', 'upstreamIds'] };

function newRecord(world: World, account: Account, body: CreateOrderBody): OrderRecord {
	const now = world.clock.now();
	// Times are written to the second.
	const createdTime = instant(Math.floor(now / 1000) * 1000);
	const { items, ...rest } = body;
	return {
		order: {
			id: world.newOrderId(account),
			createdTime,
			...rest,
			items: items.map((line) => ({ id: String(world.next.line()), ...line })),
			state: 'pending',
			liveMode: false,
		},
		createdMs: now,
		sequence: world.next.sequence(),
		short: new Map(),
		reserved: true,
	};
}

function refuseDuplicate(world: World, account: Account, { upstreamId }: CreateOrderBody): void {
	if (world.switches.duplicateUpstreamIds === 'allowed' || upstreamId === undefined) return;
	if (!account.orders.all.some(({ order }) => order.upstreamId === upstreamId)) return;
	const message = `There is an order with the upstreamId "${upstreamId}" already.`;
	throw refusal(409, [{ code: 'already_exists', parameter: 'upstreamId', message }]);
}

function create(world: World, life: Life, { account, body: sent }: Call): Answer {
	const { requiresShipTo, strictItems } = world.switches;
	const body = readOrder(sent, requiresShipTo);
	refuseDuplicate(world, account, body);
	checkStock(account.inventory, body, strictItems);
	const record = newRecord(world, account, body);
	reserve(account.inventory, record);
	completeCounters(record.order);
	account.orders.add(String(record.order.id), record);
	life.begin(account, record);
	return { status: 201, body: orderForApi(world, record.order) };
}

function list(world: World, { account, query }: Call): Answer {
	const request = readListQuery(query, FILTERS);
	const ids = request.filters.get('ids');
	const upstreamIds = request.filters.get('upstreamIds');
	const { rows, hasMore } = pageOf(
		account.orders,
		request,
		({ order }) =>
			(ids?.includes(String(order.id)) ?? true) &&
			(upstreamIds?.some((id) => id === order.upstreamId) ?? true),
	);
	const data = rows.map(({ order }) => orderForApi(world, order));
	return { status: 200, body: world.switches.sendsHasMore ? { hasMore, data } : { data } };
}

/** Endpoints of fulfillment orders. There is none that changes or cancels them. */
export function orderEndpoints(world: World, life: Life): DigitalRiverEndpoint[] {
	const path = '/fulfillment-orders';
	return [
		{ method: 'POST', path, handle: (call) => create(world, life, call) },
		{ method: 'GET', path, handle: (call) => list(world, call) },
		{
			method: 'GET',
			path: `${path}/:id`,
			handle({ account, id }) {
				const record = account.orders.find(id);
				if (record === undefined) throw problem(404, `There is no fulfillment order "${id}".`);
				return { status: 200, body: orderForApi(world, record.order) };
			},
		},
	];
}
