import { problem } from '../shared/problem.mts';
import type { Answer } from '../shared/endpoints.mts';
import type { Call, FlexportEndpoint } from './call.mts';
import { ERROR_DOCS } from './error-docs.mts';
import type { Life } from './life.mts';
import { checkOrder, duplicateOrder } from './order-rules.mts';
import { validateCreateOrder } from './order-schema.mts';
import { completeAddress, dropshipDetailsOf, orderForApi } from './order-view.mts';
import type { StoredOrder } from './stored-order.mts';
import type { CreateOrderBody } from './order-input.mts';
import type { Account, World } from './world.mts';

function newOrder(world: World, account: Account, body: CreateOrderBody): StoredOrder {
	const id = String(world.next.order());
	const startedAt = world.clock.now();
	const now = new Date(startedAt).toISOString();
	return {
		address: completeAddress(body.address),
		cost: null,
		id,
		createdAt: now,
		updatedAt: now,
		error: null,
		deliveredAt: null,
		externalOrderId: body.externalOrderId,
		lineItems: body.lineItems.map(({ logisticsSku, quantity, customsUnitValue }) => ({
			...(customsUnitValue === undefined ? {} : { customsUnitValue }),
			logisticsSku,
			quantity,
		})),
		promisedDeliveryByTime: body.promisedDeliveryByTime ?? null,
		promisedShipByTime: body.promisedShipByTime ?? null,
		shippedAt: null,
		source: body.source ?? null,
		state: {
			fulfillmentDelayed: false,
			fulfillmentInProgress: true,
			fulfillmentStatus: 'ROUTING_IN_PROGRESS',
			internalStatus: 'CREATED',
		},
		shipments: [],
		request: body,
		account: account.name,
		dropshipDetails: dropshipDetailsOf(body, id),
		attempt: 1,
		stage: 0,
		startedAt,
		reservations: [],
	};
}

function orderOfPath(world: World, call: Call): StoredOrder {
	const id = call.param('orderId');
	const order = world.ordersById.get(id);
	if (order === undefined || order.account !== call.account.name) {
		throw problem(404, `There is no order ${id}.`);
	}
	return order;
}

function create(world: World, life: Life, call: Call): Answer {
	const body = call.body(validateCreateOrder);
	checkOrder(world, call.account, body);
	if (call.account.ordersByExternalId.has(body.externalOrderId)) {
		throw duplicateOrder(world, body.externalOrderId);
	}
	const order = newOrder(world, call.account, body);
	call.account.orders.push(order);
	call.account.ordersByExternalId.set(order.externalOrderId, order);
	world.ordersById.set(order.id, order);
	life.begin(order);
	return { status: 200, body: orderForApi(world, order, true) };
}

function retry(world: World, life: Life, call: Call): Answer {
	const order = orderOfPath(world, call);
	if (order.state.internalStatus !== 'ERROR' || order.error?.retriable !== true) {
		// 407001 "Invalid order status" is documented; its HTTP status and its place are not.
		throw problem(
			400,
			`Invalid order status: order ${order.id} is ${order.state.internalStatus}` +
				`${order.error === null ? '' : ` (${order.error.type}, not retriable)`}; only a retriable error can be retried.`,
			{ type: `${ERROR_DOCS}407001`, code: 407001 },
		);
	}
	life.retry(order);
	return { status: 200, body: orderForApi(world, order, false) };
}

function cancel(world: World, life: Life, call: Call): Answer {
	const order = orderOfPath(world, call);
	const status = order.state.internalStatus;
	if (status === 'SHIPPED' || status === 'DELIVERED') {
		// Orders API, CancelOrder: a shipped order cannot be cancelled. The status is not documented.
		throw problem(400, `Order ${order.id} cannot be cancelled: it has already been shipped.`);
	}
	if (status === 'CANCELLED' && world.switches.cancelledAgainAnswer === 400) {
		throw problem(400, `Order ${order.id} cannot be cancelled: it is cancelled already.`);
	}
	if (status !== 'CANCELLED') life.cancel(order);
	return { status: 200, body: orderForApi(world, order, false) };
}

/** Endpoints of orders. There is none that lists or changes them. */
export function orderEndpoints(world: World, life: Life): FlexportEndpoint[] {
	const read = 'read_logistics_orders';
	const write = 'write_logistics_orders';
	return [
		{
			method: 'POST',
			path: '/orders',
			scope: write,
			handle: (call) => create(world, life, call),
		},
		{
			method: 'GET',
			path: '/orders/:orderId',
			scope: read,
			handle: (call) => ({
				status: 200,
				body: orderForApi(world, orderOfPath(world, call), true),
			}),
		},
		{
			method: 'GET',
			path: '/orders/external_id/:externalOrderId',
			scope: read,
			handle(call) {
				const externalId = call.param('externalOrderId');
				const order = call.account.ordersByExternalId.get(externalId);
				if (order === undefined) {
					throw problem(404, `There is no order with the externalOrderId "${externalId}".`);
				}
				return { status: 200, body: orderForApi(world, order, false) };
			},
		},
		{
			method: 'POST',
			path: '/orders/:orderId/retry',
			scope: write,
			handle: (call) => retry(world, life, call),
		},
		{
			method: 'POST',
			path: '/orders/:orderId/cancel',
			scope: write,
			handle: (call) => cancel(world, life, call),
		},
	];
}
