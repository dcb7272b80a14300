import { randomUUID } from 'node:crypto';
import { id, record } from '../../read';
import type { ApiAnswer } from '../../transport/api-request';
import type { OrderSystem } from '../orders/order-system';
import { pathSegment } from '../path-segment';
import { apiFailure } from './api-failure';
import { toOrderBody } from './order-body';
import { ORDER_FIELDS } from './order-fields';
import { orderStatus, providerStatus } from './order-status';
import { readProblem } from './problem';
import { differenceOf } from './same-order';
import { openFlexport } from './session';
import { isRetriable, noteError, simplifyOrder } from './simplify-order';

/** Fulfillment orders of the Flexport Logistics API. */
export const flexportOrders: OrderSystem = {
	service: 'Flexport',
	checkSetting: 'API Version',
	keys: { id: 'id', externalId: 'externalOrderId' },
	fields: ORDER_FIELDS,
	refusesDuplicates: true,
	open: openFlexport,
	toBody: toOrderBody,
	createRequest: (body) => ({ ...keyed('/orders'), body }),
	readRequest: ({ by, value }) => {
		const segment = pathSegment(value, by === 'id' ? 'Order' : 'External Order ID');
		const path = by === 'id' ? `/orders/${segment}` : `/orders/external_id/${segment}`;
		return { method: 'GET', path, repeat: 'always' };
	},
	orderIn: (answer) => record(answer.body),
	changeRequest: (order, change) =>
		keyed(`/orders/${pathSegment(id(order.id) ?? '', 'Order')}/${change}`),
	isDuplicate,
	failure: apiFailure,
	status: orderStatus,
	providerStatus,
	note: noteError,
	isRetriable,
	differenceOf,
	simplify: simplifyOrder,
};

/** A write with a key of its own, which all its sendings share (Orders API: idempotency-key). */
const keyed = (path: string) =>
	({
		method: 'POST',
		path,
		headers: { 'idempotency-key': randomUUID() },
		repeat: 'idempotent',
	}) as const;

/** How Flexport refuses a second order with the same external id: DUPLICATE_ORDER, its status is not documented. */
function isDuplicate(answer: ApiAnswer): boolean {
	const isRefusal = answer.status >= 400 && answer.status < 500;
	return (
		isRefusal && (answer.status === 409 || readProblem(answer.body).code === 'DUPLICATE_ORDER')
	);
}
