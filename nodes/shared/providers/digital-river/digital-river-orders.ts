import { record, records } from '../../read';
import type { ApiAnswer } from '../../transport/api-request';
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

/** One order, or the first of a list. */
function orderIn({ body }: ApiAnswer) {
	const order = record(body);
	return order && 'data' in order ? records(order.data)[0] : order;
}
