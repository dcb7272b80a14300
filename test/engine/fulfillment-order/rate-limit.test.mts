import { NODE } from '../harness/index.mts';
import { freeze } from '../support/freeze.mts';
import { hurry } from '../support/hurry.mts';
import { useOrderDesk } from '../support/order-desk.mts';
import {
	byExternalId,
	createParameters,
	createPerItem,
	orderNumbers,
} from '../support/order-parameters.mts';
import { quietTime } from '../support/quiet-time.mts';
import { onlyErrorItem, onlyItem, output, seenError } from '../support/seen.mts';
import { settled, until } from '../support/until.mts';

const desk = useOrderDesk();

let restore = (): void => undefined;
afterEach(() => {
	restore();
	restore = () => undefined;
});

const goOn = { onError: 'continueRegularOutput' } as const;

const limited = (retryAfter: number | string, headers: Record<string, string> = {}) =>
	({ kind: 'status', status: 429, retryAfter, headers }) as const;

const calls = () => desk.sent().length;

describe('many creates at an API that allows 20 a second', () => {
	beforeEach(() => {
		restore = quietTime(10);
	});

	it.each([
		['in seconds', 'seconds', 80],
		['as a date', 'date', 45],
		['without Retry-After', 'none', 60],
	] as const)(
		'all succeed, in the order of their items (told to wait %s)',
		async (_name, retryAfter, count) => {
			desk.sandbox.faults.rateLimit({ perSecond: 20, retryAfter });
			const input = orderNumbers(count);
			const result = await desk.run(createPerItem(desk.sku()), { input });
			expect(output(result).map(({ externalOrderId }) => externalOrderId)).toEqual(
				input.map(({ orderNumber }) => orderNumber),
			);
			expect(result.items(NODE).map(({ pairedItem }) => pairedItem)).toEqual(
				input.map((_, item) => ({ item })),
			);
			expect(desk.sandbox.flexport.orders()).toHaveLength(count);
			expect(desk.sandbox.faults.counts().rateLimit).toBeGreaterThan(0);
		},
	);
});

describe('a 429', () => {
	const CALLS = [
		['a read', () => byExternalId('get', 'SHOP-1')],
		['a create', () => createParameters(desk.sku(1), { externalOrderId: 'SHOP-2' })],
	] as const;

	beforeEach(async () => {
		await desk.run(createParameters(desk.sku()));
		desk.sandbox.log.clear();
		restore = freeze();
	});

	it.each(CALLS)('holds %s back for the seconds it asks for', async (_name, parameters) => {
		desk.sandbox.faults.add({ fault: limited(60) });
		const run = desk.run(parameters());
		await until(() => calls() === 1);
		await settled();
		jest.advanceTimersByTime(59_000);
		await settled();
		expect(calls()).toBe(1);
		jest.advanceTimersByTime(2_000);
		expect(onlyItem(await run).status).toBe('pending');
		expect(calls()).toBe(2);
	});

	it.each(CALLS)(
		"holds %s back until the date it names, by the API's own clock",
		async (_name, parameters) => {
			const headers = { date: 'Thu, 01 Jan 2015 12:00:00 GMT' };
			desk.sandbox.faults.add({ fault: limited('Thu, 01 Jan 2015 12:01:00 GMT', headers) });
			const run = desk.run(parameters());
			await until(() => calls() === 1);
			await settled();
			jest.advanceTimersByTime(59_000);
			await settled();
			expect(calls()).toBe(1);
			jest.advanceTimersByTime(2_000);
			await run;
			expect(calls()).toBe(2);
		},
	);

	it.each([
		['is missing', {}],
		['cannot be read', { 'retry-after': 'soon' }],
	])('whose Retry-After %s is answered with a short wait', async (_name, headers) => {
		desk.sandbox.faults.add({ fault: { kind: 'status', status: 429, headers } });
		const run = desk.run(byExternalId('get', 'SHOP-1'));
		await until(() => calls() === 1);
		await settled();
		expect(calls()).toBe(1);
		jest.advanceTimersByTime(2_000);
		expect(onlyItem(await run).externalOrderId).toBe('SHOP-1');
	});

	it('holds all items back together', async () => {
		desk.sandbox.faults.add({ fault: limited(60), when: { times: 2 } });
		const options = { maxInFlight: 2 };
		const input = orderNumbers(12);
		const run = desk.run(createPerItem(desk.sku(), { options }), { input });
		await until(() => calls() === 2);
		await settled();
		jest.advanceTimersByTime(59_000);
		await settled();
		expect(calls()).toBe(2);
		let isOver = false;
		void run.then(() => (isOver = true));
		for (let ms = 0; ms < 4_000 && !isOver; ms += 10) {
			jest.advanceTimersByTime(10);
			await settled();
		}
		expect(isOver).toBe(true);
		expect(output(await run)).toHaveLength(12);
	});

	it('of a create means that nothing was done: it is sent again with its key, without a look-up', async () => {
		desk.sandbox.faults.add({ fault: limited(1) });
		const run = desk.run(createParameters(desk.sku(), { externalOrderId: 'SHOP-2' }));
		await until(() => calls() === 1);
		await settled();
		jest.advanceTimersByTime(2_000);
		await run;
		expect(desk.sent()).toEqual(['POST /orders', 'POST /orders']);
		expect(new Set(desk.keys()).size).toBe(1);
	});
});

describe('an API that asks for more patience than five minutes', () => {
	beforeEach(() => {
		restore = hurry();
	});

	it('is not waited for when it says so at once', async () => {
		desk.sandbox.faults.add({ fault: limited(3_600), when: { every: 1 } });
		const { error, details } = onlyErrorItem(await desk.run(byExternalId('get', 'A'), goOn));
		expect(error).toBe('Flexport keeps asking to slow down (HTTP 429) [item 0]');
		expect(details).toMatchObject({
			httpCode: '429',
			transient: true,
			retryAfterMs: 3_600_000,
			fix: expect.stringMatching(/^Try again later, or lower '.+' in Options/),
		});
		expect(calls()).toBe(1);
	});

	it('is given up when it answers nothing else for so long, and no order is made', async () => {
		desk.sandbox.faults.add({ fault: limited(60), when: { every: 1 } });
		const { message, httpCode } = seenError(await desk.run(createParameters(desk.sku())));
		expect(message).toBe('Flexport keeps asking to slow down (HTTP 429) [item 0]');
		expect(httpCode).toBe('429');
		expect(calls()).toBeGreaterThan(3);
		expect(desk.sandbox.flexport.orders()).toEqual([]);
	});
});
