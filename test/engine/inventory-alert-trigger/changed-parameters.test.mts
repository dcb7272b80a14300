import type { INodeParameters } from 'n8n-workflow';
import type { PollHost } from '../harness/index.mts';
import { told, useAlertDesk } from '../support/inventory-alert-desk.mts';

const desk = useAlertDesk();

/** What is told when the workflow is activated anew with other parameters. */
async function toldAfterChange(host: PollHost, parameters: INodeParameters): Promise<string[]> {
	const before = host.outputs().length;
	await host.deactivate();
	host.setParameters(parameters);
	await host.activate();
	return told({ items: host.outputs().slice(before) });
}

describe('a workflow that is activated again', () => {
	test('goes on where it was: what fell meanwhile is told, what was told is not', async () => {
		desk.add('MUG', 5);
		const pot = desk.add('POT', 50);
		const host = await desk.activeHost();
		await host.deactivate();
		desk.set(pot, 5);
		await host.activate();
		expect(host.outputs().map(({ merchantSku }) => merchantSku)).toEqual(['MUG', 'POT']);
	});

	test('with a higher threshold tells what is low by it', async () => {
		desk.add('MUG', 5);
		desk.add('POT', 30);
		const host = await desk.activeHost({ threshold: 10 });
		expect(await toldAfterChange(host, { threshold: 40 })).toEqual(['low POT']);
	});

	test('with a lower threshold can tell again of what is above it now', async () => {
		const pot = desk.add('POT', 30);
		const host = await desk.activeHost({ threshold: 40 });
		expect(await toldAfterChange(host, { threshold: 10 })).toEqual([]);
		desk.set(pot, 10);
		expect(told(await host.poll())).toEqual(['low POT']);
	});

	test.each<[string, INodeParameters]>([
		['pool', { options: { poolName: 'STORAGE' } }],
		['quantity', { measure: 'onHand' }],
	])('with another %s begins anew', async (_what, changes) => {
		desk.add('MUG', 5, { inventory: { DEFAULT: { onHand: 5 }, STORAGE: { onHand: 4 } } });
		const host = await desk.activeHost({ firstPoll: 'remember' });
		expect(await toldAfterChange(host, { ...changes, firstPoll: 'emit' })).toEqual(['low MUG']);
		const again = { ...changes, firstPoll: 'emit' };
		expect(await toldAfterChange(host, again)).toEqual([]);
	});

	test('with fewer SKUs forgets the others', async () => {
		const mug = desk.add('MUG', 5);
		const pot = desk.add('POT', 5);
		const json = (thresholds: object): INodeParameters => ({
			thresholdMode: 'json',
			thresholdsJson: JSON.stringify(thresholds),
		});
		const host = await desk.activeHost(json({ MUG: 10, POT: 10 }));
		expect(JSON.stringify(host.staticData())).toContain(pot.logisticsSku);
		expect(await toldAfterChange(host, json({ MUG: 10 }))).toEqual([]);
		expect(JSON.stringify(host.staticData())).not.toContain(pot.logisticsSku);
		expect(JSON.stringify(host.staticData())).toContain(mug.logisticsSku);
	});

	test('with restocked as a further kind tells of what was low before', async () => {
		const mug = desk.add('MUG', 5);
		const host = await desk.activeHost({ alerts: ['low'] });
		expect(await toldAfterChange(host, { alerts: ['low', 'restocked'] })).toEqual([]);
		desk.set(mug, 50);
		expect(told(await host.poll())).toEqual(['restocked MUG']);
	});

	test.each([
		['remember', []],
		['emit', ['low MUG', 'lotExpiring MILK']],
	])(
		'with further kinds does with what is so already what the first poll does: %s',
		async (firstPoll, expected) => {
			desk.add('MUG', 0);
			const lots = [{ expirationDate: new Date(Date.now() + 864e5).toISOString(), available: 2 }];
			desk.add('MILK', 50, { inventory: { DEFAULT: { onHand: 50, lots } } });
			const host = await desk.activeHost({ alerts: ['outOfStock'], firstPoll });
			const alerts = ['outOfStock', 'low', 'lotExpiring'];
			expect(await toldAfterChange(host, { alerts, firstPoll })).toEqual(expected);
			expect(await host.poll()).toEqual({});
		},
	);
});
