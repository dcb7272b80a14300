import { Failure } from '../../failure';
import { id, record, records, type Json } from '../../read';
import type { ApiAnswer } from '../../transport/api-request';
import type { OrderRef } from '../order-provider';
import type { OrderSystem } from '../orders/order-system';
import { pathSegment } from '../path-segment';
import { apiFailure } from './api-failure';
import { differenceOf, orderStatus, providerStatus, simplifyOrder } from './order';
import { toOrderBody } from './order-body';
import { ORDER_FIELDS } from './order-fields';
import { openDigitalRiver } from './session';

/** Fulfillment orders of Digital River, which ceased operations in 2025. */
export const digitalRiverOrders: OrderSystem = {
	service: 'Digital River',
	checkSetting: 'Base URL',
	keys: { id: 'id', externalId: 'upstreamId' },
	fields: ORDER_FIELDS,
	// Nothing is said of a second order with the same upstreamId.
	refusesDuplicates: false,
	open: openDigitalRiver,
	toBody: toOrderBody,
	// The API takes no idempotency key.
	createRequest: (body) => ({ method: 'POST', path: ORDERS, body, repeat: 'checked' }),
	readRequest: ({ by, value }) =>
		by === 'id'
			? { method: 'GET', path: `${ORDERS}/${pathSegment(value, 'Order')}`, repeat: 'always' }
			: {
					method: 'GET',
					path: `${ORDERS}?upstreamIds=${pathSegment(value, 'External Order ID')}&limit=1`,
					repeat: 'always',
				},
	orderIn,
	isDuplicate: ({ status }) => status === 409,
	failure: apiFailure,
	status: orderStatus,
	providerStatus,
	note: () => null,
	isRetriable: () => false,
	differenceOf,
	simplify: simplifyOrder,
};

export const ORDERS = '/fulfillment-orders';

/**
 * One order, or that of a list which was asked for. How a list of IDs is to be sent is not documented:
 * an API that leaves the filter out of account would answer with any order, and none of them counts.
 */
function orderIn({ body, status }: ApiAnswer, ref?: OrderRef): Json | undefined {
	const order = record(body);
	if (!order || !('data' in order)) return order && id(order.id) ? order : undefined;
	const orders = records(order.data);
	const found = orders.find((one) => id(one.upstreamId) === ref?.value.trim());
	if (found || orders.length === 0) return found;
	throw new Failure({
		kind: 'api',
		what: `Digital River was asked for the external order ID "${ref?.value}" and answered with other orders`,
		fix: "Nothing was changed. Use the order's own ID, and check the credential's 'API Version'.",
		httpCode: String(status),
		transient: false,
	});
}
