import { Failure } from '../../failure';
import { id, type Json } from '../../read';
import type { ApiAnswer, Session } from '../../transport/api-request';
import { send } from '../../transport/send';
import type { OrderRef } from '../order-provider';
import { isSuccess } from '../refusal';
import { strangeAnswer } from '../strange-answer';
import type { OrderSystem } from './order-system';

/**
 * An order by its own id or the external one.
 * @throws Failure if there is no such order
 */
export async function readOrder(
	system: OrderSystem,
	session: Session,
	ref: OrderRef,
): Promise<Json> {
	const request = system.readRequest(ref);
	const answer = await send(session, request);
	const missing = {
		what: `${system.service} has no order with the ${NAMES[ref.by]} "${ref.value}"`,
		fix: `Check the ${NAMES[ref.by]}, and whether the credential is for the account that has the order.`,
	};
	if (!isSuccess(answer)) throw system.failure(session, request, answer, { 404: missing });
	const order = system.orderIn(answer, ref);
	if (order) return order;
	// A system without a call for an external id answers with an empty list.
	if (ref.by === 'externalId' && isList(answer)) {
		throw new Failure({ kind: 'api', ...missing, httpCode: '404', transient: false });
	}
	throw noOrder(system, answer);
}

/**
 * The answer that has the order with this external id, or undefined if there is none.
 * @param tries fewer than usual for a mere look
 * @throws Failure if that cannot be found out
 */
export async function findOrder(
	system: OrderSystem,
	session: Session,
	externalId: string,
	tries?: number,
): Promise<ApiAnswer | undefined> {
	const ref = { by: 'externalId', value: externalId } as const;
	const request = { ...system.readRequest(ref), ...(tries === undefined ? {} : { tries }) };
	const answer = await send(session, request);
	if (answer.status === 404) return undefined;
	if (!isSuccess(answer)) throw system.failure(session, request, answer);
	const order = system.orderIn(answer, ref);
	if (order) return { ...answer, body: order };
	if (isList(answer)) return undefined;
	throw noOrder(system, answer);
}

/** The order in an answer that must hold one. */
export function orderOf(system: OrderSystem, answer: ApiAnswer): Json {
	const order = system.orderIn(answer);
	if (order) return order;
	throw noOrder(system, answer);
}

/** An order as messages name it: by the person's own ID where there is one. */
export function orderName({ keys }: OrderSystem, order: Json): string {
	return `Order "${id(order[keys.externalId]) ?? id(order[keys.id]) ?? 'unknown'}"`;
}

function isList({ body }: ApiAnswer): boolean {
	return typeof body === 'object' && body !== null && 'data' in body && Array.isArray(body.data);
}

function noOrder({ service, checkSetting }: OrderSystem, answer: ApiAnswer): Failure {
	const fix = `Look at the order in the ${service} portal, and check the credential's '${checkSetting}'.`;
	return strangeAnswer(service, 'an order', answer, fix);
}

const NAMES: Readonly<Record<OrderRef['by'], string>> = {
	id: 'order ID',
	externalId: 'external order ID',
};
