import { extent } from '../../jest/extent.mts';
import type { Engine } from '../harness/index.mts';
import { secretsOf } from '../support/registered-secrets.mts';
import { findLeaks } from '../support/secrets.mts';
import { fireEvents, judgeDeliveries, redeliver, type Deliveries } from './deliveries.mts';
import { Disturber } from './disturber.mts';
import { failSomeStarts } from './failing-starts.mts';
import { judgeWrites } from './judge-writes.mts';
import type { Outcome } from './oracle.mts';
import { prepareWrites, runWrites } from './run-writes.mts';
import { startTriggers, type Trigger } from './triggers.mts';
import { openWorld } from './world.mts';
import { writesOf } from './writes.mts';

export const WRITES = extent(1_000, 250);
export const EVENTS = extent(500);

/** What came of a seed. */
export interface Report {
	outcomes: Outcome[];
	disturber: Disturber;
	deliveries: Deliveries;
	/** Everything that must not be, in words. */
	wrong: string[];
}

/** Runs writes of all kinds and delivers events, all at once and all disturbed, and judges what came. */
export async function runSeed(engine: Engine, seed: number): Promise<Report> {
	const world = await openWorld(seed);
	const { sandbox } = world;
	let triggers: Trigger[] = [];
	try {
		const writes = writesOf(seed, WRITES, world);
		await prepareWrites(world, writes);
		triggers = await startTriggers(engine, sandbox);
		const secrets = anyOf(secretsOf(sandbox));
		sandbox.log.clear();
		const disturber = new Disturber(seed, writes, world);
		sandbox.faults.add({ when: { every: 1 }, fault: (request) => disturber.choose(request) });
		failSomeStarts(seed);
		const [runs] = await Promise.all([
			runWrites(engine, world, seed, writes),
			fireEvents(sandbox, seed, EVENTS),
		]);
		const { outcomes, wrong } = judgeWrites(world, disturber, runs, sandbox.log.all());
		await redeliver(sandbox, triggers);
		const deliveries = judgeDeliveries(sandbox, triggers);
		const seen = [runs, triggers.map(({ host }) => host.outputs())];
		wrong.push(...deliveries.wrong, ...findLeaks(seen, secrets));
		return { outcomes, disturber, deliveries, wrong };
	} finally {
		await Promise.all(triggers.map(({ host }) => host.close()));
		await sandbox.close();
	}
}

/** One pattern for all, as a walk through everything takes its time. */
function anyOf(secrets: ReadonlyArray<string | RegExp>): RegExp {
	const sources = secrets.map((secret) =>
		typeof secret === 'string' ? secret.replace(/\W/g, '\\$&') : secret.source,
	);
	return new RegExp(sources.join('|'));
}
