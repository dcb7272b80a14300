import {
	MINUTE,
	told,
	TRIGGER,
	useShippingTriggerDesk,
} from '../support/shipping-trigger-desk.mts';

const desk = useShippingTriggerDesk();

describe.each(['classic', 'durable'] as const)('after a restart of n8n (%s)', (cursors) => {
	it('what was told is not told again, and what came since is', async () => {
		desk.add('A');
		desk.add('B');
		const host = await desk.active({}, { cursors });
		await desk.move('A', 'STAGED');
		expect(told(await host.poll())).toEqual(['A: ORDER_DISPATCHED > STAGED']);
		await desk.move('B', 'STAGED');
		await desk.restart(host, { cursors });
		expect(told({ items: host.outputs() })).toEqual([
			'A: ORDER_DISPATCHED > STAGED',
			'B: ORDER_DISPATCHED > STAGED',
		]);
		expect(told(await host.poll())).toEqual([]);
	});

	it('polls that told nothing and were not stored cost nothing', async () => {
		desk.add('A');
		desk.add('B');
		const host = await desk.active({}, { cursors });
		for (let minute = 0; minute < 30; minute += 1) {
			await desk.pass(MINUTE);
			desk.api.setShipment('A', { deliveryInstructions: `Note ${minute}` });
			expect(told(await host.poll())).toEqual([]);
		}
		await desk.move('B', 'STAGED');
		await desk.restart(host, { cursors });
		expect(told({ items: host.outputs() })).toEqual(['B: ORDER_DISPATCHED > STAGED']);
	});

	it('a first poll that only remembered has been stored', async () => {
		desk.add('A');
		const host = await desk.active({}, { cursors });
		await desk.restart(host, { cursors });
		expect(host.outputs()).toEqual([]);
		await desk.move('A', 'STAGED');
		expect(told(await host.poll())).toEqual(['A: ORDER_DISPATCHED > STAGED']);
	});

	it('a poll that failed before is made up for', async () => {
		desk.add('A');
		const host = await desk.active({}, { cursors });
		await desk.move('A', 'STAGED');
		desk.sandbox.faults.add({ path: /list$/, fault: { kind: 'status', status: 403 } });
		expect((await host.poll()).error).toBeInstanceOf(Error);
		await desk.restart(host, { cursors });
		expect(told({ items: host.outputs() })).toEqual(['A: ORDER_DISPATCHED > STAGED']);
	});

	it('many restarts in a row tell nothing twice', async () => {
		for (let index = 0; index < 20; index += 1) desk.add(`SHOP-${index}`);
		const host = await desk.active({}, { cursors });
		for (let index = 0; index < 20; index += 1) {
			await desk.move(`SHOP-${index}`, 'STAGED');
			await desk.restart(host, { cursors });
			await desk.restart(host, { cursors });
		}
		const all = told({ items: host.outputs() });
		expect(all).toEqual(
			Array.from({ length: 20 }, (_, index) => `SHOP-${index}: ORDER_DISPATCHED > STAGED`),
		);
	});
});

// Otherwise n8n stores nothing with a poll that told nothing, and a restart forgets what it saw.
test('with durable cursors a state that was left before a restart and entered after it is told', async () => {
	desk.add('A', 'ORDER_DELAYED');
	const host = await desk.active({ statuses: ['ORDER_DELAYED'] }, { cursors: 'durable' });
	await desk.move('A', 'IN_TRANSIT');
	expect(told(await host.poll())).toEqual([]);
	await desk.move('A', 'ORDER_DELAYED');
	await desk.restart(host, { cursors: 'durable' });
	expect(told({ items: host.outputs() })).toEqual(['A: IN_TRANSIT > ORDER_DELAYED']);
});

describe('what is stored', () => {
	it('is the state of each shipment and how far the list was read, and nothing else', async () => {
		desk.add('A', 'STAGED');
		const host = await desk.active({ options: { locationIds: '7709' } });
		const at = desk.clock.now();
		expect(host.staticData()).toEqual({
			[`node:${TRIGGER}`]: {
				seen: { scope: '7709', cursor: at, known: [[desk.api.shipment('A')?.id, 'STAGED', at]] },
			},
		});
	});

	it('that cannot be read is taken for nothing: the next poll remembers anew', async () => {
		desk.add('A');
		const host = await desk.active();
		await host.deactivate();
		host.setStaticData({ [`node:${TRIGGER}`]: { seen: { cursor: 'x' } } });
		await host.activate();
		expect(host.outputs()).toEqual([]);
		await desk.move('A', 'STAGED');
		expect(told(await host.poll())).toEqual(['A: ORDER_DISPATCHED > STAGED']);
	});
});
