import type { Answer } from '../shared/endpoints.mts';
import { isObject } from '../shared/json.mts';
import { checkBody, sentenceOf, type BrokenRule } from './broken-rules.mts';
import type { Call } from './call.mts';
import { matcher } from './list-filters.mts';
import { fingerprint, readToken, writeToken, type PageToken } from './paging.mts';
import { refusal } from './refusal.mts';
import { validateList } from './shipment-schema.mts';
import type { Json, ListShipmentsBody } from './shipment-types.mts';
import { byCreation, type ShipmentRecord } from './store.mts';
import type { World } from './world.mts';

const DAY_MS = 24 * 60 * 60 * 1000;

function invalid(broken: readonly BrokenRule[]) {
	return refusal('list', 'INVALID_DATA', { message: sentenceOf(broken), inner: broken });
}

function windowRules(body: ListShipmentsBody): BrokenRule[] {
	return (['lastUpdatedAt', 'createdAt'] as const).flatMap((parameter) => {
		const { startsAt = 0, endsAt = 0 } = body[parameter] ?? {};
		if (startsAt > endsAt) {
			return [
				{ parameter, message: `${parameter}.startsAt must not be after ${parameter}.endsAt` },
			];
		}
		if (endsAt - startsAt <= 30 * DAY_MS) return [];
		const message = `${parameter} date range cannot be greater than 30 days`;
		return [{ parameter, message }];
	});
}

function pairRules({ pickupTime, deliveryTime }: ListShipmentsBody): BrokenRule[] {
	if ((pickupTime === undefined) === (deliveryTime === undefined)) return [];
	const parameter = pickupTime === undefined ? 'pickupTime.startsAt' : 'deliveryTime.endsAt';
	return [{ parameter, message: `${parameter} is required with the other time` }];
}

function checked(call: Call): ListShipmentsBody {
	// The contract has an example without a body.
	if (call.body.kind === 'empty') return {};
	const result = checkBody(validateList, call.body);
	if ('broken' in result) throw invalid(result.broken);
	const broken = [...windowRules(result.value), ...pairRules(result.value)];
	if (broken.length > 0) throw invalid(broken);
	return result.value;
}

function inOrder(value: Json): unknown {
	return Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
}

/** A list of nothing is no filter. That is not documented. */
function filtersOf(body: ListShipmentsBody): [name: string, value: unknown][] {
	return Object.entries(body)
		.filter(([name]) => name !== 'limit' && name !== 'paginationToken')
		.filter(([, value]) => !Array.isArray(value) || value.length > 0)
		.map(([name, value]): [string, unknown] => [name, isObject(value) ? inOrder(value) : value])
		.sort(([a], [b]) => (a < b ? -1 : 1));
}

/** That the filters of a further page must be those of the first is not documented. */
function tokenOf(call: Call, body: ListShipmentsBody, filters: string): PageToken | undefined {
	const { paginationToken } = body;
	if (paginationToken === undefined) return undefined;
	const parameter = 'paginationToken';
	const token = readToken(paginationToken);
	if (token === undefined || call.account.store.find(token.edgeId) === undefined) {
		throw invalid([{ parameter, message: 'paginationToken is not valid' }]);
	}
	if (token.filters !== filters) {
		throw invalid([{ parameter, message: 'paginationToken belongs to a list with other filters' }]);
	}
	return token;
}

/** Where the page lies in the list. A shipment that has left the list still marks its place. */
function rangeOf(
	list: readonly ShipmentRecord[],
	limit: number,
	edge: ShipmentRecord | undefined,
	parts: { direction: PageToken['direction']; sign: number },
): [begin: number, end: number] {
	if (edge === undefined) return [0, limit];
	const isNext = parts.direction === 'next';
	const found = list.findIndex((record) => {
		const after = parts.sign * byCreation(record, edge);
		return isNext ? after > 0 : after >= 0;
	});
	const at = found < 0 ? list.length : found;
	return isNext ? [at, at + limit] : [Math.max(0, at - limit), at];
}

/** List Shipments. */
export function listShipments(world: World, call: Call): Answer {
	const body = checked(call);
	const filters = filtersOf(body);
	const print = fingerprint(filters);
	const token = tokenOf(call, body, print);
	const { store } = call.account;
	const { listOrder, windowEnds } = world.switches;
	const since = token?.since ?? (filters.length > 0 ? 0 : world.clock.now() - DAY_MS);
	const lastSequence = token?.lastSequence ?? store.records.at(-1)?.sequence ?? 0;
	const matches = matcher(body, windowEnds);
	const list = store
		.byTime()
		.filter((record) => record.sequence <= lastSequence && record.createdMs >= since)
		.filter(matches);
	if (listOrder === 'newestFirst') list.reverse();

	const edge = token === undefined ? undefined : store.find(token.edgeId);
	const [begin, end] = rangeOf(list, body.limit ?? 1000, edge, {
		direction: token?.direction ?? 'next',
		sign: listOrder === 'newestFirst' ? -1 : 1,
	});
	const page = list.slice(begin, end);
	const write = (direction: PageToken['direction'], record: ShipmentRecord | undefined) =>
		record === undefined
			? null
			: writeToken({ direction, edgeId: record.shipment.id, filters: print, since, lastSequence });
	return {
		status: 200,
		body: {
			data: page.map(({ shipment }) => shipment),
			paginationToken: {
				next: end < list.length ? write('next', page.at(-1)) : null,
				previous: begin > 0 ? write('previous', page[0]) : null,
			},
		},
	};
}
