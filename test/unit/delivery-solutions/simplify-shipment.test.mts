import fc from 'fast-check';
import type { IDataObject } from 'n8n-workflow';
import { extent } from '../../jest/extent.mts';
import CANCELLED from '../../fixtures/delivery-solutions/cancel-answer.json';
import CREATED from '../../fixtures/delivery-solutions/create-answer.json';
import EDITED from '../../fixtures/delivery-solutions/edit-answer.json';
import GOT from '../../fixtures/delivery-solutions/get-answer.json';
import LISTED from '../../fixtures/delivery-solutions/list-answer.json';
import RETRIED from '../../fixtures/delivery-solutions/retry-answer.json';
import { simplifyShipment } from '../../../nodes/shared/providers/delivery-solutions/simplify-shipment.ts';
import { anyJson } from '../support/any-json.mts';

const EMPTY = {
	id: null,
	externalOrderId: null,
	status: 'unknown',
	providerStatus: null,
	carrier: null,
	trackingNumber: null,
	trackingUrl: null,
	labelUrl: null,
	estimatedDeliveryAt: null,
	fee: null,
};

const cancelled = { status: 'cancelled', providerStatus: 'ORDER_CANCELLED' };
const dispatched = { status: 'processing', providerStatus: 'ORDER_DISPATCHED' };

it.each<[string, IDataObject, IDataObject]>([
	[
		'create, which has no id',
		CREATED,
		{ externalOrderId: '7709-001', ...dispatched, carrier: 'UPS', trackingNumber: '1ZXXXX' },
	],
	[
		'get',
		GOT,
		{
			id: '5e1f1ef5167ab20010a74b94',
			externalOrderId: '876581',
			...cancelled,
			carrier: 'Point Pickup',
			trackingNumber: 'del_MoMtkAakB1LDVk',
			estimatedDeliveryAt: '2020-08-26T06:00:38.000Z',
		},
	],
	[
		'cancel, whose provider is empty',
		CANCELLED,
		{ id: '62a9e3ce87f3c9df15080f00', externalOrderId: '15June11', ...cancelled },
	],
	[
		'edit',
		EDITED,
		{
			id: '5e1f1ef5167ab20010a74b94',
			externalOrderId: '876581',
			...cancelled,
			carrier: 'Point Pickup',
			trackingNumber: 'del_MoMtkAakB1LDVk',
			estimatedDeliveryAt: '2020-08-26T06:00:38.000Z',
		},
	],
	[
		'retry',
		RETRIED,
		{
			id: '62a9f879a69cdb7a3ad52ebe',
			externalOrderId: '19082418',
			...dispatched,
			carrier: 'DoorDash_123',
			trackingNumber: '1419285376',
			estimatedDeliveryAt: '2022-06-17T12:41:28.000Z',
			fee: 10.33,
		},
	],
])('the documented answer of %s is read', (_call, shipment, expected) => {
	expect(simplifyShipment(shipment)).toEqual({ ...EMPTY, ...expected });
});

it('every shipment of the documented list is read', () => {
	const shipments = LISTED.data.map((shipment) => simplifyShipment(shipment));
	expect(shipments.map(({ externalOrderId }) => externalOrderId)).toEqual([
		'1908244',
		'1908243',
		'1908242',
		'1908241',
		...shipments.slice(4).map(() => expect.stringMatching(/^\d{7}$/)),
	]);
	expect(shipments[0]).toEqual({
		id: '6267cad7627f5f658c8b9c53',
		externalOrderId: '1908244',
		...cancelled,
		carrier: 'DoorDash',
		trackingNumber: '1391249345',
		trackingUrl: null,
		labelUrl: null,
		estimatedDeliveryAt: '2022-05-03T11:07:54.000Z',
		fee: 10.34,
	});
	expect(shipments[1]?.estimatedDeliveryAt).toBe('2022-05-03T10:53:46.000Z');
});

