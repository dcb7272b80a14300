import { told, useShippingTriggerDesk } from '../support/shipping-trigger-desk.mts';

const desk = useShippingTriggerDesk();

const KEYS = [
	'changeId',
	'id',
	'externalOrderId',
	'status',
	'providerStatus',
	'carrier',
	'trackingNumber',
	'trackingUrl',
	'labelUrl',
	'estimatedDeliveryAt',
	'fee',
	'previousStatus',
	'previousProviderStatus',
	'changedAt',
];

/** A shipment with everything, on its way. */
const FULL = {
	provider: { name: 'UPS', displayName: 'UPS Shipping' },
	trackingId: '1Z999',
	fee: 10.34,
	label: { url: 'https://labels.example/1.pdf' },
	referenceLinks: { trackingUrl: 'https://track.example/1Z999' },
	estimatedDeliveryTime: { startsAt: null, endsAt: 1_768_600_000_000 },
};

describe('what a change looks like', () => {
	it('it has the shipment in the one vocabulary, and the state before', async () => {
		desk.add('SHOP-1', 'IN_TRANSIT', FULL);
		const host = await desk.active();
		await desk.move('SHOP-1', 'ORDER_DELIVERED');
		const { items = [] } = await host.poll();
		const id = desk.api.shipment('SHOP-1')?.id;
		const changedAt = new Date(desk.clock.now()).toISOString();
		expect(items).toEqual([
			{
				changeId: `${id} ORDER_DELIVERED ${changedAt}`,
				id,
				externalOrderId: 'SHOP-1',
				status: 'delivered',
				providerStatus: 'ORDER_DELIVERED',
				carrier: 'UPS Shipping',
				trackingNumber: '1Z999',
				trackingUrl: 'https://track.example/1Z999',
				labelUrl: 'https://labels.example/1.pdf',
				estimatedDeliveryAt: '2026-01-16T21:46:40.000Z',
				fee: 10.34,
				previousStatus: 'shipped',
				previousProviderStatus: 'IN_TRANSIT',
				changedAt,
			},
		]);
		expect(Object.keys(items[0] ?? {})).toEqual(KEYS);
	});

	it('it has every key, also where nothing is known', async () => {
		const host = await desk.active();
		desk.add('SHOP-1', 'PENDING_RELEASE', { lastUpdatedAt: '', provider: null, label: null });
		const { items = [] } = await host.poll();
		expect(Object.keys(items[0] ?? {})).toEqual(KEYS);
		expect(items).toMatchObject([
			{ carrier: null, fee: null, previousStatus: null, previousProviderStatus: null },
		]);
		expect(items[0]?.changedAt).toBeNull();
	});

	it('its changeId is another one for each change', async () => {
		desk.add('SHOP-1', 'STAGED');
		const host = await desk.active();
		const ids: unknown[] = [];
		for (const status of ['IN_TRANSIT', 'ORDER_DELAYED', 'IN_TRANSIT', 'ORDER_DELAYED'] as const) {
			await desk.move('SHOP-1', status);
			const { items = [] } = await host.poll();
			ids.push(...items.map(({ changeId }) => changeId));
		}
		expect(new Set(ids).size).toBe(4);
	});

	it('without Simplify it is the shipment of the API, word for word', async () => {
		desk.add('SHOP-1', 'IN_TRANSIT', { ...FULL, novelty: { a: [null, 1] } });
		const host = await desk.active({ simplify: false });
		await desk.move('SHOP-1', 'ORDER_DELIVERED');
		const { items } = await host.poll();
		expect(items).toEqual([desk.api.shipment('SHOP-1')]);
	});

	it.each([
		['={{ false }}', false],
		['={{ "false" }}', false],
		['={{ true }}', true],
	])('an expression may decide on Simplify: %s', async (simplify, isSimple) => {
		const host = await desk.active({ simplify });
		desk.add('SHOP-1');
		const { items = [] } = await host.poll();
		expect('changeId' in (items[0] ?? {})).toBe(isSimple);
	});

	it('the node behind the trigger gets it as it is', async () => {
		const host = await desk.active();
		desk.add('SHOP-1');
		const outcome = await host.poll();
		expect(told(outcome)).toHaveLength(1);
		expect(host.outputs('Next')).toEqual(outcome.items);
	});
});
