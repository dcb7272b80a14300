import { randomUUID } from 'node:crypto';
import { id, record } from '../../read';
import type { ApiAnswer } from '../../transport/api-request';
import type { OrderSystem } from '../orders/order-system';
import { pathSegment } from '../path-segment';
import { sameOrder } from '../same-order';
import { apiFailure, errorType } from './api-failure';
import { toOrderBody } from './order-body';
import { domesticRule, ORDER_FIELDS } from './order-fields';
import { isRetriable, noteError, orderStatus, providerStatus, simplifyOrder } from './order-status';
import { openDeliverr } from './session';

/** Orders of the legacy Deliverr API (closed to new accounts since February 2023). */
export const deliverrOrders: OrderSystem = {
	service: 'Deliverr',
	checkSetting: 'Base URL',
	keys: { id: 'orderId', externalId: 'externalOrderId' },
	fields: ORDER_FIELDS,
	rules: [domesticRule],
	refusesDuplicates: true,
	open: openDeliverr,
	toBody: toOrderBody,
	createRequest: (body) => ({ ...keyed(''), body }),
	readRequest: ({ by, value }) => {
		const segment = pathSegment(value, by === 'id' ? 'Order' : 'External Order ID');
		const path = by === 'id' ? `/${segment}` : `/externalId/${segment}`;
		return { method: 'GET', path: ORDERS + path, repeat: 'always' };
	},
	orderIn: (answer) => record(answer.body),
	changeRequest: (order, change) =>
		keyed(`/${pathSegment(id(order.orderId) ?? '', 'Order')}/${change}`),
	isDuplicate,
	failure: apiFailure,
	status: orderStatus,
	providerStatus,
	note: noteError,
	isRetriable,
	differenceOf: sameOrder({
		address: 'shiptoAddress',
		sku: 'externalProductId',
		postalCode: 'postcode',
	}),
	simplify: simplifyOrder,
};

const ORDERS = '/orders/v1/order';

/** A write with a key of its own, which all its sendings share (Deliverr API: idempotency-key). */
const keyed = (path: string) =>
	({
		method: 'POST',
		path: ORDERS + path,
		headers: { 'idempotency-key': randomUUID() },
		repeat: 'idempotent',
	}) as const;

/** How Deliverr refuses a second order with the same external id is not documented. */
function isDuplicate(answer: ApiAnswer): boolean {
	const isRefusal = answer.status >= 400 && answer.status < 500;
	return isRefusal && (answer.status === 409 || errorType(answer) === 'DUPLICATE_ORDER');
}
