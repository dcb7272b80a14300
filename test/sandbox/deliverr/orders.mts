import type { Answer } from '../shared/endpoints.mts';
import { problem } from '../shared/problem.mts';
import type { Call, DeliverrEndpoint } from './call.mts';
import { createOrder, readCreateBody } from './create.mts';
import type { Life } from './life.mts';
import { mockCreated, mockOrder } from './mock.mts';
import type { OrderRecord } from './order-types.mts';
import { orderForApi } from './order-view.mts';
import type { World } from './world.mts';

const CANCELLABLE: ReadonlySet<string> = new Set(['CREATED', 'PROCESSING', 'ERROR']);

function recordOf(world: World, { account, id }: Call): OrderRecord {
	const found = world.byId.get(id);
	if (found === undefined || found.account !== account) {
		throw problem(404, `There is no order ${id}.`);
	}
	return found.record;
}

/** A failed order is tried again. How any other is refused is not documented. */
function retry(world: World, life: Life, call: Call): Answer {
	const record = recordOf(world, call);
	const { orderId, status } = record.order;
	if (status !== 'ERROR') {
		throw problem(400, `Order ${orderId} is ${status}; only an order in ERROR can be retried.`);
	}
	life.retry(call.account, record);
	return { status: 200, body: orderForApi(world, record.order) };
}

/** How an order that cannot be cancelled is refused is not documented. */
function cancel(world: World, life: Life, call: Call): Answer {
	const record = recordOf(world, call);
	const { orderId, status } = record.order;
	const isRepeated = status === 'CANCELLED' && world.switches.cancelledAgainAnswer === 200;
	if (!CANCELLABLE.has(status) && !isRepeated) {
		throw problem(400, `Order ${orderId} is ${status} and cannot be cancelled.`);
	}
	if (!isRepeated) life.cancel(call.account, record);
	return { status: 200, body: orderForApi(world, record.order) };
}

/** Endpoints of orders. There is none that lists or changes them. */
export function orderEndpoints(world: World, life: Life): DeliverrEndpoint[] {
	const path = '/orders/v1/order';
	const answer = (body: object): Answer => ({ status: 200, body });
	return [
		{
			method: 'POST',
			path,
			handle: (call) => createOrder(world, life, call),
			mock: ({ body }) => ({
				status: world.switches.createdStatus,
				body: mockCreated(world, readCreateBody(body)),
			}),
		},
		{
			method: 'GET',
			path: `${path}/:id`,
			handle: (call) => answer(orderForApi(world, recordOf(world, call).order)),
			mock: ({ id }) => answer(mockOrder(world, { orderId: id }, 'SHIPPED')),
		},
		{
			method: 'GET',
			path: `${path}/externalId/:id`,
			handle({ account, id }) {
				const record = account.byExternalId.get(id);
				if (record !== undefined) return answer(orderForApi(world, record.order));
				throw problem(404, `There is no order with the externalOrderId "${id}".`);
			},
			mock: ({ id }) => answer(mockOrder(world, { externalOrderId: id }, 'SHIPPED')),
		},
		{
			method: 'POST',
			path: `${path}/:id/cancel`,
			handle: (call) => cancel(world, life, call),
			mock: ({ id }) => answer(mockOrder(world, { orderId: id }, 'CANCELLED')),
		},
		{ method: 'POST', path: `${path}/:id/retry`, handle: (call) => retry(world, life, call) },
	];
}
