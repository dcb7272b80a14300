import type { Sandbox } from '../../sandbox/server.mts';
import { isManual } from '../../sandbox/clock.mts';
import { diceOf } from './dice.mts';
import { EVENT_OF } from './events.mts';
import type { Trigger } from './triggers.mts';

const DAY_MS = 24 * 3_600_000;

/** What came of the events of a seed. */
export interface Deliveries {
	/** Events that were sent, those included that writes have caused. */
	events: number;
	/** How often they were sent: copies, and again where the sender was told that it failed. */
	attempts: number;
	/** How often the sender was told that it failed, or nothing. */
	failed: number;
	/** Everything that must not be, in words. */
	wrong: string[];
}

/** Fires so many events at all triggers, each twice and in any order. */
export async function fireEvents(
	{ flexport, deliverr, digitalRiver, deliverySolutions }: Sandbox,
	seed: number,
	count: number,
): Promise<void> {
	const systems = { flexport, deliverr, digitalRiver, deliverySolutions };
	const firing = Object.entries(EVENT_OF).map(async ([name, eventOf], index, { length }) => {
		const events = Array.from({ length: count / length }, (_, number) =>
			eventOf(number, diceOf(seed, index, number, 6)),
		);
		const system = Object.entries(systems).find(([key]) => key === name)?.[1];
		await system?.hooks.fireAll(events, { copies: 2, order: 'shuffled', atOnce: 4 });
	});
	await Promise.all(firing);
}

/** Lets the senders try again for as long as they do. */
export async function redeliver(sandbox: Sandbox, triggers: readonly Trigger[]): Promise<void> {
	if (!isManual(sandbox.clock)) throw new Error('The clock moves by itself.');
	for (let day = 0; day < 5; day += 1) {
		await sandbox.clock.advance(DAY_MS);
		for (const { provider, host } of triggers) {
			await sandbox[provider].hooks.settled();
			await host.settled();
		}
	}
}

/** An event as it was sent, in a form that can be compared. */
const formOf = (payload: unknown): string => JSON.stringify(payload);

/** Each event came out once, and one that came out was sent. */
export function judgeDeliveries(sandbox: Sandbox, triggers: readonly Trigger[]): Deliveries {
	const found: Deliveries = { events: 0, attempts: 0, failed: 0, wrong: [] };
	for (const { provider, host } of triggers) {
		const outputs = new Map<string, number>();
		for (const { payload } of host.outputs()) {
			outputs.set(formOf(payload), (outputs.get(formOf(payload)) ?? 0) + 1);
		}
		const attempts = sandbox[provider].hooks.attempts();
		const sent = new Set(attempts.map((attempt) => formOf(JSON.parse(attempt.sent))));
		found.events += sent.size;
		found.attempts += attempts.length;
		found.failed += attempts.filter(({ status }) => status !== 200).length;
		for (const form of new Set([...sent, ...outputs.keys()])) {
			const times = outputs.get(form) ?? 0;
			if (times !== 1 || !sent.has(form))
				found.wrong.push(`${provider}: an event came out ${times} times: ${form}`);
		}
	}
	return found;
}
