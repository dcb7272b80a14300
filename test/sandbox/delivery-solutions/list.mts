import type { Answer } from '../shared/endpoints.mts';
import { isObject } from '../shared/json.mts';
import { checkBody, sentenceOf, type BrokenRule } from './broken-rules.mts';
import type { Call } from './call.mts';
import { matcher } from './list-filters.mts';
import { edgeIdOf, orderOf, rangeOf } from './list-places.mts';
import { fingerprint, readToken, writeToken, type PageToken } from './paging.mts';
import { refusal } from './refusal.mts';
import { validateList } from './shipment-schema.mts';
import type { Json, ListShipmentsBody } from './shipment-types.mts';
import type { ListedShipment, ShipmentRecord } from './store.mts';
import type { DeliverySolutionsSwitches } from './switches.mts';
import type { Account, World } from './world.mts';

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
function tokenOf(
	{ account, switches }: { account: Account; switches: DeliverySolutionsSwitches },
	{ paginationToken }: ListShipmentsBody,
	filters: string,
): PageToken | undefined {
	if (paginationToken === undefined) return undefined;
	const parameter = 'paginationToken';
	const token = readToken(paginationToken);
	const isKnown =
		token !== undefined &&
		(switches.pageTokens === 'offset' || account.store.find(token.edgeId) !== undefined);
	if (!isKnown) throw invalid([{ parameter, message: 'paginationToken is not valid' }]);
	if (token.filters !== filters) {
		throw invalid([{ parameter, message: 'paginationToken belongs to a list with other filters' }]);
	}
	return token;
}

/** List Shipments. */
export function listShipments(world: World, call: Call): Answer {
	const body = checked(call);
	const filters = filtersOf(body);
	const print = fingerprint(filters);
	const { account } = call;
	const { store } = account;
	const { switches } = world;
	const token = tokenOf({ account, switches }, body, print);
	world.beforePage({ isFirst: token === undefined });
	const since = token?.since ?? (filters.length > 0 ? 0 : world.clock.now() - DAY_MS);
	const lastSequence = token?.lastSequence ?? store.records.at(-1)?.sequence ?? 0;
	const isLater = ({ sequence }: ListedShipment) =>
		switches.pageTokens === 'shipment' && sequence > lastSequence;
	const matches = matcher(body, switches.windowEnds);
	const list = store
		.byTime()
		.map((record) => shownOf(world, record))
		.filter((shown) => shown !== undefined)
		.filter((shown) => !isLater(shown) && shown.createdMs >= since && matches(shown))
		.sort(orderOf(switches));
	const limit = Math.min(body.limit ?? 1000, switches.mostPerPage);
	const edge = token && store.find(token.edgeId);
	const [begin, end] = rangeOf(list, limit, token && { token, edge }, switches);
	const write = (direction: PageToken['direction'], place: number) => {
		const edgeId = edgeIdOf(list, place, direction, switches);
		return edgeId && writeToken({ direction, edgeId, filters: print, since, lastSequence });
	};
	return {
		status: 200,
		body: {
			data: list.slice(begin, end).map(({ shipment }) => shipment),
			paginationToken: {
				next: end < list.length ? write('next', end) : null,
				previous: begin > 0 ? write('previous', begin) : null,
			},
		},
	};
}

/** A shipment as lists show it at the moment, if they do. */
function shownOf({ listedAs }: World, record: ShipmentRecord): ListedShipment | undefined {
	const copy = listedAs.get(record);
	return copy === undefined ? record : (copy ?? undefined);
}
