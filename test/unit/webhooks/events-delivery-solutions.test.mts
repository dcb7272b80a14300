import { deliverySolutionsWebhooks } from '../../../nodes/shared/providers/delivery-solutions/webhooks.ts';
import { SHIPMENT_STATUSES } from '../../../nodes/shared/providers/delivery-solutions/shipment-status.ts';
import type { Json } from '../../../nodes/shared/read.ts';

const { readEvent, eventTypes } = deliverySolutionsWebhooks;

const MOMENT = Date.parse('2024-05-06T17:03:20.000Z');

/** An order webhook in the classic names. */
const CLASSIC: Json = {
	orderId: '64f0c1a2b3d4e5f60718293a',
	orderExternalId: 'SHOP-1',
	storeExternalId: '7709',
	groupId: null,
	tenantId: 'acme',
	event: 'event.courier_update',
	status: 'OUT_FOR_DELIVERY',
	webhookType: 'order',
	note: null,
	statusUser: null,
	provider: 'UPS',
	trackingNumber: '1Z999',
	trackingUrl: 'https://track.example/1Z999',
	labelLink: null,
	pickupTime: { startsAt: MOMENT, endsAt: MOMENT },
	dropoffTime: { startsAt: MOMENT, endsAt: MOMENT },
	estimatedPickupTime: MOMENT,
	receivedAt: 'Mon, May 6, 2024 at 1:03 PM',
	receivedAtEpoch: MOMENT,
	sentAt: '2024-05-06T17:03:21.500Z',
	orderAttributes: {},
	itemList: [{ sku: 'MUG', quantity: 2 }],
};

/** The same in the names of the Shipping Order API, whose times of a shipment are ISO 8601. */
const OWN: Json = {
	id: '64f0c1a2b3d4e5f60718293a',
	orderExternalId: 'SHOP-1',
	locationExternalId: '7709',
	tenantId: 'acme',
	status: 'OUT_FOR_DELIVERY',
	provider: { name: 'UPS', displayName: 'UPS' },
	trackingId: '1Z999',
	deliveryTime: { startsAt: MOMENT, endsAt: MOMENT },
	createdAt: '2024-05-06T10:00:00.000Z',
	lastUpdatedAt: '2024-05-06T17:03:20.000Z',
	itemList: [{ sku: 'MUG', quantity: 2 }],
};

const MESSAGE: Json = {
	status: 'sent',
	medium: 'sms',
	sentAt: '2024-05-06T17:03:25.000Z',
	eventType: 'notification',
	contents: 'Your order SHOP-1 is out for delivery.',
	contentType: 'text',
	from: { phone: '+15125550100' },
	to: { phone: '+14155550100' },
	provider: { name: 'twilio' },
	order: { ...CLASSIC, receivedAtEpoch: undefined, sentAt: undefined },
};

const READ = {
	eventId: expect.stringMatching(/^[0-9a-f]{32}$/),
	eventType: 'order',
	provider: 'deliverySolutions',
	orderId: '64f0c1a2b3d4e5f60718293a',
	externalOrderId: 'SHOP-1',
	status: 'shipped',
	providerStatus: 'OUT_FOR_DELIVERY',
	occurredAt: '2024-05-06T17:03:20.000Z',
};

describe.each([
	['the classic names', CLASSIC],
	['the names of the Shipping Order API', OWN],
])('an order webhook of Delivery Solutions in %s', (_names, payload) => {
	it('is read', () => {
		expect(readEvent(payload, 'd'.repeat(32))).toEqual(READ);
	});

	it.each(Object.entries(SHIPMENT_STATUSES))('may have the state %s', (state, { status }) => {
		const event = readEvent({ ...payload, status: state }, 'digest');
		expect(event).toMatchObject({ eventType: 'order', providerStatus: state, status });
	});

	it.each(['LOST_AT_SEA', 'constructor', '__proto__', 'in_transit'])(
		'with the state %s, which no document names, is unknown',
		(state) => {
			const event = readEvent({ ...payload, status: state }, 'digest');
			expect(event).toMatchObject({ status: 'unknown', providerStatus: state });
		},
	);

	const idOf = (changes: Json, digest: string) =>
		readEvent({ ...payload, ...changes }, digest).eventId;

	it('is the same event when it is delivered again, at another time', () => {
		const again = { sentAt: '2024-05-06T17:08:21.500Z' };
		expect(idOf(again, 'another digest')).toBe(idOf({}, 'digest'));
	});

	it.each<[string, Json]>([
		['to another state', { status: 'ORDER_DELIVERED' }],
		['at another time', { receivedAtEpoch: MOMENT + 1, lastUpdatedAt: '2024-05-06T17:03:20.001Z' }],
		[
			'of another shipment',
			{ orderId: '64f0c1a2b3d4e5f60718293b', id: '64f0c1a2b3d4e5f60718293b' },
		],
	])('is another event when it is a change %s', (_what, changes) => {
		expect(idOf(changes, 'another digest')).not.toBe(idOf({}, 'digest'));
	});

	it('is known by its body where it tells no time', () => {
		const timeless = { receivedAtEpoch: undefined, lastUpdatedAt: '' };
		expect(idOf(timeless, 'digest')).toBe('digest');
	});
});

describe('a communication webhook of Delivery Solutions', () => {
	it('is told from an order webhook, and has the state of the order and not of the message', () => {
		expect(readEvent(MESSAGE, 'digest')).toEqual({
			...READ,
			eventId: 'digest',
			eventType: 'communication',
			occurredAt: '2024-05-06T17:03:25.000Z',
		});
	});

	it('is known by its body, as there may be several messages of one change', () => {
		const order = { ...CLASSIC };
		const [one, other] = ['digest-1', 'digest-2'].map((digest) =>
			readEvent({ ...MESSAGE, order }, digest),
		);
		expect(one?.eventId).toBe('digest-1');
		expect(other?.eventId).toBe('digest-2');
	});

	it.each([undefined, null, [], 'SHOP-1'])('may be about no order: %j', (order) => {
		expect(readEvent({ ...MESSAGE, order }, 'digest')).toMatchObject({
			eventType: 'communication',
			orderId: null,
			externalOrderId: null,
			status: 'unknown',
			providerStatus: null,
		});
	});
});

it.each<[string, Json]>([
	['nothing', {}],
	['something else', { hello: 'world' }],
	['a test of the portal', { test: true, sentAt: '2024-05-06T17:03:25.000Z' }],
])('a delivery of Delivery Solutions with %s passes as unknown', (_what, payload) => {
	expect(readEvent(payload, 'digest')).toMatchObject({
		eventId: 'digest',
		eventType: 'unknown',
		status: 'unknown',
		orderId: null,
	});
});

it('order and communication can be chosen', () => {
	expect(eventTypes.map(({ value }) => value)).toEqual(['order', 'communication']);
});
