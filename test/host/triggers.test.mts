import type { ComposedMessage } from '../sandbox/shared/webhook-control.mts';
import { listenForTest } from './rest/run.mts';
import { TriggerBench } from './support/trigger-bench.mts';
import { TRIGGER, TRIGGER_SYSTEMS } from './support/trigger-systems.mts';
import { until } from './support/until.mts';
import { useFreshHost } from './support/use-host.mts';

const desk = useFreshHost();
const benches = TRIGGER_SYSTEMS.map((system) => new TriggerBench(desk, system));
const each = benches.map((bench): [string, TriggerBench] => [bench.system.provider, bench]);
const registering = each.filter(([, { system }]) => system.registers);
const portal = each.filter(([, { system }]) => !system.registers);

/** What each bench heard first; it is sent again later. */
const heard = new Map<TriggerBench, ComposedMessage>();

// The tests go on from one another: a trigger's life, from activation to deactivation.

it.each(each)('%s: activation registers the webhook', async (_provider, bench) => {
	await bench.save();
	if (!bench.system.registers) bench.enterInPortal('webhook');
	await bench.activate();
	expect(bench.registered('webhook')).toBeGreaterThan(0);
});

it.each(each)('%s: what is not proved is refused, and starts nothing', async (_provider, bench) => {
	for (const [name, forged] of await bench.forgeries(7001)) {
		expect([name, await bench.deliver(forged)]).toEqual([name, 401]);
	}
	expect(await bench.executions('webhook')).toBe(0);
});

it.each(each)('%s: a delivery starts the workflow once', async (_provider, bench) => {
	const message = await bench.message(7001);
	heard.set(bench, message);
	expect(await bench.deliver(message)).toBe(200);
	expect(await bench.outputs(1)).toMatchObject([
		{ provider: bench.system.provider, ...bench.system.told(7001) },
	]);
	expect(await bench.deliver(message)).toBe(200);
	expect(await bench.deliver(await bench.message(7002))).toBe(200);
	expect(await bench.outputs(2)).toMatchObject([bench.system.told(7001), bench.system.told(7002)]);
});

it.each(registering)(
	'%s: a test from the editor has a webhook of its own',
	async (_name, bench) => {
		await listenForTest(desk.rest, bench.workflowId, TRIGGER);
		await until('the test is registered', () => bench.registered('webhook-test') > 0 || undefined);
		expect(await bench.deliver(await bench.message(7003, 'webhook-test'))).toBe(200);
		expect(await bench.outputs(1, 'manual')).toMatchObject([bench.system.told(7003)]);
		await until('the test is over', () => bench.registered('webhook-test') === 0 || undefined);
		expect(bench.registered('webhook')).toBeGreaterThan(0);
	},
);

it.each(portal)('%s: a test from the editor listens at its own address', async (_name, bench) => {
	const target = bench.enterInPortal('webhook-test');
	await listenForTest(desk.rest, bench.workflowId, TRIGGER);
	expect(await bench.deliver(await bench.message(7003, 'webhook-test'))).toBe(200);
	expect(await bench.outputs(1, 'manual')).toMatchObject([bench.system.told(7003)]);
	desk.sandbox.deliverySolutions.hooks.removeTarget(target);
});

describe.each([
	['is stopped and started', () => desk.host.restart(), 7004],
	[
		'is killed and started',
		async () => {
			await desk.host.kill('SIGKILL');
			await desk.host.restart();
		},
		7005,
	],
])('when n8n %s', (_what, restart, order) => {
	const registrations = () => benches.map((bench) => bench.registered('webhook'));

	it('all that was registered still is', async () => {
		const before = registrations();
		await restart();
		for (const bench of benches) await bench.untilThere();
		expect(registrations()).toEqual(before);
	});

	it.each(each)(
		'%s: what was sent before gets no further than Remove Duplicates, what is new does',
		async (_provider, bench) => {
			const started = await bench.executions('webhook');
			const before = (await bench.outputs(started)).length;
			const first = heard.get(bench);
			if (!first) throw new Error('Nothing was heard.');
			expect(await bench.deliver(first)).toBe(200);
			// Its execution is over before the next begins.
			await bench.outputs(started + 1);
			expect(await bench.deliver(await bench.message(order))).toBe(200);
			const outputs = await bench.outputs(started + 2);
			expect(outputs).toHaveLength(before + 1);
			expect(outputs.at(-1)).toMatchObject(bench.system.told(order));
		},
	);

	it.each(each)('%s: what is not proved is still refused', async (_name, bench) => {
		for (const [name, forged] of await bench.forgeries(order)) {
			expect([name, await bench.deliver(forged)]).toEqual([name, 401]);
		}
	});
});

it.each(each)('%s: deactivation leaves nothing behind', async (_provider, bench) => {
	const last = await bench.message(7006);
	await bench.deactivate();
	if (bench.system.registers) {
		await until('it is taken back', () => bench.registered('webhook') === 0 || undefined);
		expect(desk.sandbox[bench.system.provider].hooks.list()).toEqual([]);
	}
	await until('n8n has forgotten the address', async () => {
		return (await bench.deliver(last)) === 404 || undefined;
	});
});
