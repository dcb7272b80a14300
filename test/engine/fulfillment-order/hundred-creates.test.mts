import type { Fault } from '../../sandbox/faults.mts';
import type { RunNodeOptions } from '../harness/index.mts';
import { hurry } from '../support/hurry.mts';
import { useOrderDesk } from '../support/order-desk.mts';
import { createPerItem, orderNumbers } from '../support/order-parameters.mts';
import { output } from '../support/seen.mts';
import { startSpoilingProxy, type SpoilingProxy } from '../support/spoiling-proxy.mts';

const desk = useOrderDesk();

const input = orderNumbers(100);
const NUMBERS = input.map(({ orderNumber }) => orderNumber);

let unhurry = (): void => undefined;
let proxy: SpoilingProxy | undefined;
beforeEach(() => {
	unhurry = hurry();
});
afterEach(async () => {
	unhurry();
	await proxy?.close();
	proxy = undefined;
});

const spoil = (fault: Fault, rate = 0.2) =>
	desk.sandbox.faults.add({ method: 'POST', path: '/orders', fault, when: { rate } });

const createHundred = async (changes = {}, options: RunNodeOptions = {}) =>
	await desk.run(createPerItem(desk.sku(), changes), { input, ...options });

const throughProxy = (url: string) => ({
	credentials: desk.credentials({ baseUrl: `${url}/flexport` }),
});

/** Exactly one order for each number, and each item told as created, in the order of the input. */
function expectOneHundred(items: ReturnType<typeof output>): void {
	const made = desk.sandbox.flexport.orders();
	expect(made.map(({ externalOrderId }) => externalOrderId).sort()).toEqual([...NUMBERS].sort());
	expect(items.map(({ externalOrderId }) => externalOrderId)).toEqual(NUMBERS);
	expect(new Set(items.map(({ outcome }) => outcome))).toEqual(new Set(['created']));
	const idOf = new Map(made.map(({ externalOrderId, id }) => [externalOrderId, id]));
	expect(items.map(({ id }) => id)).toEqual(NUMBERS.map((number) => idOf.get(number)));
}

describe('a hundred creates leave exactly one hundred orders', () => {
	it.each([
		['cut after the work is done', { kind: 'cutAfter' }],
		['cut in the middle', { kind: 'cutDuring' }],
		['cut before the work', { kind: 'cutBefore' }],
		['a web page instead', { kind: 'notJson' }],
		['a 503', { kind: 'status', status: 503 }],
	] as Array<[string, Fault]>)('with 20 %% of answers %s', async (_name, fault) => {
		spoil(fault);
		expectOneHundred(output(await createHundred()));
		expect(desk.sandbox.faults.counts()[fault.kind]).toBeGreaterThanOrEqual(10);
	});

	it('with every answer to a first sending cut after the work is done', async () => {
		const seen = new Set<unknown>();
		const target = desk.sandbox.url;
		proxy = await startSpoilingProxy({
			target,
			spoil({ method, headers, socket }) {
				const key = headers['idempotency-key'];
				if (method !== 'POST' || seen.has(key)) return undefined;
				seen.add(key);
				socket.destroy();
				return undefined;
			},
		});
		expectOneHundred(output(await createHundred({}, throughProxy(proxy.url))));
		expect(seen.size).toBe(100);
	});

	it('with 20 % of answers a 502 after the work is done', async () => {
		let posts = 0;
		proxy = await startSpoilingProxy({
			target: desk.sandbox.url,
			spoil({ method }) {
				if (method !== 'POST') return undefined;
				posts += 1;
				return posts % 5 === 0 ? { status: 502, body: '{"message":"Bad gateway"}' } : undefined;
			},
		});
		expectOneHundred(output(await createHundred({}, throughProxy(proxy.url))));
		expect(posts).toBeGreaterThanOrEqual(100);
	});

	it('with the idempotency key lost on the way, so that only the look-up tells', async () => {
		const drop = ['idempotency-key'];
		proxy = await startSpoilingProxy({ target: desk.sandbox.url, drop });
		spoil({ kind: 'cutAfter' });
		expectOneHundred(output(await createHundred({}, throughProxy(proxy.url))));
		expect(desk.keys().every((key) => key === undefined)).toBe(true);
		expect(desk.sandbox.faults.counts().cutAfter).toBeGreaterThanOrEqual(10);
	});

	it.each([
		['answering 500', { kind: 'status', status: 500 }],
		['answering 403, as the token may only write', { kind: 'status', status: 403 }],
		['cut', { kind: 'cutBefore' }],
		['answering with web pages', { kind: 'notJson' }],
	] as Array<[string, Fault]>)(
		'with look-ups always %s, so that only the key protects',
		async (_name, fault) => {
			desk.sandbox.faults.add({ method: 'GET', fault, when: { every: 1 } });
			spoil({ kind: 'cutAfter' });
			expectOneHundred(output(await createHundred()));
			expect(desk.sandbox.log.find('GET', /external_id/).length).toBeGreaterThanOrEqual(10);
		},
	);

	it('with 20 % of all answers cut, look-ups too', async () => {
		desk.sandbox.faults.add({ fault: { kind: 'cutAfter' }, when: { rate: 0.2 } });
		expectOneHundred(output(await createHundred()));
	});

	it('with answers of 20 % cut and every order looked up first', async () => {
		spoil({ kind: 'cutAfter' });
		expectOneHundred(output(await createHundred({ options: { lookUpFirst: true } })));
	});

	it('with at most so many requests at a time as Options say', async () => {
		spoil({ kind: 'cutAfter' });
		expectOneHundred(output(await createHundred({ options: { maxInFlight: 4 } })));
		expect(desk.sandbox.log.maxInFlight()).toBeLessThanOrEqual(4);
	});
});

