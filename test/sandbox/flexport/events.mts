import { problem } from '../shared/problem.mts';
import type { Answer } from '../shared/endpoints.mts';
import type { Call, FlexportEndpoint } from './call.mts';
import { eventLimitOf } from './query.mts';
import type { FlexportEvent } from './webhook-types.mts';

/** Where a page ended; sent as unpadded base64url JSON. */
interface Cursor {
	type: string | null;
	cursor: string;
	direction: 'forward';
}

function encode(cursor: Cursor): string {
	return Buffer.from(JSON.stringify(cursor)).toString('base64url');
}

function decode(text: string): Cursor {
	try {
		const value: unknown = JSON.parse(Buffer.from(text, 'base64url').toString('utf8'));
		if (typeof value === 'object' && value !== null && 'cursor' in value) {
			const type = 'type' in value && typeof value.type === 'string' ? value.type : null;
			if (typeof value.cursor === 'string') {
				return { type, cursor: value.cursor, direction: 'forward' };
			}
		}
	} catch {
		// Falls through to the same refusal as JSON of the wrong shape.
	}
	throw problem(400, 'query parameter page_info is not one that this API gave out');
}

function typeOf(call: Call): string | null {
	const type = call.query('type') ?? null;
	// Events API: the pattern of the type filter.
	if (type !== null && !/^([\w.]{0,50})$/.test(type)) {
		throw problem(400, 'query parameter type must match ^([\\w\\.]{0,50})$');
	}
	return type === '' ? null : type;
}

function timeOf(call: Call): number {
	const text = call.query('after');
	if (text === undefined) return -Infinity;
	const time = Date.parse(text);
	if (Number.isNaN(time)) throw problem(400, 'query parameter after must be a date-time');
	return time;
}

function firstPage(call: Call): { type: string | null; matching: FlexportEvent[] } {
	const type = typeOf(call);
	const after = timeOf(call);
	const ids = new Set([...call.queryAll('ids[]'), ...call.queryAll('ids')]);
	const matching = call.account.events.filter(
		(event) =>
			(type === null || event.type === type) &&
			(ids.size === 0 || ids.has(event.id)) &&
			Date.parse(event.time) > after,
	);
	return { type, matching };
}

/** With a cursor, everything but the limit is taken from it. */
function laterPage(
	call: Call,
	pageInfo: string,
): { type: string | null; matching: FlexportEvent[] } {
	const { type, cursor } = decode(pageInfo);
	const matching = call.account.events.filter(
		(event) => event.id > cursor && (type === null || event.type === type),
	);
	return { type, matching };
}

function list(call: Call): Answer {
	const limit = eventLimitOf(call);
	const pageInfo = call.query('page_info');
	const { type, matching } = pageInfo === undefined ? firstPage(call) : laterPage(call, pageInfo);
	const body = matching.slice(0, limit);
	const last = body.at(-1);
	if (matching.length <= limit || last === undefined) return { status: 200, body };
	const next = encode({ type, cursor: last.id, direction: 'forward' });
	const link = `<${call.url}?limit=${limit}&page_info=${next}>; rel="next"`;
	return { status: 200, body, headers: { link } };
}

/** GetEvents: everything that happened, oldest first, page by page through the Link header. */
export function eventEndpoints(): FlexportEndpoint[] {
	return [{ method: 'GET', path: '/events', scope: 'read_logistics_events', handle: list }];
}
