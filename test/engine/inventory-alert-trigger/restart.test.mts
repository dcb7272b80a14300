import type { PollHost } from '../harness/index.mts';
import { told, useAlertDesk } from '../support/inventory-alert-desk.mts';

const desk = useAlertDesk();
const CURSORS = ['classic', 'durable'] as const;

/** n8n dies and starts anew. It polls then, or with durable cursors as soon as it is time. */
async function startAnew(host: PollHost): Promise<void> {
	await host.restart();
	await host.poll();
}

describe.each(CURSORS)('when n8n starts anew (%s cursors)', (cursors) => {
	test('what was told is not told again', async () => {
		const mug = desk.add('MUG', 50);
		const host = await desk.activeHost({ alerts: ['low', 'outOfStock'] }, { cursors });
		desk.set(mug, 0);
		await host.poll();
		await startAnew(host);
		expect(told({ items: host.outputs() })).toEqual(['low MUG', 'outOfStock MUG']);
	});

	test('what fell meanwhile is told', async () => {
		const mug = desk.add('MUG', 50);
		const host = await desk.activeHost({}, { cursors });
		desk.set(mug, 0);
		await startAnew(host);
		expect(told({ items: host.outputs() })).toEqual(['low MUG']);
	});

	test('what was only remembered is remembered still', async () => {
		const mug = desk.add('MUG', 5);
		const host = await desk.activeHost({ firstPoll: 'remember' }, { cursors });
		await startAnew(host);
		expect(host.outputs()).toEqual([]);
		desk.set(mug, 50);
		await host.poll();
		desk.set(mug, 5);
		expect(told(await host.poll())).toEqual(['low MUG']);
	});

	test('what recovered and was told of as restocked can fall again meanwhile', async () => {
		const mug = desk.add('MUG', 5);
		const host = await desk.activeHost({ alerts: ['low', 'restocked'] }, { cursors });
		desk.set(mug, 50);
		await host.poll();
		desk.set(mug, 5);
		await startAnew(host);
		expect(told({ items: host.outputs() })).toEqual(['low MUG', 'restocked MUG', 'low MUG']);
	});

	test('after a poll that failed, nothing is lost and nothing is told twice', async () => {
		const mug = desk.add('MUG', 5);
		const pot = desk.add('POT', 50);
		const host = await desk.activeHost({}, { cursors });
		desk.set(mug, 3);
		desk.set(pot, 3);
		desk.sandbox.faults.add({ fault: { kind: 'status', status: 403 } });
		expect((await host.poll()).error).toBeDefined();
		await startAnew(host);
		expect(told({ items: host.outputs() })).toEqual(['low MUG', 'low POT']);
	});
});

/** A product is told of, recovers, and falls again while n8n starts anew. */
async function toldOverRestart(cursors: (typeof CURSORS)[number]): Promise<string[]> {
	const mug = desk.add('MUG', 5);
	const host = await desk.activeHost({}, { cursors });
	desk.set(mug, 50);
	expect(await host.poll()).toEqual({});
	desk.set(mug, 5);
	await startAnew(host);
	return told({ items: host.outputs() });
}

// n8n saves what a trigger remembers when the trigger starts the workflow, and when it is activated.
describe('a recovery that no alert has told of', () => {
	test('is forgotten when n8n dies right after', async () => {
		expect(await toldOverRestart('classic')).toEqual(['low MUG']);
	});

	test('is kept as soon as any product is told of', async () => {
		const mug = desk.add('MUG', 5);
		const pot = desk.add('POT', 50);
		const host = await desk.activeHost();
		desk.set(mug, 50);
		await host.poll();
		desk.set(pot, 5);
		await host.poll();
		desk.set(mug, 5);
		await startAnew(host);
		expect(told({ items: host.outputs() })).toEqual(['low MUG', 'low POT', 'low MUG']);
	});

	test('is kept with durable cursors', async () => {
		expect(await toldOverRestart('durable')).toEqual(['low MUG', 'low MUG']);
	});
});

// At an activation that starts nothing, n8n keeps no durable cursor.
test('with durable cursors, a first poll that only remembers is followed by another such', async () => {
	const mug = desk.add('MUG', 50);
	const pot = desk.add('POT', 50);
	const host = await desk.activeHost({ firstPoll: 'remember' }, { cursors: 'durable' });
	desk.set(mug, 5);
	expect(await host.poll()).toEqual({});
	desk.set(pot, 5);
	expect(told(await host.poll())).toEqual(['low POT']);
});
