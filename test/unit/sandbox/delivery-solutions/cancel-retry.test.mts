import { STATUSES } from '../../../sandbox/delivery-solutions/statuses.mts';
import { closeBenches } from '../helpers.mts';
import { example, openDesk, shipmentBody, type Desk } from './desk.mts';

let desk: Desk;
beforeEach(async () => {
	desk = await openDesk();
});
afterEach(closeBenches);

const create = (changes: Record<string, unknown> = {}) =>
	desk.shipping.post('/shipments', shipmentBody(changes));
const cancel = () => desk.shipping.delete('/shipments/WEB-1');
const retry = () => desk.shipping.post('/shipments/WEB-1/retry');

test('a cancelled shipment comes back whole and stays cancelled', async () => {
	await create({ ...example('create-request'), orderExternalId: 'WEB-1' });
	const { status, data } = await cancel();
	expect([status, data.status]).toEqual([200, 'ORDER_CANCELLED']);
	const documented = Object.keys(example('cancel-answer'));
	expect(documented.filter((key) => !(key in data))).toEqual([]);
	await desk.clock.advance(60_000);
	expect(desk.control.shipment('WEB-1')?.status).toBe('ORDER_CANCELLED');
	const again = await cancel();
	expect([again.status, again.data]).toEqual([
		409,
		{
			type: 'ORDER_ALREADY_CANCELED',
			message: 'Requested order is already in Cancelled state.',
			errors: [expect.objectContaining({ type: 'ORDER_ALREADY_CANCELED' })],
		},
	]);
});

test('cancel keeps every key of a shipment that was given', async () => {
	const given = { ...example('cancel-answer'), status: 'ORDER_DISPATCHED', extra: [1] };
	const { id } = desk.control.addShipment(given);
	const { data } = await desk.shipping.delete(`/shipments/${id}`);
	expect(data).toEqual({
		...given,
		status: 'ORDER_CANCELLED',
		lastUpdatedAt: '2026-01-15T12:00:00.000Z',
	});
});

const PICKED_UP = [
	'PICKUP_COMPLETED',
	'IN_TRANSIT',
	'OUT_FOR_DELIVERY',
	'ORDER_AT_LOCATION',
	'ORDER_DELIVERED',
	'ORDER_DELAYED',
	'ORDER_REDELIVERY',
	'ORDER_UNDELIVERABLE',
	'PARTIAL_DELIVERED',
	'PARTIAL_IN_TRANSIT',
];

test.each(STATUSES)('%s: whether it can be cancelled', async (status) => {
	desk.control.addShipment({ orderExternalId: 'WEB-1', status });
	const { status: answered, data } = await cancel();
	if (PICKED_UP.includes(status)) {
		expect(answered).toBe(422);
		expect(data).toMatchObject({
			type: 'ORDER_CANCELLATION_FAILED',
			message: 'Provider failed to cancel order',
			errors: [{ type: 'NON_CANCELABLE_DELIVERY', entity: 'UPS Shipping' }],
		});
	} else expect(answered).toBe(status === 'ORDER_CANCELLED' ? 409 : 200);
});

test('a provider may not allow cancelling', async () => {
	await create({ proposedProviders: [{ name: 'No Cancel Courier' }] });
	const { status, data } = await cancel();
	expect([status, data.type]).toEqual([403, 'CANCELLATION_NOT_ALLOWED']);
	expect(desk.control.shipment('WEB-1')?.status).toBe('ORDER_DISPATCHED');
});

test('a retried shipment is dispatched and lives on', async () => {
	await create({ orderAttributes: { sandboxLife: 'ORDER_FAILED' } });
	await desk.clock.advance(60_000);
	const { status, data } = await retry();
	expect([status, data.status]).toEqual([201, 'ORDER_DISPATCHED']);
	expect(data).toMatchObject({ provider: { name: 'UPS' }, trackingId: expect.any(String) });
	const documented = Object.keys(example('retry-answer'));
	// No package was sent.
	expect(documented.filter((key) => !(key in data))).toEqual(['package']);
	await desk.clock.advance(16_000);
	expect(desk.control.shipment('WEB-1')?.status).toBe('ORDER_DELIVERED');
});

test('a retry in the middle of its life does not let it live twice', async () => {
	await create({ orderAttributes: { sandboxLife: 'ERROR_EXCEPTION,STAGED,ORDER_CANCELLED' } });
	await retry();
	await desk.clock.advance(4000);
	expect(desk.control.shipment('WEB-1')?.status).toBe('PICKUP_STARTED');
});

const RETRIABLE = ['ORDER_FAILED', 'ESTIMATES_FAILED', 'PENDING_AUTORETRY', 'ERROR_EXCEPTION'];

test.each(STATUSES)('%s: whether it can be retried', async (status) => {
	desk.control.addShipment({ orderExternalId: 'WEB-1', status });
	const { status: answered, data } = await retry();
	if (RETRIABLE.includes(status)) expect(answered).toBe(201);
	else {
		expect([answered, data.type, data.message]).toEqual([
			409,
			'INVALID_OPERATION',
			'The Order can no longer be retried',
		]);
	}
});

test('a retry looks for a provider again', async () => {
	desk.control.addShipment({
		orderExternalId: 'WEB-1',
		status: 'ORDER_FAILED',
		package: { name: 'a', weight: { value: 80, unit: 'kg' } },
	});
	expect((await retry()).data.type).toBe('NO_PROVIDER_MATCHED');
	desk.control.setShipment('WEB-1', { package: 'nonsense' });
	expect((await retry()).status).toBe(201);
});
