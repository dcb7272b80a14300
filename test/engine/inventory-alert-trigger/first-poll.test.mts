import { told, useAlertDesk } from '../support/inventory-alert-desk.mts';

const desk = useAlertDesk();

const soon = () => [{ expirationDate: new Date().toISOString(), available: 2 }];

describe('the first poll', () => {
	beforeEach(() => {
		desk.add('MUG', 0);
		desk.add('POT', 50);
		desk.add('MILK', 50, { inventory: { DEFAULT: { onHand: 50, lots: soon() } } });
	});
	const alerts = ['low', 'outOfStock', 'restocked', 'lotExpiring'];

	test('tells of what is low already, unless told otherwise', async () => {
		const host = await desk.activeHost({ alerts });
		expect(told({ items: host.outputs() })).toEqual([
			'low MUG',
			'outOfStock MUG',
			'lotExpiring MILK',
		]);
		expect(await host.poll()).toEqual({});
	});

	test('can only remember it', async () => {
		const host = await desk.activeHost({ alerts, firstPoll: 'remember' });
		expect(host.outputs()).toEqual([]);
		expect(await host.poll()).toEqual({});
	});

	test('that only remembered is followed by what happens then', async () => {
		const [mug, pot] = desk.sandbox.flexport.products();
		const host = await desk.activeHost({ alerts, firstPoll: 'remember' });
		if (!mug || !pot) throw new Error('There are no products');
		desk.set(mug, 50);
		desk.set(pot, 5);
		expect(told(await host.poll())).toEqual(['restocked MUG', 'low POT']);
		desk.set(mug, 5);
		expect(told(await host.poll())).toEqual(['low MUG']);
	});
});

test('a first poll that fails was none', async () => {
	desk.add('MUG', 0);
	const host = desk.host({ firstPoll: 'remember' });
	desk.sandbox.faults.add({ fault: { kind: 'status', status: 403 } });
	await desk.refusal(host.activate());
	expect(host.staticData()).toEqual({});
	await host.activate();
	expect(host.outputs()).toEqual([]);
	expect(await host.poll()).toEqual({});
});

test('an account without products has nothing to tell', async () => {
	const host = await desk.activeHost();
	expect(await host.poll()).toEqual({});
	expect(host.outputs()).toEqual([]);
});

describe('with a margin', () => {
	test('a product is told of again only after it was above its threshold by the margin', async () => {
		const mug = desk.add('MUG', 50);
		const host = await desk.activeHost({ threshold: 10, margin: 5, alerts: ['low', 'restocked'] });
		const tellsAt = async (units: number): Promise<string[]> => {
			desk.set(mug, units);
			return told(await host.poll());
		};
		expect(await tellsAt(10)).toEqual(['low MUG']);
		expect(await tellsAt(14)).toEqual([]);
		expect(await tellsAt(3)).toEqual([]);
		expect(await tellsAt(15)).toEqual(['restocked MUG']);
		expect(await tellsAt(12)).toEqual([]);
		expect(await tellsAt(9)).toEqual(['low MUG']);
	});
});
