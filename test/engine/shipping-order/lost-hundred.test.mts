import type { Fault } from '../../sandbox/faults.mts';
import { refusedAs, createPerItem, orderNumbers } from '../support/shipment-parameters.mts';
import { output } from '../support/seen.mts';
import { useShippingDesk } from '../support/shipping-desk.mts';
import { useHurry } from '../support/use-hurry.mts';

const desk = useShippingDesk();
useHurry();

const input = orderNumbers(100);
const NUMBERS = input.map(({ orderNumber }) => orderNumber);

const spoil = (fault: Fault, rate = 0.2) =>
	desk.sandbox.faults.add({ method: 'POST', path: '/shipments', fault, when: { rate } });

const createHundred = async (changes = {}, options = {}) =>
	output(await desk.run(createPerItem(changes), { input, ...options }));

const externalIds = () => desk.api.shipments().map(({ orderExternalId }) => orderExternalId);

/** Exactly one shipment for each number, and each item told as created, in the order of the input. */
function expectOneHundred(items: ReturnType<typeof output>): void {
	expect(externalIds().sort()).toEqual([...NUMBERS].sort());
	expect(items.map(({ externalOrderId }) => externalOrderId)).toEqual(NUMBERS);
	expect(new Set(items.map(({ outcome }) => outcome))).toEqual(new Set(['created']));
}

describe('a hundred creates leave exactly one hundred shipments', () => {
	it.each<[string, Fault]>([
		['cut after the work is done', { kind: 'cutAfter' }],
		['cut in the middle', { kind: 'cutDuring' }],
		['cut before the work', { kind: 'cutBefore' }],
		['a web page instead', { kind: 'notJson' }],
		['a 503', { kind: 'status', status: 503 }],
	])('with 20 %% of answers %s', async (_name, fault) => {
		spoil(fault);
		expectOneHundred(await createHundred());
		expect(desk.sandbox.faults.counts()[fault.kind]).toBeGreaterThanOrEqual(10);
	});

	it('with every answer cut after the work', async () => {
		spoil({ kind: 'cutAfter' }, 1);
		expectOneHundred(await createHundred());
		expect(desk.bodies('POST', '/shipments')).toHaveLength(100);
	});

	it('with 20 % of all answers cut, looks and lists too', async () => {
		desk.sandbox.faults.add({
			path: /shipments/,
			fault: { kind: 'cutAfter' },
			when: { rate: 0.2 },
		});
		expectOneHundred(await createHundred());
	});

	it('with 20 % of answers cut, where only the list finds external IDs', async () => {
		const fault = refusedAs('NOT_FOUND', 404);
		desk.sandbox.faults.add({ method: 'GET', fault, when: { every: 1 } });
		spoil({ kind: 'cutAfter' });
		expectOneHundred(await createHundred());
	});

	it('with answers of 20 % cut and every shipment looked up first', async () => {
		spoil({ kind: 'cutAfter' });
		expectOneHundred(await createHundred({ options: { lookUpFirst: true } }));
	});

	it('with at most so many requests at a time as Options say', async () => {
		spoil({ kind: 'cutAfter' });
		expectOneHundred(await createHundred({ options: { maxInFlight: 4 } }));
		expect(desk.sandbox.log.maxInFlight()).toBeLessThanOrEqual(4);
	});

	it('or say which they left open, where looks fail too', async () => {
		spoil({ kind: 'cutAfter' });
		const fault = { kind: 'status', status: 500 } as const;
		desk.sandbox.faults.add({ method: 'GET', fault, when: { every: 1 } });
		const items = await createHundred({}, { onError: 'continueRegularOutput' });
		const open = items.filter(({ error }) => error !== undefined);
		expect(open.length).toBe(desk.sandbox.faults.counts().cutAfter);
		expect(open.length).toBeGreaterThanOrEqual(10);
		for (const { details } of open) {
			expect(details).toMatchObject({ fix: expect.stringMatching(/may or may not have done/) });
		}
		expect(externalIds().sort()).toEqual([...NUMBERS].sort());
	});
});

describe('running the same hundred again', () => {
	it.each([[{}], [{ lookUpFirst: true }]])(
		'gives the shipments that exist, and makes none (options %j)',
		async (options) => {
			await createHundred();
			spoil({ kind: 'cutAfter' });
			const again = await createHundred({ options });
			const made = new Map(desk.api.shipments().map((one) => [one.orderExternalId, one.id]));
			expect(again.map(({ id }) => id)).toEqual(NUMBERS.map((number) => made.get(number)));
			expect(made.size).toBe(100);
			expect(desk.api.shipments()).toHaveLength(100);
		},
	);

	it('finishes what a run that was stopped in the middle left undone', async () => {
		const fault = refusedAs('GEOCODING_FAILED', 422);
		desk.sandbox.faults.add({ method: 'POST', path: '/shipments', fault, when: { nth: [40] } });
		const first = await desk.run(createPerItem(), { input });
		expect(first.status).toBe('error');
		const left = desk.api.shipments().length;
		expect(left).toBeGreaterThan(0);
		expect(left).toBeLessThan(100);
		const outcomes = (await createHundred()).map(({ outcome }) => outcome);
		expect(outcomes.filter((outcome) => outcome === 'alreadyExisted')).toHaveLength(left);
		expect(externalIds().sort()).toEqual([...NUMBERS].sort());
	});
});
