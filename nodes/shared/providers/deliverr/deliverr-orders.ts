import { id, record } from '../../read';
import type { ApiAnswer } from '../../transport/api-request';
import { keyedPost } from '../keyed-post';
import type { OrderSystem } from '../orders/order-system';
import { refusedAsDuplicate } from '../orders/refused-as-duplicate';
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
	createRequest: (body) => ({ ...keyedPost(ORDERS), body }),
	readRequest: ({ by, value }) => {
		const segment = pathSegment(value, by === 'id' ? 'Order' : 'External Order ID');
		const path = by === 'id' ? `/${segment}` : `/externalId/${segment}`;
		return { method: 'GET', path: ORDERS + path, repeat: 'always' };
	},
	orderIn: (answer) => record(answer.body),
	changeRequest: (order, change) =>
		keyedPost(`${ORDERS}/${pathSegment(id(order.orderId) ?? '', 'Order')}/${change}`),
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

/** How Deliverr refuses a second order with the same external id is not documented. */
function isDuplicate(answer: ApiAnswer): boolean {
	return refusedAsDuplicate(answer, errorType(answer));
}
