import type { Fault } from '../../sandbox/faults.mts';
import type { RunNodeOptions } from '../harness/index.mts';
import { createOrders, useDeliverrDesk } from '../support/deliverr-desk.mts';
import { orderNumbers } from '../support/order-parameters.mts';
import { output } from '../support/seen.mts';
import { startSpoilingProxy, type SpoilingProxy } from '../support/spoiling-proxy.mts';
import { useHurry } from '../support/use-hurry.mts';

const desk = useDeliverrDesk();
useHurry();

const input = orderNumbers(100);
const NUMBERS = input.map(({ orderNumber }) => orderNumber);

let proxy: SpoilingProxy | undefined;
afterEach(async () => {
	await proxy?.close();
	proxy = undefined;
});

const spoil = (fault: Fault) =>
	desk.sandbox.faults.add({ method: 'POST', path: /\/order$/, fault, when: { rate: 0.2 } });

const createHundred = async (changes = {}, options: RunNodeOptions = {}) =>
	output(await desk.run(createOrders(changes), { input, ...options }));

/** Exactly one order for each number, and each item told as created, in the order of the input. */
function expectOneHundred(items: ReturnType<typeof output>): void {
	const made = desk.api.orders();
	expect(made.map(({ externalOrderId }) => externalOrderId).sort()).toEqual([...NUMBERS].sort());
	const idOf = new Map(made.map(({ externalOrderId, orderId }) => [externalOrderId, orderId]));
	expect(items.map(({ id, outcome }) => [id, outcome])).toEqual(
		NUMBERS.map((number) => [idOf.get(number), 'created']),
	);
}

describe('a hundred creates leave exactly one hundred orders', () => {
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

	it('with the key lost on the way, so that only the look-up tells', async () => {
		proxy = await startSpoilingProxy({ target: desk.sandbox.url, drop: ['idempotency-key'] });
		spoil({ kind: 'cutAfter' });
		const credentials = desk.credentials({ baseUrl: `${proxy.url}/deliverr` });
		expectOneHundred(await createHundred({}, { credentials }));
		expect(desk.creates().every(({ headers }) => !('idempotency-key' in headers))).toBe(true);
		expect(desk.sandbox.faults.counts().cutAfter).toBeGreaterThanOrEqual(10);
	});

	it('with look-ups always refused, so that only the key protects', async () => {
		const fault: Fault = { kind: 'status', status: 403 };
		desk.sandbox.faults.add({ method: 'GET', fault, when: { every: 1 } });
		spoil({ kind: 'cutAfter' });
		expectOneHundred(await createHundred());
		expect(desk.sandbox.faults.counts().cutAfter).toBeGreaterThanOrEqual(10);
	});

	it('with 20 % of all answers cut, look-ups too', async () => {
		desk.sandbox.faults.add({ fault: { kind: 'cutAfter' }, when: { rate: 0.2 } });
		expectOneHundred(await createHundred());
	});

	it('with a token that expires in the middle while answers are cut', async () => {
		spoil({ kind: 'cutAfter' });
		const nth = [30];
		desk.sandbox.faults.add({ method: 'POST', fault: { kind: 'expiredToken' }, when: { nth } });
		expectOneHundred(await createHundred());
		expect(desk.api.tokenRequests()).toBe(1);
	});
});

it('the same hundred again makes none, and gives those that exist', async () => {
	const first = await createHundred();
	spoil({ kind: 'cutAfter' });
	const again = await createHundred();
	expect(again.map(({ id }) => id)).toEqual(first.map(({ id }) => id));
	expect(desk.api.orders()).toHaveLength(100);
});
