import { NODE } from '../harness/index.mts';
import { freeze } from '../support/freeze.mts';
import { useOrderDesk } from '../support/order-desk.mts';
import { byExternalId, createPerItem, orderNumbers } from '../support/order-parameters.mts';
import { seenError } from '../support/seen.mts';
import { settled, until } from '../support/until.mts';

const desk = useOrderDesk();

let restore = (): void => undefined;
afterEach(() => {
	restore();
	restore = () => undefined;
});

const bad = (count: number, ...indexes: number[]) =>
	orderNumbers(count).map((item, index) => ({
		...item,
		country: indexes.includes(index) ? 'XX' : 'US',
	}));

const creates = (options = {}) =>
	createPerItem(desk.sku(), { countryCode: '={{ $json.country }}', options });

describe('a bad item where the node stops on error', () => {
	it('is named by its number, with how many items were finished', async () => {
		const result = await desk.run(creates({ maxInFlight: 1 }), { input: bad(50, 20) });
		const { message, description } = seenError(result);
		expect(message).toMatch(/^'Country Code' is "XX".* \[item 20\]$/);
		expect(description).toMatch(/ 20 of 50 items were finished\.$/);
		expect(result.error).toMatchObject({ context: { itemIndex: 20 } });
		expect(desk.sandbox.flexport.orders()).toHaveLength(20);
	});

	it('is told with the true number of finished items when several are under way', async () => {
		const { description } = seenError(await desk.run(creates(), { input: bad(100, 60) }));
		const finished = / (\d+) of 100 items were finished\.$/.exec(description)?.[1];
		expect(Number(finished)).toBe(desk.sandbox.flexport.orders().length);
	});

	it('lets nothing more be sent', async () => {
		await desk.run(creates({ maxInFlight: 4 }), { input: bad(50, 10) });
		const before = desk.sent().length;
		expect(before).toBeLessThanOrEqual(14);
		await settled();
		expect(desk.sent()).toHaveLength(before);
	});

	it('is the first of several', async () => {
		const { message } = seenError(await desk.run(creates(), { input: bad(30, 3, 4, 5) }));
		expect(message).toContain('[item 3]');
	});

	it('gives no items, as n8n keeps none of a node that stopped', async () => {
		const result = await desk.run(creates(), { input: bad(10, 5) });
		expect(result.status).toBe('error');
		expect(result.items(NODE)).toEqual([]);
	});

	it('ends the waits of the others', async () => {
		restore = freeze();
		const fault = { kind: 'status', status: 503, retryAfter: 60 } as const;
		desk.sandbox.faults.add({ method: 'POST', fault });
		desk.sandbox.faults.add({ method: 'POST', latencyMs: 1_000, when: { nth: [2] } });
		desk.sandbox.faults.add({
			method: 'POST',
			fault: { kind: 'expiredToken' },
			when: { nth: [1] },
		});
		const run = desk.run(creates({ maxInFlight: 2 }), {
			input: orderNumbers(5).map((item) => ({ ...item, country: 'US' })),
		});
		await until(() => desk.sent().length === 2);
		await settled();
		jest.advanceTimersByTime(1_000);
		expect(seenError(await run).message).toMatch(/does not accept the API token/);
		expect(desk.sent()).toHaveLength(2);
	});
});

describe('cancelling the execution', () => {
	const waiting = async (parameters: Parameters<typeof desk.run>[0], count: number) => {
		restore = freeze();
		const fault = { kind: 'status', status: 429, retryAfter: 60 } as const;
		desk.sandbox.faults.add({ fault, when: { every: 1 } });
		const run = desk.run(parameters, { input: bad(count) });
		await until(() => desk.sent().length > 0);
		await settled();
		return { run, before: desk.sent().length };
	};

	it.each([
		['one get', () => byExternalId('get', 'SHOP-1'), 1],
		['one create', creates, 1],
		['a hundred creates', creates, 100],
	] as const)('ends a wait of a minute at once (%s)', async (_name, parameters, count) => {
		const { run, before } = await waiting(parameters(), count);
		run.cancel();
		await run;
		expect(desk.sent()).toHaveLength(before);
	});

	it.each([
		['one get', () => byExternalId('get', 'SHOP-1'), 1],
		['a hundred creates', creates, 100],
	] as const)('lets nothing be sent afterwards (%s)', async (_name, parameters, count) => {
		const { run, before } = await waiting(parameters(), count);
		run.cancel();
		await run;
		jest.advanceTimersByTime(600_000);
		await settled();
		expect(desk.sent()).toHaveLength(before);
		expect(desk.sandbox.flexport.orders()).toEqual([]);
	});

	it('ends a wait before a create is sent again, and what was done stays done once', async () => {
		restore = freeze();
		desk.sandbox.faults.add({ method: 'POST', fault: { kind: 'cutAfter' }, when: { every: 1 } });
		const run = desk.run(creates(), { input: bad(1) });
		await until(() => desk.sent().length === 1);
		await settled();
		run.cancel();
		await run;
		jest.advanceTimersByTime(600_000);
		await settled();
		expect(desk.sent()).toEqual(['POST /orders']);
		expect(desk.sandbox.flexport.orders()).toHaveLength(1);
	});

	it('before the node has begun lets nothing be sent', async () => {
		await desk.run(creates(), { input: bad(5), signal: AbortSignal.abort() });
		await settled();
		expect(desk.sent()).toEqual([]);
	});
});
