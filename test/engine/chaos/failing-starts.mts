import type { IDataObject } from 'n8n-workflow';
import { Executions, type Start } from '../harness/host/executions.mts';
import { diceOf } from './dice.mts';

/** How often n8n fails to start the workflow for an event. */
const FAILURES: ReadonlyArray<readonly [weight: number, times: number]> = [
	[88, 0],
	[9, 1],
	[3, 2],
];

/** One in so many starts takes longer than the sender waits. */
const SLOW = 0.01;
const SLOW_MS = 60_000;

/** What an event is about, which is the same for the same seed; its times are not. */
const subjectOf = ({ eventType, orderId, externalOrderId }: IDataObject): string =>
	[eventType, orderId, externalOrderId].join(' ');

const numberOf = (text: string): number =>
	[...text].reduce((sum, sign) => Math.imul(sum, 31) + sign.charCodeAt(0), 7);

/**
 * Lets n8n now and then fail to start the workflow of a trigger, and now and then take its time.
 * Ends with `jest.restoreAllMocks()`.
 */
export function failSomeStarts(seed: number): void {
	const { start } = Executions.prototype;
	const left = new Map<string, number>();
	jest.spyOn(Executions.prototype, 'start').mockImplementation(async function (
		this: Executions,
		started: Start,
	) {
		const subject = subjectOf(started.items[0]?.[0]?.json ?? {});
		const dice = diceOf(seed, numberOf(subject), 5);
		const failures = left.get(subject) ?? dice.pick(FAILURES);
		left.set(subject, failures - 1);
		if (failures > 0) throw new Error('The database is away');
		if (dice.chance(SLOW)) await new Promise((resolve) => setTimeout(resolve, SLOW_MS));
		return await start.call(this, started);
	});
}
