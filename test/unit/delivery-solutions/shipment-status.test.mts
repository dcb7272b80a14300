import {
	SHIPMENT_STATUSES,
	shipmentStatus,
} from '../../../nodes/shared/providers/delivery-solutions/shipment-status.ts';

/** The 26 states of the documentation, by what they are in the one vocabulary. */
const TABLE = {
	pending: [
		'REQUEST_RECEIVED',
		'PENDING_DISPATCH',
		'PENDING_RELEASE',
		'PENDING_AUTORETRY',
		'ESTIMATES_RECEIVED',
	],
	processing: [
		'ORDER_DISPATCHED',
		'STAGED',
		'ORDER_ASSIGNED',
		'ORDER_UNASSIGNED',
		'PICKUP_STARTED',
	],
	shipped: [
		'PICKUP_COMPLETED',
		'IN_TRANSIT',
		'OUT_FOR_DELIVERY',
		'ORDER_AT_LOCATION',
		'ORDER_DELAYED',
		'ORDER_REDELIVERY',
		'PARTIAL_IN_TRANSIT',
		'PARTIAL_DELIVERED',
	],
	delivered: ['ORDER_DELIVERED'],
	cancelled: ['ORDER_CANCELLED', 'PARTIAL_CANCELLED'],
	failed: [
		'ESTIMATES_FAILED',
		'ORDER_FAILED',
		'ORDER_UNDELIVERABLE',
		'ERROR_EXCEPTION',
		'PARTIAL_EXCEPTION',
	],
};
const ROWS = Object.entries(TABLE).flatMap(([status, words]) =>
	words.map((word) => [word, status] as const),
);

it('the table has the 26 documented states, and no other', () => {
	expect(ROWS).toHaveLength(26);
	expect(Object.keys(SHIPMENT_STATUSES).sort()).toEqual(ROWS.map(([word]) => word).sort());
});

it.each(ROWS)('%s is %s', (word, status) => {
	expect(shipmentStatus({ status: word })).toBe(status);
});

it.each(['ORDER_TELEPORTED', '', 'order_delivered', 'constructor', '__proto__', 5, null, {}])(
	'any other word is unknown, and no exception: %j',
	(status) => {
		expect(shipmentStatus({ status })).toBe('unknown');
	},
);

it('a shipment without a state is unknown', () => {
	expect(shipmentStatus({})).toBe('unknown');
});

it('each state has a name of its own to choose it by', () => {
	const names = Object.values(SHIPMENT_STATUSES).map(({ name }) => name);
	expect(new Set(names).size).toBe(26);
});
