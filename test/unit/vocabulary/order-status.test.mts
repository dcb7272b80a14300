import type { IDataObject } from 'n8n-workflow';
import { ORDER_PROVIDERS } from '../../../nodes/shared/providers/order-providers.ts';
import type { OrderStatus } from '../../../nodes/shared/vocabulary/order-status.ts';

const simplified = (order: IDataObject) => ORDER_PROVIDERS.flexport.simplify(order);
const inState = (internalStatus: unknown, shipments: IDataObject[] = []) =>
	simplified(JSON.parse(JSON.stringify({ state: { internalStatus }, shipments })));

describe("a state in Flexport's words is told in the one vocabulary", () => {
	it.each<[string, number, OrderStatus]>([
		['CREATED', 0, 'pending'],
		['CREATED', 1, 'processing'],
		['CREATED', 2, 'processing'],
		['SHIPPED', 1, 'shipped'],
		['DELIVERED', 1, 'delivered'],
		['CANCELLED', 0, 'cancelled'],
		['CANCELLED', 1, 'cancelled'],
		['ERROR', 0, 'failed'],
		['ERROR', 1, 'failed'],
	])('%s with %d shipments is %s', (word, count, status) => {
		const shipments = Array.from({ length: count }, () => ({ status: 'CREATED' }));
		expect(inState(word, shipments)).toMatchObject({ status, providerStatus: word });
	});

	it.each(['HELD', 'created', 'ROUTING_IN_PROGRESS', 'constructor', 'toString', '__proto__'])(
		'a word that is not known is unknown, and is handed on: %s',
		(word) => {
			expect(inState(word)).toMatchObject({ status: 'unknown', providerStatus: word });
		},
	);

	it.each([null, '', 5, true, ['SHIPPED'], { a: 1 }])('no word at all is unknown: %j', (word) => {
		expect(inState(word)).toMatchObject({ status: 'unknown', providerStatus: null });
	});

	it.each([{}, { state: null }, { state: 'SHIPPED' }, { state: [] }])(
		'an order without a state is unknown: %j',
		(order) => {
			expect(simplified(order)).toMatchObject({ status: 'unknown', providerStatus: null });
		},
	);
});

it('a simplified order has these fields, whatever the provider', () => {
	for (const provider of Object.values(ORDER_PROVIDERS)) {
		expect(Object.keys(provider.simplify({}))).toEqual([
			'id',
			'externalOrderId',
			'provider',
			'status',
			'providerStatus',
			'retriable',
			'error',
			'trackingNumbers',
			'shippedAt',
			'deliveredAt',
		]);
	}
});

it.each(Object.keys(ORDER_PROVIDERS))('an order of %s names its provider', (name) => {
	const provider = Object.entries(ORDER_PROVIDERS).find(([known]) => known === name)?.[1];
	expect(provider?.simplify({}).provider).toBe(name);
});
