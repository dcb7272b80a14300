import fc from 'fast-check';
import type { IDataObject } from 'n8n-workflow';
import { ORDER_ERRORS } from '../../../nodes/shared/providers/deliverr/order-errors.ts';
import {
	isRetriable,
	orderStatus,
	simplifyOrder,
} from '../../../nodes/shared/providers/deliverr/order-status.ts';
import { anyJson } from '../support/any-json.mts';

const WORDS = ['pending', 'processing', 'shipped', 'delivered', 'cancelled', 'failed', 'unknown'];

it.each([
	['CREATED', 'pending'],
	['PROCESSING', 'processing'],
	['SHIPPED', 'shipped'],
	['PARTIALLY_SHIPPED', 'shipped'],
	['DELIVERED', 'delivered'],
	['CANCELLED', 'cancelled'],
	['ERROR', 'failed'],
	['ON_HOLD', 'unknown'],
	['constructor', 'unknown'],
	['', 'unknown'],
	[undefined, 'unknown'],
	[null, 'unknown'],
	[7, 'unknown'],
])('the status %j is "%s"', (status, expected) => {
	expect(orderStatus({ status })).toBe(expected);
});

describe('an order that failed', () => {
	it.each(Object.keys(ORDER_ERRORS))("has the catalogue's words for %s", (type) => {
		const { what, fix, transient } = ORDER_ERRORS[type] ?? {};
		const order = { status: 'ERROR', error: { type, code: 400, message: 'm' } };
		expect(simplifyOrder(order)).toMatchObject({
			retriable: transient,
			error: { type, code: '400', message: 'm', what, fix },
		});
	});

	it("has the API's words for a type that is not known", () => {
		const order = { status: 'ERROR', errors: [{ type: 'NEW', message: 'Because.' }] };
		expect(simplifyOrder(order).error).toMatchObject({ type: 'NEW', what: 'Because.' });
		expect(isRetriable(order)).toBe(true);
	});

	it.each([true, false])('is retriable as the API says, where it says so: %s', (retriable) => {
		expect(isRetriable({ status: 'ERROR', error: { type: 'NEW', retriable } })).toBe(retriable);
	});

	it('is the only one with an error', () => {
		const order = { status: 'SHIPPED', error: { type: 'PRODUCT_NOT_AVAILABLE' } };
		expect(simplifyOrder(order)).toMatchObject({ error: null, retriable: false });
	});
});

it.each<[string, IDataObject, IDataObject]>([
	['a number as its ID', { orderId: 48120001 }, { id: '48120001' }],
	['an external ID that is a number', { externalOrderId: 1001 }, { externalOrderId: '1001' }],
	[
		'times in milliseconds',
		{ orderShippedTime: 1566656122000, orderDeliveredTime: 1566742522000 },
		{ shippedAt: '2019-08-24T14:15:22.000Z', deliveredAt: '2019-08-25T14:15:22.000Z' },
	],
	[
		'times with an offset',
		{ orderShippedTime: '2019-08-24T10:15:22-04:00' },
		{ shippedAt: '2019-08-24T14:15:22.000Z', deliveredAt: null },
	],
	['shipments that are no list', { shipments: { trackingNumber: '1Z' } }, { trackingNumbers: [] }],
])('an order with %s is understood', (_what, order, expected) => {
	expect(simplifyOrder(order)).toMatchObject(expected);
});

it('whatever the API answers becomes an order with every field, and never a failure', () => {
	const keys = Object.keys(simplifyOrder({}));
	const anyOrder = fc.record(
		{
			orderId: anyJson(),
			externalOrderId: anyJson(),
			status: fc.oneof(anyJson(), fc.constantFrom('ERROR', 'SHIPPED')),
			shipments: fc.oneof(anyJson(), fc.array(anyJson())),
			error: anyJson(),
			errors: fc.oneof(anyJson(), fc.array(anyJson())),
			orderShippedTime: anyJson(),
			orderDeliveredTime: anyJson(),
		},
		{ requiredKeys: [] },
	);
	fc.assert(
		fc.property(anyOrder, (order) => {
			const simple = simplifyOrder({ ...order });
			expect(Object.keys(simple)).toEqual(keys);
			expect(WORDS).toContain(simple.status);
			expect(simple.trackingNumbers.every((one) => typeof one === 'string')).toBe(true);
		}),
		{ seed: 4 },
	);
});
