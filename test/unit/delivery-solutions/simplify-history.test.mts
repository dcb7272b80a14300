import fc from 'fast-check';
import type { IDataObject } from 'n8n-workflow';
import { extent } from '../../jest/extent.mts';
import HISTORY from '../../fixtures/delivery-solutions/status-history.json';
import { simplifyHistory } from '../../../nodes/shared/providers/delivery-solutions/simplify-history.ts';
import { anyJson } from '../support/any-json.mts';

const EMPTY = {
	shipmentId: null,
	status: 'unknown',
	providerStatus: null,
	subStatus: null,
	occurredAt: null,
	updatedAt: null,
	reasonCode: null,
	reason: null,
	note: null,
	changedBy: null,
};

const historyOf = (...orderStatus: IDataObject[]) =>
	simplifyHistory([{ orderId: 'S1', orderStatus }]);

it('the documented example becomes one entry for each change', () => {
	const changes = simplifyHistory(HISTORY);
	expect(changes).toHaveLength(4);
	expect(changes[0]).toEqual({
		...EMPTY,
		shipmentId: '6268f4a9d9f309c2a43e3a6a',
		status: 'pending',
		providerStatus: 'REQUEST_RECEIVED',
		occurredAt: '2022-04-27T07:45:45.000Z',
		updatedAt: 'April 27th 2022, 2:45:45 am CDT',
		changedBy: 'Default_Business_Key',
	});
	expect(changes[3]).toEqual({
		shipmentId: '6268f4a9d9f309c2a43e3a6a',
		status: 'failed',
		providerStatus: 'ORDER_UNDELIVERABLE',
		subStatus: 'RETURN_AT_LOCATION',
		occurredAt: '2022-10-26T20:46:07.000Z',
		updatedAt: 'October 26th 2022, 3:46:07 pm CDT',
		reasonCode: 'CUSTOMER_REJECTED',
		reason: 'Customer Rejected',
		note: 'ARRIVED_AT_RETURN( RT-001 - Customer rejected (missing item or quality issue) )',
		changedBy: 'Walmart GoLocal',
	});
});

describe('the order', () => {
	const at = (status: string, updatedAt: string) => ({ status, updatedAt });
	const words = (...entries: IDataObject[]) =>
		historyOf(...entries).map(({ providerStatus }) => providerStatus);

	it('is the oldest first, whatever that of the answer', () => {
		expect(
			words(
				at('C', '2022-04-27T07:00:02Z'),
				at('A', 'April 27th 2022, 2:00:00 am CDT'),
				at('B', '2022-04-27T09:00:01+02:00'),
			),
		).toEqual(['A', 'B', 'C']);
	});

	it('of the answer is kept for what happened in the same second', () => {
		const same = '2022-04-27T07:00:00Z';
		expect(words(at('A', same), at('B', same), at('C', same))).toEqual(['A', 'B', 'C']);
	});

	it('of an answer that runs from the newest is turned round, within a second too', () => {
		const same = '2022-04-27T07:00:00Z';
		const last = at('D', '2022-04-27T07:00:01Z');
		const first = at('A', '2022-04-27T06:59:59Z');
		expect(words(last, at('C', same), at('B', same), first)).toEqual(['A', 'B', 'C', 'D']);
	});

	it('of the answer is kept where a time cannot be read: it cannot be put anywhere else', () => {
		expect(
			words(at('B', '2022-04-27T07:00:02Z'), at('A', 'yesterday'), at('C', '2022-04-27T07:00:01Z')),
		).toEqual(['B', 'A', 'C']);
	});

	it('goes through several histories', () => {
		const changes = simplifyHistory([
			{ orderId: 'S2', orderStatus: [at('B', '2022-04-27T07:00:02Z')] },
			{ orderId: 'S1', orderStatus: [at('A', '2022-04-27T07:00:01Z')] },
		]);
		expect(changes.map(({ shipmentId }) => shipmentId)).toEqual(['S1', 'S2']);
	});
});

describe('the time of a change', () => {
	it.each<[string, IDataObject, string | null, string | null]>([
		[
			'ISO 8601',
			{ updatedAt: '2022-04-27T07:45:45Z' },
			'2022-04-27T07:45:45.000Z',
			'2022-04-27T07:45:45Z',
		],
		['a number', { updatedAt: 1651045545000 }, '2022-04-27T07:45:45.000Z', '1651045545000'],
		[
			'a number beside a text that cannot be read',
			{ updatedAt: 'yesterday', updatedAtEpoch: 1651045545000 },
			'2022-04-27T07:45:45.000Z',
			'yesterday',
		],
		['a number as text', { updatedAtEpoch: '1651045545000' }, '2022-04-27T07:45:45.000Z', null],
		['text that cannot be read', { updatedAt: 'yesterday' }, null, 'yesterday'],
		['empty', { updatedAt: '' }, null, null],
		['null', { updatedAt: null, updatedAtEpoch: null }, null, null],
		['missing', {}, null, null],
		['no time at all', { updatedAt: {}, updatedAtEpoch: true }, null, null],
		['beyond all calendars', { updatedAtEpoch: 1e30 }, null, null],
	])('may be %s', (_form, entry, occurredAt, updatedAt) => {
		expect(historyOf(entry)).toEqual([{ ...EMPTY, shipmentId: 'S1', occurredAt, updatedAt }]);
	});
});

it.each<[string, IDataObject, IDataObject]>([
	['only a note', { eventReason: { note: 'Rejected' } }, { reason: 'Rejected' }],
	['a number for its code', { eventReason: { code: 5 } }, { reasonCode: '5' }],
	['empty texts', { eventReason: { code: '', title: '', note: '' } }, {}],
	['text instead', { eventReason: 'Rejected' }, {}],
	['null', { eventReason: null }, {}],
])('a reason may be %s', (_what, entry, expected) => {
	expect(historyOf(entry)).toEqual([{ ...EMPTY, shipmentId: 'S1', ...expected }]);
});

it.each<[string, IDataObject[]]>([
	['no history', []],
	['a history without changes', [{ orderId: 'S1' }, { orderStatus: [] }, { orderStatus: null }]],
	['texts in the place of changes', [{ orderStatus: ['x'] }, { orderStatus: 'x' }]],
])('%s gives nothing', (_what, histories) => {
	expect(simplifyHistory(histories)).toEqual([]);
});

it('any JSON gives the same fields and no exception', () => {
	const entry = fc.record(
		{
			status: anyJson(),
			updatedAt: anyJson(),
			updatedAtEpoch: anyJson(),
			eventReason: anyJson(),
			note: anyJson(),
		},
		{ requiredKeys: [] },
	);
	const history = fc.record({ orderId: anyJson(), orderStatus: fc.array(entry) });
	fc.assert(
		fc.property(fc.array(history), (histories) => {
			for (const change of simplifyHistory(histories)) {
				expect(Object.keys(change)).toEqual(Object.keys(EMPTY));
			}
		}),
		{ seed: 7, numRuns: extent(500) },
	);
});