it('a shipment of which nothing is known has the same fields, empty', () => {
	expect(simplifyShipment({})).toEqual(EMPTY);
});

const estimated = (startsAt: unknown, endsAt?: unknown): IDataObject =>
	JSON.parse(JSON.stringify({ estimatedDeliveryTime: { startsAt, endsAt } }));
const AT = 1651576074000;
const ISO = '2022-05-03T11:07:54.000Z';

it.each<[string, IDataObject, IDataObject]>([
	[
		'numbers for its IDs',
		{ id: 1, orderExternalId: 1001, trackingId: 1391249345 },
		{ id: '1', externalOrderId: '1001', trackingNumber: '1391249345' },
	],
	['a fee as text', { fee: '10.34' }, { fee: 10.34 }],
	['a fee of 0', { fee: 0 }, { fee: 0 }],
	['an empty fee', { fee: '' }, {}],
	[
		'a provider without a name to show',
		{ provider: { displayName: '', name: 'UPS' } },
		{ carrier: 'UPS' },
	],
	['the end of the estimated window', estimated(1, AT), { estimatedDeliveryAt: ISO }],
	['its start where it has no end', estimated(AT, null), { estimatedDeliveryAt: ISO }],
	['an end that is empty text', estimated(AT, ''), { estimatedDeliveryAt: ISO }],
	['a time as text', estimated(String(AT)), { estimatedDeliveryAt: ISO }],
	['a time in ISO 8601', estimated('2022-05-03T13:07:54+02:00'), { estimatedDeliveryAt: ISO }],
	['a time beyond all calendars', estimated(1e30), {}],
	['links that are null or empty', { referenceLinks: { trackingUrl: '', labelLink: null } }, {}],
	[
		'only the tracking page of the provider',
		{ referenceLinks: { providerTrackingUrl: 'https://p.example' } },
		{ trackingUrl: 'https://p.example' },
	],
	[
		'several tracking pages: its own before the hosted one and the one of the provider',
		{ referenceLinks: { providerTrackingUrl: 'p', hostedTrackingUrl: 'h', trackingUrl: 't' } },
		{ trackingUrl: 't' },
	],
	[
		'a label with a link, which comes before the one among the links',
		{ label: { url: 'https://l.example' }, referenceLinks: { labelLink: 'https://r.example' } },
		{ labelUrl: 'https://l.example' },
	],
	[
		'a link to its label',
		{ label: null, referenceLinks: { labelLink: 'https://r.example' } },
		{ labelUrl: 'https://r.example' },
	],
	['a new state', { status: 'ORDER_TELEPORTED' }, { providerStatus: 'ORDER_TELEPORTED' }],
	[
		'texts where objects belong',
		{ provider: 'UPS', label: 'x', referenceLinks: 'x', estimatedDeliveryTime: 'x' },
		{},
	],
	[
		'objects where texts belong',
		{ id: {}, orderExternalId: [1], status: {}, trackingId: true },
		{},
	],
])('a shipment is read that has %s', (_what, shipment, expected) => {
	expect(simplifyShipment(shipment)).toEqual({ ...EMPTY, ...expected });
});

it('any JSON gives the same fields and no exception', () => {
	const shape = Object.fromEntries(Object.keys(CREATED).map((key) => [key, anyJson()]));
	const links = fc.record({ trackingUrl: anyJson(), labelLink: anyJson() });
	const window = fc.record({ startsAt: anyJson(), endsAt: anyJson() });
	const shipment = fc.record(
		{
			...shape,
			id: anyJson(),
			referenceLinks: fc.oneof(anyJson(), links),
			estimatedDeliveryTime: fc.oneof(anyJson(), window),
		},
		{ requiredKeys: [] },
	);
	fc.assert(
		fc.property(shipment, (value) => {
			expect(Object.keys(simplifyShipment(value))).toEqual(Object.keys(EMPTY));
		}),
		{ seed: 7, numRuns: extent(1000) },
	);
});
