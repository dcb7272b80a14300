import type { IDataObject } from 'n8n-workflow';
import { extent } from '../../jest/extent.mts';
import type { WebhookHost } from '../harness/index.mts';
import { useTriggerDesk, type TriggerProvider } from '../support/trigger-desk.mts';
import { DOORS, openDoor, type Door, type DoorKind } from './forged-doors.mts';

const desk = useTriggerDesk();

/** Events of different orders: Delivery Solutions tells them apart by nothing else. */
const events = (type: string, count: number, details: IDataObject = {}) =>
	Array.from({ length: count }, (_, index) => ({
		type,
		details: { orderId: `O-${index + 1}`, ...details },
	}));

const orderIds = (host: WebhookHost) => host.outputs().map(({ orderId }) => String(orderId));
const sorted = (list: string[]) => [...list].sort();
const statuses = (provider: TriggerProvider) => [
	...new Set(
		desk
			.hooks(provider)
			.attempts()
			.map(({ status }) => status),
	),
];

const withName = (...names: string[]) => DOORS.filter(({ name }) => names.includes(name));

const FLEXPORT = withName('Flexport');
const ONE_OF_EACH = [
	...FLEXPORT,
	...withName('Deliverr', 'Digital River with its secret', 'Delivery Solutions, header token'),
];

describe.each(ONE_OF_EACH)('$name', (kind: DoorKind) => {
	const count = kind.provider === 'flexport' ? extent(1000) : extent(250, 50);
	let door: Door;

	it(`${count} events that come three times each, at once and shuffled, start the workflow once each`, async () => {
		door = await openDoor(desk, kind);
		const all = events(kind.type, count);
		await desk.hooks(kind.provider).fireAll(all, { copies: 3, order: 'shuffled' });
		await door.host.settled();

		expect(desk.hooks(kind.provider).attempts()).toHaveLength(3 * count);
		expect(statuses(kind.provider)).toEqual([200]);
		expect(sorted(orderIds(door.host))).toEqual(
			sorted(all.map(({ details }) => String(details.orderId))),
		);
		expect(door.host.failures()).toEqual([]);
	}, 300_000);

	it('one event that comes fifty times at once starts the workflow once', async () => {
		door = await openDoor(desk, kind);
		await desk.hooks(kind.provider).fireAll(events(kind.type, 1), { copies: 50, atOnce: 50 });
		await door.host.settled();
		expect(orderIds(door.host)).toEqual(['O-1']);
	});

	it('starts the workflow for every delivery if redeliveries are not to be dropped', async () => {
		door = await openDoor(desk, kind, { dropRedeliveries: false });
		await desk.hooks(kind.provider).fireAll(events(kind.type, 5), { copies: 3 });
		await door.host.settled();
		expect(sorted(orderIds(door.host))).toEqual(
			sorted([1, 2, 3, 4, 5].flatMap((n) => Array.from({ length: 3 }, () => `O-${n}`))),
		);
	});

	it('takes a different event of the same order', async () => {
		door = await openDoor(desk, kind);
		const [first] = events(kind.type, 1);
		await desk.hooks(kind.provider).fireAll(first ? [first] : []);
		// Where events have no ID, the moment tells them apart.
		await desk.clock.advance(1000);
		await desk.hooks(kind.provider).fireAll(first ? [first] : []);
		await door.host.settled();
		expect(orderIds(door.host)).toEqual(['O-1', 'O-1']);
	});
});

describe('an event without an ID', () => {
	it.each<[TriggerProvider, string, IDataObject]>([
		['flexport', 'Order.Shipped', { logisticsEventId: null }],
		['deliverr', 'ORDER_STATUS_UPDATE', { eventId: '' }],
		['digitalRiver', 'fulfillment_order.shipped', { event: { id: null } }],
		['deliverySolutions', 'ORDER_DELIVERED', { receivedAtEpoch: null }],
	])('of %s is known by its body', async (provider, type, details) => {
		const kind = DOORS.find((one) => one.provider === provider);
		if (!kind) throw new Error(`There is no door of ${provider}`);
		const { host } = await openDoor(desk, kind);
		await desk.hooks(provider).fireAll(events(type, 3, details), { copies: 3, order: 'shuffled' });
		await host.settled();
		expect(sorted(orderIds(host))).toEqual(['O-1', 'O-2', 'O-3']);
		expect(new Set(host.outputs().map(({ eventId }) => eventId)).size).toBe(3);
	});
});
