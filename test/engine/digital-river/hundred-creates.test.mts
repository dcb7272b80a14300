import type { Fault } from '../../sandbox/faults.mts';
import { MUG, useDigitalRiverDesk } from '../support/digital-river-desk.mts';
import { createPerItem, orderNumbers } from '../support/order-parameters.mts';
import { output } from '../support/seen.mts';
import { useHurry } from '../support/use-hurry.mts';

const desk = useDigitalRiverDesk();
useHurry();

const input = orderNumbers(100);
const NUMBERS = input.map(({ orderNumber }) => orderNumber);

const createHundred = async () => output(await desk.run(createPerItem(MUG), { input }));

/** Exactly one order for each number, and each item told as so, in the order of the input. */
function expectOneHundred(items: ReturnType<typeof output>, outcome: string): void {
	const made = desk.api.orders();
	expect(made.map(({ upstreamId }) => upstreamId).sort()).toEqual([...NUMBERS].sort());
	expect(items.map(({ externalOrderId }) => externalOrderId)).toEqual(NUMBERS);
	expect(new Set(items.map((item) => item.outcome))).toEqual(new Set([outcome]));
	const idOf = new Map(made.map(({ upstreamId, id }) => [upstreamId, String(id)]));
	expect(items.map(({ id }) => id)).toEqual(NUMBERS.map((number) => idOf.get(number)));
}

it.each<[string, Fault, RegExp]>([
	['creates are cut after the work is done', { kind: 'cutAfter' }, /POST/],
	['creates are cut in the middle', { kind: 'cutDuring' }, /POST/],
	['creates are cut before the work', { kind: 'cutBefore' }, /POST/],
	['creates bring a web page', { kind: 'notJson' }, /POST/],
	['creates bring a 503', { kind: 'status', status: 503 }, /POST/],
	['creates and looks are cut after the work is done', { kind: 'cutAfter' }, /GET|POST/],
])('a hundred creates make a hundred orders while 20 %% of %s', async (_what, fault, methods) => {
	for (const method of ['GET', 'POST'].filter((one) => methods.test(one))) {
		desk.sandbox.faults.add({ method, fault, when: { rate: 0.2 } });
	}
	expectOneHundred(await createHundred(), 'created');
	expect(desk.sandbox.faults.counts()[fault.kind]).toBeGreaterThanOrEqual(10);
});

it('a hundred creates at an API that allows 2 a second make a hundred orders', async () => {
	desk.sandbox.faults.rateLimit({ perSecond: 2, retryAfter: 'seconds' });
	expectOneHundred(await createHundred(), 'created');
	expect(desk.sandbox.faults.counts().rateLimit).toBeGreaterThan(0);
});

it('the same hundred run again gives the orders that exist', async () => {
	await createHundred();
	desk.sandbox.faults.add({ fault: { kind: 'cutAfter' }, when: { rate: 0.2 } });
	expectOneHundred(await createHundred(), 'alreadyExisted');
});