describe('running the same hundred again', () => {
	it.each([[{}], [{ lookUpFirst: true }]])(
		'gives the orders that exist, and makes none (options %j)',
		async (options) => {
			const first = output(await createHundred());
			const again = output(await createHundred({ options }));
			expect(again.map(({ id }) => id)).toEqual(first.map(({ id }) => id));
			expect(new Set(again.map(({ outcome }) => outcome))).toEqual(new Set(['alreadyExisted']));
			expect(desk.sandbox.flexport.orders()).toHaveLength(100);
		},
	);

	it('gives the orders that exist and makes none when answers are lost, too', async () => {
		const first = output(await createHundred());
		spoil({ kind: 'cutAfter' });
		const again = output(await createHundred());
		expect(again.map(({ id }) => id)).toEqual(first.map(({ id }) => id));
		expect(desk.sandbox.flexport.orders()).toHaveLength(100);
	});

	it('fails for each of them where Options say so, and makes none', async () => {
		await createHundred();
		const options = { ifExists: 'fail' };
		const again = await createHundred({ options }, { onError: 'continueRegularOutput' });
		const items = output(again);
		expect(items).toHaveLength(100);
		expect(items.map(({ error }) => error)).toEqual(
			NUMBERS.map(
				(number, index) =>
					`Flexport already has an order with the external order ID "${number}" [item ${index}]`,
			),
		);
		expect(desk.sandbox.flexport.orders()).toHaveLength(100);
	});

	it('finishes what a run that was stopped in the middle left undone', async () => {
		desk.sandbox.faults.add({
			method: 'POST',
			fault: { kind: 'expiredToken' },
			when: { nth: [40] },
		});
		expect((await createHundred()).status).toBe('error');
		const left = desk.sandbox.flexport.orders().length;
		expect(left).toBeGreaterThan(0);
		expect(left).toBeLessThan(100);
		const outcomes = output(await createHundred()).map(({ outcome }) => outcome);
		expect(outcomes.filter((outcome) => outcome === 'alreadyExisted')).toHaveLength(left);
		expect(desk.sandbox.flexport.orders()).toHaveLength(100);
	});
});
