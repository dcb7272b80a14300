import type { ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';
import { readPageOf } from '../providers/delivery-solutions/list-shipments';
import { LONGEST_WINDOW_MS } from '../providers/delivery-solutions/list-windows';
import { openDeliverySolutions } from '../providers/delivery-solutions/session';
import { shipmentStatus } from '../providers/delivery-solutions/shipment-status';
import { id, record, text, type Json } from '../read';
import { nodeError } from '../runner/item-failure';
import type { Session } from '../transport/api-request';
import { runtimeWithoutItems } from '../runner/runtime-without-items';

/** Matches shown before the person has to scroll for more. */
const ENOUGH = 25;

/** Shipments read at once, to find the matches among them. */
const PAGE_SIZE = 200;

/** Where the next part of the list starts; its window stays that of the first part. */
interface Position {
	endsAt: number;
	token?: string;
}

/**
 * The shipments that changed in the last 30 days, for a resource locator, by external ID, recipient
 * and tracking number. The API has no search, so pages are read until there is enough to show.
 */
export async function searchShipments(
	this: ILoadOptionsFunctions,
	filter?: string,
	paginationToken?: string,
): Promise<INodeListSearchResult> {
	try {
		const session = await openDeliverySolutions(runtimeWithoutItems(this));
		return await findShipments(session, filter ?? '', readPosition(paginationToken));
	} catch (failure) {
		throw nodeError(this.getNode(), failure);
	}
}

async function findShipments(
	session: Session,
	filter: string,
	from: Position,
): Promise<INodeListSearchResult> {
	const { endsAt } = from;
	const lastUpdatedAt = { startsAt: endsAt - LONGEST_WINDOW_MS, endsAt };
	const results: INodeListSearchResult['results'] = [];
	const seen = new Set<string>();
	let { token } = from;
	while (results.length < ENOUGH) {
		const paginationToken = token === undefined ? {} : { paginationToken: token };
		const page = await readPageOf(session, { limit: PAGE_SIZE, lastUpdatedAt, ...paginationToken });
		results.push(...page.rows.filter((shipment) => matches(shipment, filter)).map(toChoice));
		if (page.next === undefined || seen.has(page.next)) return { results };
		seen.add(page.next);
		token = page.next;
	}
	return { results, paginationToken: `${endsAt} ${token}` };
}

/** "<end of the window> <token>"; without one, the list starts now. */
function readPosition(paginationToken: string | undefined): Position {
	const [, endsAt, token] = /^(\d+) (.+)$/s.exec(paginationToken ?? '') ?? [];
	return token === undefined ? { endsAt: Date.now() } : { endsAt: Number(endsAt), token };
}

function matches(shipment: Json, filter: string): boolean {
	const wanted = filter.trim().toLowerCase();
	const texts = [
		shipment.orderExternalId,
		shipment.id,
		shipment.trackingId,
		record(shipment.deliveryContact)?.name,
	];
	return texts.some((value) => (id(value) ?? '').toLowerCase().includes(wanted));
}

/** The external id is what the API's own text says a shipment is asked for with. */
function toChoice(shipment: Json): { name: string; value: string } {
	const externalId = id(shipment.orderExternalId);
	const recipient = text(record(shipment.deliveryContact)?.name);
	const facts = [recipient, shipmentStatus(shipment)].filter((fact) => fact !== undefined);
	return {
		name: `${externalId ?? id(shipment.id) ?? ''} (${facts.join(', ')})`,
		value: externalId ?? id(shipment.id) ?? '',
	};
}
