import { LIST, told, useShippingTriggerDesk } from '../support/shipping-trigger-desk.mts';
import { until } from '../support/until.mts';

const desk = useShippingTriggerDesk();

const lists = () => desk.sandbox.log.find('POST', LIST).length;

/** Every answer of the list takes its time. */
const slowDown = () => desk.sandbox.faults.add({ path: LIST, latencyMs: 60, when: { every: 1 } });

describe('a poll that n8n starts while the last one is under way', () => {
	it('gives way: each change is told once', async () => {
		desk.add('A');
		const host = await desk.active();
		await desk.move('A', 'STAGED');
		slowDown();
		const before = lists();
		const outcomes = await Promise.all([host.pollNow(), host.pollNow(), host.pollNow()]);
		expect(outcomes.map(told)).toEqual([['A: ORDER_DISPATCHED > STAGED'], [], []]);
		expect(lists() - before).toBe(2);
		await desk.move('A', 'IN_TRANSIT');
		expect(told(await host.poll())).toEqual(['A: STAGED > IN_TRANSIT']);
	});

	it('does not give way any more when the other has failed', async () => {
		desk.add('A');
		const host = await desk.active();
		await desk.move('A', 'STAGED');
		desk.sandbox.faults.add({ path: LIST, fault: { kind: 'status', status: 403 } });
		const [first, second] = await Promise.all([host.pollNow(), host.pollNow()]);
		expect(first.error).toBeInstanceOf(Error);
		expect(told(second)).toEqual([]);
		expect(told(await host.poll())).toEqual(['A: ORDER_DISPATCHED > STAGED']);
	});

	it('does not give way to that of another workflow', async () => {
		desk.add('A');
		const one = await desk.active();
		const other = await desk.active();
		await desk.move('A', 'STAGED');
		slowDown();
		const outcomes = await Promise.all([one.pollNow(), other.pollNow()]);
		expect(outcomes.map(told)).toEqual([
			['A: ORDER_DISPATCHED > STAGED'],
			['A: ORDER_DISPATCHED > STAGED'],
		]);
	});

	it('nor does a test in the editor give way, or keep a poll from its work', async () => {
		desk.add('A');
		const host = await desk.active();
		await desk.move('A', 'STAGED');
		slowDown();
		const before = lists();
		const poll = host.pollNow();
		await until(() => lists() > before);
		const [outcome, test] = await Promise.all([poll, host.test()]);
		expect(told(outcome)).toEqual(['A: ORDER_DISPATCHED > STAGED']);
		expect(told(test)).toEqual(['A: null > STAGED']);
	});
});
