import { checked } from '../shared/broken-rules.mts';
import type { ReadBody } from '../shared/json-body.mts';
import { isObject } from '../shared/json.mts';
import { implode, instant } from './java-time.mts';
import { validateAddressedOrder, validateCreateOrder } from './order-schema.mts';
import type { CreateOrderBody } from './order-types.mts';
import { badBody, badParameter, refusal } from './refusal.mts';

/** The JSON of a body. A wrong Content-Type is a 400, as the API documents no 415. */
export function jsonOf(body: ReadBody): unknown {
	switch (body.kind) {
		case 'json':
			return body.value;
		case 'wrongType':
			throw badParameter('Content-Type', 'The Content-Type must be application/json.');
		case 'empty':
			throw refusal(400, [{ code: 'missing_parameter', message: 'A JSON body is required.' }]);
		case 'malformed':
			throw refusal(400, [{ code: 'invalid_parameter', message: 'The body is not valid JSON.' }]);
	}
}

/** Times as Java time objects and items in a list inside the list are taken, as the page shows them. */
function plain(body: unknown): unknown {
	if (!isObject(body)) return body;
	const { upstreamOrderTime: time, items } = body;
	return {
		...body,
		...(isObject(time) ? { upstreamOrderTime: implode(time) ?? time } : {}),
		...(Array.isArray(items) ? { items: items.flat() } : {}),
	};
}

/** The body of create, checked, or the 400 that names every rule that it breaks. */
export function readOrder(body: ReadBody, requiresShipTo: boolean): CreateOrderBody {
	const validate = requiresShipTo ? validateAddressedOrder : validateCreateOrder;
	const outcome = checked(validate, plain(jsonOf(body)));
	if ('broken' in outcome) throw badBody(outcome.broken);
	const { value } = outcome;
	return { ...value, upstreamOrderTime: instant(Date.parse(value.upstreamOrderTime)) };
}
