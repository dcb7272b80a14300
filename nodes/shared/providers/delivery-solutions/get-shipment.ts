import { id, record, type Json } from '../../read';
import type { ApiAnswer, ApiRequest, Session } from '../../transport/api-request';
import { send } from '../../transport/send';
import { pathSegment } from '../path-segment';
import { isSuccess } from '../refusal';
import { strangeAnswer } from '../strange-answer';
import { callShipment, findInList, isUnknownId } from './about-shipment';
import { apiFailure } from './api-failure';

/**
 * A shipment by its own id or its external one.
 * @param forceUpdate asks the delivery provider for the newest state (query `force_update`)
 * @throws Failure if there is no such shipment
 */
export async function getShipment(
	session: Session,
	shipmentId: string,
	forceUpdate = false,
): Promise<Json> {
	const answer = await callShipment(session, shipmentId, (segment) => ({
		method: 'GET',
		path: `/shipments/${segment}`,
		...(forceUpdate ? { query: { force_update: true } } : {}),
		repeat: 'always',
	}));
	return shipmentIn(answer);
}

/**
 * The answer with the shipment that has this id, own or external, or undefined if there is none.
 * @throws Failure if that cannot be found out
 */
export async function findShipment(
	session: Session,
	shipmentId: string,
): Promise<ApiAnswer | undefined> {
	const path = `/shipments/${pathSegment(shipmentId, 'External Order ID')}`;
	const request: ApiRequest = { method: 'GET', path, repeat: 'always' };
	const answer = await send(session, request);
	if (isSuccess(answer)) return answer;
	if (!isUnknownId(answer, request)) throw apiFailure(session, request, answer);
	const body = await findInList(session, shipmentId);
	return body && { ...answer, status: 200, body };
}

/** The shipment in an answer. */
export function shipmentIn(answer: ApiAnswer): Json {
	const shipment = record(answer.body);
	if (shipment) return shipment;
	const fix = 'Look at the shipment in the Delivery Solutions portal.';
	throw strangeAnswer('Delivery Solutions', 'a shipment', answer, fix);
}

/** A shipment as messages name it: by the person's own ID where there is one. */
export function shipmentName(shipment: Json): string {
	return `Shipment "${id(shipment.orderExternalId) ?? id(shipment.id) ?? 'unknown'}"`;
}
