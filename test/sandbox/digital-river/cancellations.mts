import type { Answer } from '../shared/endpoints.mts';
import { problem } from '../shared/problem.mts';
import type { Call, DigitalRiverEndpoint } from './call.mts';
import { readCancellation, type ReadCancellation } from './cancellation-input.mts';
import type { CancellationRecord } from './cancellation-types.mts';
import { instant } from './java-time.mts';
import type { Life } from './life.mts';
import { pageOf, readListQuery } from './page.mts';
import type { World } from './world.mts';

const FILTERS = {
	one: ['state', 'fulfillmentOrderId', 'inventoryItemId'],
	many: ['ids', 'upstreamIds'],
};

function newRecord(world: World, { body, of, lines }: ReadCancellation): CancellationRecord {
	const now = world.clock.now();
	return {
		cancellation: {
			id: `ret_${world.next.cancellation()}`,
			createdTime: instant(Math.floor(now / 1000) * 1000),
			...body,
			items: body.items.map((item, index) => {
				const upstreamId = lines[index]?.upstreamId;
				return {
					...(typeof upstreamId === 'string' ? { fulfillmentOrderItemUpstreamId: upstreamId } : {}),
					...item,
					inventoryItemId: String(lines[index]?.inventoryItemId),
					quantityAccepted: 0,
					state: 'pending',
				};
			}),
			state: 'pending',
			livemode: false,
		},
		of,
		lines,
		createdMs: now,
		sequence: world.next.sequence(),
	};
}

function create(world: World, life: Life, { account, body }: Call): Answer {
	const record = newRecord(world, readCancellation(account, body));
	account.cancellations.add(record.cancellation.id, record);
	world.emit(account, 'fulfillment_cancellation.created', { ...record.cancellation });
	life.judge(account, record);
	return { status: 201, body: record.cancellation };
}

function list(world: World, { account, query }: Call): Answer {
	const request = readListQuery(query, FILTERS);
	const { rows, hasMore } = pageOf(account.cancellations, request, ({ cancellation }) => {
		const { id, upstreamId = '', state, fulfillmentOrderId, items } = cancellation;
		const has: Record<string, string[]> = {
			ids: [id],
			upstreamIds: [upstreamId],
			state: [state],
			fulfillmentOrderId: [fulfillmentOrderId],
			inventoryItemId: items.map((item) => item.inventoryItemId),
		};
		return [...request.filters].every(([name, wanted]) =>
			has[name]?.some((value) => wanted.includes(value)),
		);
	});
	const data = rows.map(({ cancellation }) => cancellation);
	return { status: 200, body: world.switches.sendsHasMore ? { hasMore, data } : { data } };
}

/** Endpoints of fulfillment cancellations. */
export function cancellationEndpoints(world: World, life: Life): DigitalRiverEndpoint[] {
	const path = '/fulfillment-cancellations';
	return [
		{ method: 'POST', path, handle: (call) => create(world, life, call) },
		{ method: 'GET', path, handle: (call) => list(world, call) },
		{
			method: 'GET',
			path: `${path}/:id`,
			handle({ account, id }) {
				const record = account.cancellations.find(id);
				if (record !== undefined) return { status: 200, body: record.cancellation };
				throw problem(404, `There is no fulfillment cancellation "${id}".`);
			},
		},
	];
}
