import { extent } from '../../jest/extent.mts';
import type { PollHostOptions } from '../harness/index.mts';
import type { DeliverySolutionsControl } from '../../sandbox/delivery-solutions/control.mts';
import type { Fault } from '../../sandbox/faults.mts';
import { BusyAccount } from '../support/shipping-trigger-account.mts';
import { LIST, MINUTE, useShippingTriggerDesk } from '../support/shipping-trigger-desk.mts';
import { Ledger } from '../support/shipping-trigger-ledger.mts';
import { Updates } from '../support/shipping-trigger-updates.mts';

const desk = useShippingTriggerDesk();

const SHIPMENTS = 400;

/** Refusals that end a poll at once: at one that passes it would wait, and the clock stands still. */
const FAULTS: readonly Fault[] = [
	{ kind: 'status', status: 403 },
	{ kind: 'status', status: 429, retryAfter: 60 },
	{ kind: 'status', status: 200, body: { message: 'Maintenance' } },
];

interface Simulation {
	seed: number;
	/** How many updates are made. */
	count: number;
	/** How far the clock of the API is ahead of that of n8n. */
	skewMs: number;
	list: Partial<Pick<DeliverySolutionsControl, 'listBy' | 'listOrder' | 'windowEnds'>>;
	cursors: NonNullable<PollHostOptions['cursors']>;
}

/** A poll every minute until all updates have been made and some quiet minutes have passed. */
async function simulate({ seed, count, skewMs, list, cursors }: Simulation) {
	await desk.sandbox.close();
	await desk.open(skewMs);
	Object.assign(desk.api, { ...list, pageTokens: 'offset', mostPerPage: 60 });
	const updates = new Updates(seed, SHIPMENTS);
	const ledger = new Ledger();
	const account = new BusyAccount(desk.api, desk.clock, updates, ledger);
	for (let index = 0; index < 50; index += 1) await account.goOn(updates.make());
	account.catchUp(Infinity);
	const host = await desk.active({}, { cursors, run: false });
	ledger.remembered();

	const chance = (share: number) => updates.random() < share;
	const isOver = () => ledger.counts.updates >= count;
	let isReading = false;
	desk.api.beforePage(() => {
		if (isReading && !isOver() && chance(0.15)) account.happens();
	});
	let restarts = 0;
	let failures = 0;
	/** Polls once: at the tick, or because n8n starts. */
	const tick = async (isStart: boolean): Promise<boolean> => {
		const before = host.outputs().length;
		ledger.pollBegins();
		isReading = true;
		const poll = async () => (await host.poll()).error === undefined;
		const start = async () =>
			await desk.restart(host, { cursors }).then(
				() => true,
				() => false,
			);
		const isDone = isStart ? await start() : await poll();
		isReading = false;
		const items = host.outputs().slice(before);
		if (isDone) ledger.pollEnds(items);
		else expect(items).toEqual([]);
		return isDone;
	};
	while (!isOver()) {
		await desk.pass(MINUTE);
		for (let more = Math.floor(updates.random() * 20); more > 0; more -= 1) await account.goOn();
		account.catchUp();
		const nth = [1 + Math.floor(updates.random() * 6)];
		const strike = { path: LIST, fault: updates.pick(FAULTS), when: { nth } };
		const mend = chance(0.1) ? desk.sandbox.faults.add(strike) : () => undefined;
		const isStart = chance(0.03);
		if (isStart) restarts += 1;
		const isDone = await tick(isStart);
		mend();
		if (!isDone) failures += 1;
		// n8n tries again to activate a workflow whose start has failed.
		if (isStart && !isDone) await tick(true);
	}
	account.catchUp(Infinity);
	for (let quiet = 0; quiet < 3; quiet += 1) {
		await desk.pass(MINUTE);
		await tick(false);
	}
	return { ledger, restarts, failures };
}

const BEHIND = -2 * MINUTE;
const AHEAD = 5 * MINUTE;

const ORDERS: Array<[string, Simulation]> = [
	[
		'many updates, clock two minutes behind, oldest update first',
		{
			seed: 1,
			count: extent(5000, 1000),
			skewMs: BEHIND,
			list: { listBy: 'lastUpdatedAt', listOrder: 'oldestFirst' },
			cursors: 'classic',
		},
	],
	[
		'updates, clock two minutes behind, newest update first',
		{
			seed: 2,
			count: 1000,
			skewMs: BEHIND,
			list: { listBy: 'lastUpdatedAt' },
			cursors: 'durable',
		},
	],
	[
		'updates, clock five minutes ahead, newest shipment first',
		{
			seed: 3,
			count: 1000,
			skewMs: AHEAD,
			list: { windowEnds: 'inclusive' },
			cursors: 'classic',
		},
	],
];

describe('a poll every minute, some of which fail, of a list whose pages shift', () => {
	it.each(ORDERS)(
		'%s: each change is told once',
		async (_name, simulation) => {
			const { ledger, restarts, failures } = await simulate(simulation);
			expect(ledger.findings).toEqual([]);
			const { updates, states, told, polls } = ledger.counts;
			expect(updates).toBeGreaterThanOrEqual(simulation.count);
			// What is left are states that lasted for less than a poll.
			expect(told).toBeGreaterThan(0.9 * states);
			expect(Math.min(restarts, failures)).toBeGreaterThan(0);
			expect(polls).toBeGreaterThan(updates / 20);
		},
		300_000,
	);
});
