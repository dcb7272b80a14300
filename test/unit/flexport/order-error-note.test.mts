import type { IDataObject } from 'n8n-workflow';
import { ORDER_ERRORS } from '../../../nodes/shared/providers/flexport/order-errors.ts';
import { simplifyOrder } from '../../../nodes/shared/providers/flexport/simplify-order.ts';

const failed = (error: IDataObject | null, internalStatus = 'ERROR') =>
	simplifyOrder({ state: { internalStatus }, error });

describe('why an order failed', () => {
	it.each(Object.entries(ORDER_ERRORS))('is told for %s', (type, { what, fix }) => {
		const error = { type, code: 101, message: 'As Flexport says', retriable: false };
		expect(failed(error).error).toEqual({
			type,
			code: '101',
			message: 'As Flexport says',
			what,
			fix,
			lineItems: [],
		});
	});

	it.each(['NEW_TYPE', 'constructor', 'toString', '__proto__'])(
		"is told in Flexport's own words for a type that is not known: %s",
		(type) => {
			expect(failed({ type, message: 'Something new' }).error).toMatchObject({
				type,
				what: 'Something new',
				fix: 'Look at the order in the Flexport portal.',
			});
		},
	);

	it('names the type where there are no words', () => {
		expect(failed({ type: 'NEW_TYPE' }).error).toMatchObject({
			message: null,
			what: 'Flexport stopped the order: NEW_TYPE',
		});
	});

	it('names the products concerned', () => {
		const lineItemErrors = [{ logisticsSku: 'DABCDEF1234' }, {}, 'x', { logisticsSku: 12 }];
		expect(failed({ type: 'STOCKOUT', lineItemErrors }).error?.lineItems).toEqual([
			'DABCDEF1234',
			'12',
		]);
	});

	it('is left out where there is nothing to tell', () => {
		expect(failed(null).error).toBeNull();
	});

	it('may be unknown', () => {
		expect(failed({}).error).toMatchObject({
			type: 'UNKNOWN',
			code: null,
			what: ORDER_ERRORS.UNKNOWN?.what,
		});
	});
});

describe('whether an order can be retried', () => {
	it.each([true, false])("is Flexport's word where it gives it: %j", (retriable) => {
		expect(failed({ type: 'STOCKOUT', retriable }).retriable).toBe(retriable);
		expect(failed({ type: 'BAD_ADDRESS', retriable }).retriable).toBe(retriable);
	});

	it.each(Object.entries(ORDER_ERRORS))(
		"is the catalogue's word where Flexport is silent: %s",
		(type, { transient }) => {
			expect(failed({ type }).retriable).toBe(transient);
		},
	);

	it.each(['NEW_TYPE', 'constructor', '__proto__', ''])('is no where neither knows: %j', (type) => {
		expect(failed({ type }).retriable).toBe(false);
	});

	it.each(['CREATED', 'SHIPPED', 'DELIVERED', 'CANCELLED', 'HELD'])(
		'is no for an order that has not failed: %s',
		(internalStatus) => {
			expect(failed({ type: 'STOCKOUT', retriable: true }, internalStatus).retriable).toBe(false);
		},
	);

	it('is no for an order that failed without a reason', () => {
		expect(failed(null).retriable).toBe(false);
	});
});
