import fc from 'fast-check';
import type { IDataObject } from 'n8n-workflow';
import { extent } from '../../jest/extent.mts';
import sample from '../../fixtures/flexport/order.json';
import sampleWithoutDropShip from '../../fixtures/flexport/order-by-external-id.json';
import { simplifyOrder } from '../../../nodes/shared/providers/flexport/simplify-order.ts';
import { anyJson } from '../support/any-json.mts';

const EMPTY = {
	id: null,
	externalOrderId: null,
	provider: 'flexport',
	status: 'unknown',
	providerStatus: null,
	retriable: false,
	error: null,
	trackingNumbers: [],
	shippedAt: null,
	deliveredAt: null,
};
const STATUSES = [
	'pending',
	'processing',
	'shipped',
	'delivered',
	'cancelled',
	'failed',
	'unknown',
];

const parcel = (trackingCode: unknown): IDataObject =>
	JSON.parse(JSON.stringify({ id: 'p', label: { trackingCode } }));

describe('an order', () => {
	it.each([
		['CreateOrder and GetOrder', sample],
		['GetOrderByExternalId, RetryOrder and CancelOrder', sampleWithoutDropShip],
	])('is read from the sample of %s', (_call, order) => {
		expect(simplifyOrder(order)).toEqual({
			id: 'string',
			externalOrderId: 'string',
			provider: 'flexport',
			status: 'cancelled',
			providerStatus: 'CANCELLED',
			retriable: false,
			error: {
				type: 'PARTIALLY_SHIPPED',
				code: '0',
				message: 'string',
				what: 'Only a part of the order was shipped',
				fix: expect.stringMatching(/\.$/),
				lineItems: ['string'],
			},
			trackingNumbers: ['string'],
			shippedAt: '2019-08-24T14:15:22.000Z',
			deliveredAt: '2019-08-24T14:15:22.000Z',
		});
	});

	it('of which nothing is known has the same fields, empty', () => {
		expect(simplifyOrder({})).toEqual(EMPTY);
	});

	it.each<[string, IDataObject, IDataObject]>([
		['a number for its ID', { id: 127405472 }, { id: '127405472' }],
		['a number for its external ID', { externalOrderId: 1001 }, { externalOrderId: '1001' }],
		['an ID of 0', { id: 0 }, { id: '0' }],
		[
			'times in epoch milliseconds',
			{ shippedAt: 1566656122000, deliveredAt: 1566742522000 },
			{ shippedAt: '2019-08-24T14:15:22.000Z', deliveredAt: '2019-08-25T14:15:22.000Z' },
		],
		[
			'times with a zone',
			{ shippedAt: '2019-08-24T16:15:22+02:00' },
			{ shippedAt: '2019-08-24T14:15:22.000Z' },
		],
		['a time in words', { shippedAt: 'soon' }, { shippedAt: 'soon' }],
		[
			'objects and lists where texts belong',
			{ id: {}, externalOrderId: [1], shippedAt: {}, deliveredAt: true },
			{},
		],
		['texts where objects belong', { state: 'x', error: 'x', shipments: 'x', lineItems: 'x' }, {}],
		['null everywhere', { id: null, state: null, error: null, shipments: null }, {}],
	])('is read that has %s', (_what, order, expected) => {
		expect(simplifyOrder(order)).toEqual({ ...EMPTY, ...expected });
	});
});

describe('the tracking numbers', () => {
	it('are those of all packages of all shipments, each once', () => {
		const shipments = [
			{ packages: [parcel('1Z1'), parcel('1Z2')] },
			{ packages: [parcel('1Z2'), parcel('1Z3')] },
		];
		expect(simplifyOrder({ shipments }).trackingNumbers).toEqual(['1Z1', '1Z2', '1Z3']);
	});

	it('may be numbers', () => {
		const shipments = [{ packages: [parcel(9400111)] }];
		expect(simplifyOrder({ shipments }).trackingNumbers).toEqual(['9400111']);
	});

	it('are left out where there is no label yet', () => {
		const packages = [parcel(null), parcel(''), { label: null }, {}, { label: 'x' }];
		expect(simplifyOrder({ shipments: [{ packages }, { packages: null }, {}] })).toMatchObject({
			trackingNumbers: [],
		});
	});
});

it('any JSON gives the same fields, a known status, and no exception', () => {
	const state = fc.oneof(anyJson(), fc.record({ internalStatus: anyJson() }));
	const error = fc.oneof(anyJson(), fc.record({ type: anyJson(), retriable: anyJson() }));
	const shape = Object.fromEntries(Object.keys(sample).map((key) => [key, anyJson()]));
	const order = fc.record({ ...shape, state, error }, { requiredKeys: [] });
	fc.assert(
		fc.property(order, (value) => {
			const result = simplifyOrder(value);
			expect(Object.keys(result)).toEqual(Object.keys(EMPTY));
			expect(STATUSES).toContain(result.status);
			expect(typeof result.retriable).toBe('boolean');
		}),
		{ seed: 7, numRuns: extent(1000) },
	);
});
