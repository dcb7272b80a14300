import { id, record } from '../../read';
import type { ApiAnswer } from '../../transport/api-request';
import { keyedPost } from '../keyed-post';
import type { OrderSystem } from '../orders/order-system';
import { refusedAsDuplicate } from '../orders/refused-as-duplicate';
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
	createRequest: (body) => ({ ...keyedPost('/orders'), body }),
	readRequest: ({ by, value }) => {
		const segment = pathSegment(value, by === 'id' ? 'Order' : 'External Order ID');
		const path = by === 'id' ? `/orders/${segment}` : `/orders/external_id/${segment}`;
		return { method: 'GET', path, repeat: 'always' };
	},
	orderIn: (answer) => record(answer.body),
	changeRequest: (order, change) =>
		keyedPost(`/orders/${pathSegment(id(order.id) ?? '', 'Order')}/${change}`),
	isDuplicate,
	failure: apiFailure,
	status: orderStatus,
	providerStatus,
	note: noteError,
	isRetriable,
	differenceOf,
	simplify: simplifyOrder,
};

/** How Flexport refuses a second order with the same external id: DUPLICATE_ORDER, its status is not documented. */
function isDuplicate(answer: ApiAnswer): boolean {
	return refusedAsDuplicate(answer, readProblem(answer.body).code);
}
