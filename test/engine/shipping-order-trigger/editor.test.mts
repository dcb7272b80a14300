import {
	DAY,
	failed,
	MINUTE,
	told,
	useShippingTriggerDesk,
} from '../support/shipping-trigger-desk.mts';

const desk = useShippingTriggerDesk();

describe('a test in the editor', () => {
	it('shows the shipments that changed last, five at most', async () => {
		for (let index = 0; index < 8; index += 1) {
			desk.add(`SHOP-${index}`);
			await desk.pass(MINUTE);
		}
		await desk.move('SHOP-0', 'STAGED');
		const host = desk.host();
		expect(told(await host.test())).toEqual([
			'SHOP-0: null > STAGED',
			'SHOP-7: null > ORDER_DISPATCHED',
			'SHOP-6: null > ORDER_DISPATCHED',
			'SHOP-5: null > ORDER_DISPATCHED',
			'SHOP-4: null > ORDER_DISPATCHED',
		]);
	});

	it('shows the same again, as it stores nothing', async () => {
		desk.add('SHOP-1');
		const host = desk.host();
		expect(told(await host.test())).toHaveLength(1);
		expect(told(await host.test())).toHaveLength(1);
		expect(host.staticData()).toEqual({});
	});

	it('takes nothing away from the trigger that is active, and adds nothing', async () => {
		desk.add('SHOP-1');
		const host = await desk.active();
		const stored = host.staticData();
		await desk.move('SHOP-1', 'STAGED');
		expect(told(await host.test())).toEqual(['SHOP-1: null > STAGED']);
		expect(host.staticData()).toEqual(stored);
		expect(told(await host.poll())).toEqual(['SHOP-1: ORDER_DISPATCHED > STAGED']);
		expect(told(await host.poll())).toEqual([]);
	});

	it('minds the states and the locations of the panel', async () => {
		desk.add('A', 'STAGED', { locationExternalId: '301' });
		desk.add('B', 'STAGED', { locationExternalId: '7709' });
		desk.add('C', 'IN_TRANSIT', { locationExternalId: '7709' });
		const host = desk.host({ statuses: ['STAGED'], options: { locationIds: '7709' } });
		expect(told(await host.test())).toEqual(['B: null > STAGED']);
	});

	it('shows the shipments as the API gives them without Simplify', async () => {
		desk.add('SHOP-1');
		const host = desk.host({ simplify: false });
		expect((await host.test()).items).toEqual([desk.api.shipment('SHOP-1')]);
	});

	it('shows nothing where nothing happened in the last 24 hours', async () => {
		desk.api.tokenSeconds = 10 * 24 * 3600;
		desk.add('SHOP-1');
		await desk.pass(2 * DAY);
		const host = desk.host();
		expect(told(await host.test())).toEqual([]);
	});

	it('reads no more than the last 24 hours, also of single locations', async () => {
		desk.api.tokenSeconds = 10 * 24 * 3600;
		desk.add('OLD', 'ORDER_DELIVERED');
		desk.add('OLD-BUT-MOVED');
		await desk.pass(2 * DAY);
		await desk.move('OLD-BUT-MOVED', 'IN_TRANSIT');
		for (const options of [{}, { locationIds: '7709' }]) {
			const host = desk.host({ options });
			expect(told(await host.test())).toEqual(['OLD-BUT-MOVED: null > IN_TRANSIT']);
		}
	});

	it('says what is wrong', async () => {
		const credentials = desk.credentials({ clientSecret: 'mistyped' });
		const host = desk.host({}, { credentials });
		const { message } = failed(await host.test());
		expect(message).toBe(
			'Delivery Solutions does not accept the client ID and client secret (HTTP 401)',
		);
	});
});
