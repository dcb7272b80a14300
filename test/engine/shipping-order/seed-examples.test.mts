import { NODE } from '../harness/index.mts';
import { output } from '../support/seen.mts';
import { iso, onShipment } from '../support/shipment-calls.mts';
import { example, useShippingDesk } from '../support/shipping-desk.mts';

const desk = useShippingDesk();

const answers = (body: unknown) =>
	desk.sandbox.faults.add({
		path: /shipments/,
		when: { times: 1 },
		fault: { kind: 'status', status: 200, body },
	});

const token =
	'NjI2N2M5YWIwM2FiNjQ5NDdjYWZiYmMxXzYyNjdjOWFiMDNhYjY0OTQ3Y2FmYmJjMV82MjY3Y2FkNzYyN2Y1ZjY1OGM4YjljNTNfbmV4dA==';

const listOfTheExample = (changes = {}) => ({
	operation: 'getAll',
	limit: 100,
	filters: {
		createdAfter: iso(1651402682000),
		createdBefore: iso(1652266731000),
		updatedAfter: iso(1651402682000),
		updatedBefore: iso(1652266731000),
		pickupStartsFrom: iso(1651402682000),
		deliveryEndsBy: iso(1652266731000),
		externalOrderIds: '1908241',
		locationIds: '100983',
		status: [
			'ORDER_DISPATCHED',
			'ORDER_DELIVERED',
			'ORDER_CANCELLED',
			'PICKUP_STARTED',
			'PICKUP_COMPLETED',
		],
	},
	options: { startAt: token },
	...changes,
});

describe('the example of List Shipments', () => {
	it('is what goes out for the same filters in the panel', async () => {
		answers(example('list-answer'));
		await desk.run(listOfTheExample());
		expect(desk.bodies('POST', '/shipments/list')).toEqual([example('list-request')]);
	});

	it('comes back whole with Simplify off', async () => {
		answers(example('list-answer'));
		const items = output(await desk.run(listOfTheExample({ simplify: false })));
		expect({ data: items }).toEqual(example('list-answer'));
	});

	it('comes back simplified', async () => {
		answers(example('list-answer'));
		const items = output(await desk.run(listOfTheExample()));
		expect(items.map(({ externalOrderId }) => externalOrderId)).toEqual([
			'1908244',
			'1908243',
			'1908242',
			'1908241',
		]);
		expect(items[1]).toEqual({
			id: '6267cad7627f5f658c8b9c51',
			externalOrderId: '1908243',
			status: 'cancelled',
			providerStatus: 'ORDER_CANCELLED',
			carrier: 'DoorDash_123',
			trackingNumber: '1391249346',
			trackingUrl: null,
			labelUrl: null,
			estimatedDeliveryAt: '2022-05-03T10:53:46.000Z',
			fee: 10.34,
		});
	});
});

describe('the example of Get Shipment', () => {
	it('comes back whole with Simplify off', async () => {
		answers(example('get-answer'));
		const items = output(await desk.run(onShipment('get', '876581', { simplify: false })));
		expect(items).toEqual([example('get-answer')]);
	});
});

describe('the example of the status history', () => {
	it('comes back whole with Simplify off', async () => {
		answers(example('status-history'));
		const items = output(
			await desk.run(onShipment('getStatusHistory', '1908241', { simplify: false })),
		);
		expect(items).toEqual(example('status-history'));
	});

	it('comes back as one item for each change', async () => {
		answers(example('status-history'));
		const result = await desk.run(onShipment('getStatusHistory', '1908241'));
		const same = { shipmentId: '6268f4a9d9f309c2a43e3a6a', subStatus: null };
		const first = { ...same, reasonCode: null, reason: null, note: null };
		expect(output(result)).toEqual([
			{
				...first,
				status: 'pending',
				providerStatus: 'REQUEST_RECEIVED',
				occurredAt: '2022-04-27T07:45:45.000Z',
				updatedAt: 'April 27th 2022, 2:45:45 am CDT',
				changedBy: 'Default_Business_Key',
			},
			{
				...first,
				status: 'pending',
				providerStatus: 'ESTIMATES_RECEIVED',
				occurredAt: '2022-04-27T07:45:46.000Z',
				updatedAt: 'April 27th 2022, 2:45:46 am CDT',
				changedBy: 'Default_Business_Key',
			},
			{
				...first,
				status: 'processing',
				providerStatus: 'ORDER_DISPATCHED',
				occurredAt: '2022-04-27T07:45:47.000Z',
				updatedAt: 'April 27th 2022, 2:45:47 am CDT',
				changedBy: 'Default_Business_Key',
			},
			{
				...same,
				subStatus: 'RETURN_AT_LOCATION',
				status: 'failed',
				providerStatus: 'ORDER_UNDELIVERABLE',
				occurredAt: '2022-10-26T20:46:07.000Z',
				updatedAt: 'October 26th 2022, 3:46:07 pm CDT',
				reasonCode: 'CUSTOMER_REJECTED',
				reason: 'Customer Rejected',
				note: 'ARRIVED_AT_RETURN( RT-001 - Customer rejected (missing item or quality issue) )',
				changedBy: 'Walmart GoLocal',
			},
		]);
		expect(result.items(NODE).map(({ pairedItem }) => pairedItem)).toEqual(
			Array(4).fill({ item: 0 }),
		);
	});
});
