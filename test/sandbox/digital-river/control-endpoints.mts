import type { FastifyRequest } from 'fastify';
import { controlBody } from '../shared/control-endpoints.mts';
import type { Endpoint } from '../shared/endpoints.mts';
import type { Json } from '../shared/json.mts';
import { problem } from '../shared/problem.mts';
import { compile, objectSchema, validated } from '../shared/validation.mts';
import { webhookControlEndpoints } from '../shared/webhook-control-endpoints.mts';
import type { DigitalRiverControl } from './control.mts';
import type { InventoryItem } from './stock.mts';
import type { DigitalRiverSwitches } from './switches.mts';

const flag = { type: 'boolean' };

const validateOrders = compile<Json[]>({
	type: 'array',
	items: { type: 'object', properties: { id: { type: ['string', 'number'] } } },
});

const validateItems = compile<(Partial<InventoryItem> & { id: string })[]>({
	type: 'array',
	items: objectSchema(
		{ id: { type: 'string' }, available: { type: 'integer', minimum: 0 }, backorder: flag },
		['id'],
	),
});

const validateSwitches = compile<Partial<DigitalRiverSwitches>>(
	objectSchema({
		sendsHasMore: flag,
		explodedDates: flag,
		stringIds: flag,
		numericLineIds: flag,
		lineCounters: flag,
		backorderedOrders: flag,
		requiresShipTo: flag,
		strictItems: flag,
		duplicateUpstreamIds: { enum: ['allowed', 'conflict'] },
		cancellationMode: { enum: ['accept', 'pending', 'reject', 'partly'] },
		duplicateWebhooks: { enum: ['allowed', 'conflict'] },
		signatureTimestamp: { enum: ['seconds', 'milliseconds'] },
		deliveryTimeoutMs: { type: 'number', exclusiveMinimum: 0 },
		switchedOffAfterMs: { type: 'number', minimum: 0 },
		processingMs: { type: 'number', minimum: 0 },
	}),
);

function addOrders(control: DigitalRiverControl, orders: Json[]): object[] {
	const ids = orders.flatMap(({ id }) => (id === undefined ? [] : [String(id)]));
	const known = new Set(control.orders().map(({ id }) => String(id)));
	if (new Set(ids).size < ids.length || ids.some((id) => known.has(id))) {
		throw problem(409, 'There is an order with one of these ids already.');
	}
	return orders.map((order) => control.addOrder(order));
}

/** The id of a webhook in a path, if there is one with it. */
function webhookIdOf(control: DigitalRiverControl, { params }: FastifyRequest): string {
	const id = typeof params === 'object' && params !== null && 'id' in params ? params.id : '';
	if (control.hooks.list().some((webhook) => webhook.id === id)) return String(id);
	throw problem(404, `There is no webhook "${String(id)}".`);
}

const listOf = (body: unknown): unknown[] => (Array.isArray(body) ? body : [body]);

/** Digital River's controls for other processes, below /_sandbox. */
export function digitalRiverControlEndpoints(control: DigitalRiverControl): Endpoint[] {
	const path = '/digital-river';
	return [
		{
			method: 'GET',
			path: `${path}/orders`,
			handle: () => ({ status: 200, body: control.orders() }),
		},
		{
			method: 'POST',
			path: `${path}/orders`,
			handle(request) {
				const orders = validated(validateOrders, listOf(controlBody(request)));
				return { status: 201, body: addOrders(control, orders) };
			},
		},
		{
			method: 'GET',
			path: `${path}/cancellations`,
			handle: () => ({ status: 200, body: control.cancellations() }),
		},
		{
			method: 'POST',
			path: `${path}/inventory-items`,
			handle(request) {
				const items = validated(validateItems, listOf(controlBody(request)));
				for (const { id, ...item } of items) control.addInventoryItem(id, item);
				return { status: 204 };
			},
		},
		{
			method: 'POST',
			path: `${path}/switches`,
			handle(request) {
				Object.assign(control, validated(validateSwitches, controlBody(request)));
				return { status: 204 };
			},
		},
		...webhookControlEndpoints(path, control.hooks),
		// What the Dashboard shows of a webhook, and its button.
		{
			method: 'GET',
			path: `${path}/webhooks/:id/secret`,
			handle(request) {
				const id = webhookIdOf(control, request);
				return { status: 200, body: { secret: control.hooks.secretOf(id) } };
			},
		},
		{
			method: 'POST',
			path: `${path}/webhooks/:id/secret`,
			handle(request) {
				const id = webhookIdOf(control, request);
				return { status: 200, body: { secret: control.hooks.rotateSecret(id) } };
			},
		},
	];
}
