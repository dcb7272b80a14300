import fc, { type Arbitrary } from 'fast-check';
import type { IDataObject } from 'n8n-workflow';
import { extent } from '../../jest/extent.mts';
import {
	WEBHOOK_PROVIDERS,
	WEBHOOK_SYSTEMS,
	type WebhookProviderName,
} from '../../../nodes/shared/providers/webhook-systems.ts';
import { ORDER_STATUSES } from '../../../nodes/shared/vocabulary/order-status.ts';
import { anyJson } from '../support/any-json.mts';

/** The keys that a reader of events looks at, whatever the system. */
const KEYS = [
	'logisticsEventId',
	'logisticsEventType',
	'logisticsEventTime',
	'orderId',
	'externalOrderId',
	'orderExternalId',
	'status',
	'newStatus',
	'eventId',
	'eventTime',
	'type',
	'id',
	'data',
	'createdTime',
	'medium',
	'contents',
	'order',
	'sentAt',
	'receivedAtEpoch',
	'lastUpdatedAt',
	'webhookType',
	'event',
	'state',
	'object',
	'fulfillmentOrderId',
	'fulfillmentOrderUpstreamId',
	'upstreamId',
];

const TYPES = WEBHOOK_PROVIDERS.flatMap((provider) =>
	WEBHOOK_SYSTEMS[provider].eventTypes.map(({ value }) => value),
);

/** Values that are right for one key or another, and wrong for all others. */
const anyValue = (): Arbitrary<IDataObject[string]> =>
	fc.oneof(
		anyJson(),
		fc.constantFrom(...TYPES, 'SHIPPED', 'IN_TRANSIT', 'shipped'),
		fc.constantFrom<number | string>(1715015000000, -8.64e15, 1e300, '1715015000000', '2024-13-45'),
	);

const anyObject = (inner: Arbitrary<IDataObject[string]>): Arbitrary<IDataObject> =>
	fc.dictionary(fc.oneof(fc.constantFrom(...KEYS), fc.string()), inner, { maxKeys: 12 });

/** Any payload: keys that are looked at and others, at two levels. */
const anyPayload = (): Arbitrary<IDataObject> =>
	anyObject(fc.oneof(anyValue(), anyObject(fc.oneof(anyValue(), anyObject(anyValue())))));

/** As n8n gets it: out of JSON. */
const fromJson = (payload: IDataObject): IDataObject => JSON.parse(JSON.stringify(payload));

const isTextOrNull = (value: unknown) => value === null || (typeof value === 'string' && !!value);

describe.each<WebhookProviderName>([...WEBHOOK_PROVIDERS])('any payload for %s', (provider) => {
	const { readEvent } = WEBHOOK_SYSTEMS[provider];

	it('is read without a fault, as the same keys of the same types', () => {
		fc.assert(
			fc.property(anyPayload(), (payload) => {
				const event = readEvent(fromJson(payload), 'digest');
				expect(Object.keys(event)).toEqual([
					'eventId',
					'eventType',
					'provider',
					'orderId',
					'externalOrderId',
					'status',
					'providerStatus',
					'occurredAt',
				]);
				const { eventId, eventType, orderId, externalOrderId, providerStatus, occurredAt } = event;
				for (const word of [eventId, eventType]) expect(word).toMatch(/[^]/);
				for (const word of [orderId, externalOrderId, providerStatus, occurredAt]) {
					expect(isTextOrNull(word)).toBe(true);
				}
				expect(event.provider).toBe(provider);
				expect(ORDER_STATUSES).toContain(event.status);
			}),
			{ numRuns: extent(1_500), seed: 20260115 },
		);
	});

	it('is left as it was', () => {
		fc.assert(
			fc.property(anyPayload(), (payload) => {
				const before = fromJson(payload);
				const after = fromJson(payload);
				readEvent(after, 'digest');
				expect(after).toEqual(before);
			}),
			{ numRuns: extent(200), seed: 7 },
		);
	});

	it.each(KEYS)('may have null for %s, or a value of another type', (key) => {
		for (const value of [null, '', 0, -1, true, [], {}, [1], { a: 1 }, 1e300, ' ']) {
			const event = readEvent({ [key]: value }, 'digest');
			expect(ORDER_STATUSES).toContain(event.status);
		}
	});
});
