import type { Fault } from '../../sandbox/faults.mts';
import { useDigitalRiverDesk } from '../support/digital-river-desk.mts';
import { onlyErrorItem, output, seenError } from '../support/seen.mts';
import { useHurry } from '../support/use-hurry.mts';

const desk = useDigitalRiverDesk();
useHurry();

const NEWEST_FIRST = Array.from({ length: 350 }, (_, index) => `SHOP-${350 - index}`);

beforeEach(() => {
	desk.api.addOrders(350, (index) => ({ upstreamId: `SHOP-${index + 1}` }));
});

const run = (filters = {}) => desk.run({ operation: 'getAll', returnAll: true, filters });

const all = async () => output(await run()).map(({ externalOrderId }) => externalOrderId);

describe.each<[string, Fault]>([
	['429 with Retry-After', { kind: 'status', status: 429, retryAfter: 2 }],
	['429 without Retry-After', { kind: 'status', status: 429 }],
	['408', { kind: 'status', status: 408 }],
	['502', { kind: 'status', status: 502 }],
	['a web page', { kind: 'notJson' }],
	['a cut', { kind: 'cutBefore' }],
	['a cut after the work', { kind: 'cutAfter' }],
	['a cut in the middle of the answer', { kind: 'cutDuring' }],
])('%s', (_what, fault) => {
	it('in the middle of a list leaves no order out and gives none twice', async () => {
		desk.sandbox.faults.add({ fault, when: { nth: [2, 4] } });
		expect(await all()).toEqual(NEWEST_FIRST);
		expect(desk.sent()).toHaveLength(6);
	});

	it('in the middle of a list that is read backwards does no harm either', async () => {
		desk.sandbox.faults.add({ fault, when: { nth: [2, 4] } });
		const oldest = String(desk.api.order('SHOP-1')?.id);
		const orders = output(await run({ endingBefore: oldest }));
		expect(orders.map(({ externalOrderId }) => externalOrderId)).toEqual(NEWEST_FIRST.slice(0, -1));
	});
});

it.each<[string, Fault, RegExp]>([
	['a server that fails', { kind: 'status', status: 500 }, /^Digital River failed to process/],
	['a connection that breaks', { kind: 'cutBefore' }, /^Digital River did not answer/],
	[
		'a key that was revoked',
		{ kind: 'expiredToken' },
		/^Digital River does not accept the API key/,
	],
])('a list is not given in part where the rest meets %s', async (_what, fault, message) => {
	desk.sandbox.faults.add({ fault, when: { nth: [3, 4, 5, 6, 7] } });
	expect(seenError(await run()).message).toMatch(message);
});

it.each([
	['an object without data', { hasMore: false }],
	['an object that is something else', { message: 'Welcome' }],
	['data that is no list', { data: { id: 1 } }],
])('an answer that is no list is told, and not taken for an empty one: %s', async (_what, body) => {
	desk.always('GET', { kind: 'status', status: 200, body });
	expect(seenError(await run()).message).toMatch(
		/^Digital River answered with something other than a list/,
	);
});

it('a list that repeats itself is told, and not read for ever', async () => {
	const data = desk.api.orders().slice(0, 100);
	desk.always('GET', { kind: 'status', status: 200, body: { hasMore: true, data } });
	const result = await desk.run(
		{ operation: 'getAll', returnAll: true },
		{ onError: 'continueRegularOutput' },
	);
	expect(onlyErrorItem(result).error).toMatch(/^The list repeats itself after 100 rows/);
	expect(desk.sent()).toHaveLength(2);
});
