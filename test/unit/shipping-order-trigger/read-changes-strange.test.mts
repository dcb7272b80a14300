import type { IDataObject } from 'n8n-workflow';
import { updatedAt } from '../../../nodes/ShippingOrderTrigger/read-changes.ts';
import { answers, breaksWith, scriptedApi } from '../support/scripted-api.mts';
import { known, NOON, poll, readInTurn, SECOND, shipment } from './read-in-turn.mts';

describe('the time of an update', () => {
	it.each<[string, IDataObject[string], number]>([
		['ISO 8601', '2026-01-15T12:00:00.000Z', NOON],
		['ISO 8601 with a zone', '2026-01-15T07:00:00-05:00', NOON],
		['Unix milliseconds', NOON, NOON],
		['nothing', undefined, 0],
		['null', null, 0],
		['an empty text, as in the documented answer of create', '', 0],
		['a text that is no time', 'yesterday', 0],
		['an object', { at: NOON }, 0],
	])('is read from %s', (_name, lastUpdatedAt, expected) => {
		expect(updatedAt({ lastUpdatedAt })).toBe(expected);
	});
});

describe('a shipment whose time cannot be read', () => {
	it.each([['', null, 'soon', undefined]].flat().map((time) => [time]))(
		'is told once and moves no cursor (%j)',
		async (time) => {
			const api = readInTurn([[[shipment('A', 'STAGED', time)]]]);
			const { told, state } = await poll(api, known(NOON));
			expect(told).toEqual(['A: null > STAGED']);
			expect(state.cursor).toBe(NOON);
			expect(api.readings()).toBe(2);
			expect((await poll(api, state)).told).toEqual([]);
		},
	);

	it('is told of at each change', async () => {
		const api = readInTurn([[[shipment('A', 'IN_TRANSIT', '')]]]);
		const { told, state } = await poll(api, known(NOON, ['A', 'STAGED', 0]));
		expect(told).toEqual(['A: STAGED > IN_TRANSIT']);
		const timed = readInTurn([[[shipment('A', 'ORDER_DELIVERED', NOON + SECOND)]]]);
		expect((await poll(timed, state)).told).toEqual(['A: IN_TRANSIT > ORDER_DELIVERED']);
	});
});

describe('a strange shipment', () => {
	it('without an id is known by its external order ID', async () => {
		const nameless = { ...shipment('A', 'STAGED', NOON), id: undefined };
		const api = readInTurn([[[nameless]]]);
		const { told, state } = await poll(api, known(NOON));
		expect(told).toEqual(['order-A: null > STAGED']);
		expect([...state.known.keys()]).toEqual(['order-A']);
		expect((await poll(api, state)).told).toEqual([]);
	});

	it('without any id is left out, as nobody could say what has changed', async () => {
		const api = readInTurn([[[{ status: 'STAGED' }, shipment('B', 'STAGED', NOON)]]]);
		const { told, state } = await poll(api, known(NOON));
		expect(told).toEqual(['B: null > STAGED']);
		expect(state.known.size).toBe(1);
	});

	it('may have a number for an id', async () => {
		const api = readInTurn([[[{ ...shipment('A', 'STAGED', NOON), id: 42 }]]]);
		const { state } = await poll(api, known(NOON));
		expect([...state.known.keys()]).toEqual(['42']);
		expect((await poll(api, state)).told).toEqual([]);
	});

	it('may have no state, or one that came later to the API', async () => {
		const stateless = { ...shipment('A', '', NOON + SECOND), status: null };
		const api = readInTurn([[[stateless, shipment('B', 'LOST_AT_SEA', NOON + SECOND)]]]);
		const { told, state } = await poll(api, known(NOON, ['A', 'STAGED', NOON]));
		expect(told).toEqual(['A: STAGED > null', 'B: null > LOST_AT_SEA']);
		expect((await poll(api, state)).told).toEqual([]);
	});
});

describe('a list that cannot be read to its end', () => {
	const page = (next: string) =>
		answers(200, {
			data: [shipment('A', 'IN_TRANSIT', NOON + SECOND)],
			paginationToken: { next },
		});

	it.each([
		['is refused', answers(400, { type: 'INVALID_DATA', message: 'No' })],
		['breaks off for good', breaksWith('ENOTFOUND')],
		['is no list', answers(200, { message: 'Welcome' })],
	])('because a page %s tells nothing and changes nothing', async (_name, step) => {
		jest.useFakeTimers();
		try {
			const { session } = scriptedApi([page('2'), step]);
			const before = known(NOON, ['A', 'STAGED', NOON]);
			const work = poll({ session, bodies: [], readings: () => 0 }, before);
			const failed = expect(work).rejects.toThrow();
			await jest.runAllTimersAsync();
			await failed;
			expect(before).toEqual(known(NOON, ['A', 'STAGED', NOON]));
		} finally {
			jest.useRealTimers();
		}
	});
});

describe('a shipment whose time can no longer be read', () => {
	it('is told of all the same, once', async () => {
		const api = readInTurn([[[shipment('A', 'ORDER_DELIVERED', '')]]]);
		const { told, state } = await poll(api, known(NOON, ['A', 'IN_TRANSIT', NOON]));
		expect(told).toEqual(['A: IN_TRANSIT > ORDER_DELIVERED']);
		expect((await poll(api, state)).told).toEqual([]);
		const stale = readInTurn([[[shipment('A', 'IN_TRANSIT', NOON - SECOND)]]]);
		expect((await poll(stale, state)).told).toEqual([]);
	});
});

test('two changes of a shipment in one poll keep their order, also if the time of the second cannot be read', async () => {
	const api = readInTurn([
		[[shipment('A', 'IN_TRANSIT', NOON + SECOND)]],
		[[shipment('A', 'ORDER_DELIVERED', '')]],
	]);
	const { told } = await poll(api, known(NOON, ['A', 'STAGED', NOON]));
	expect(told).toEqual(['A: STAGED > IN_TRANSIT', 'A: IN_TRANSIT > ORDER_DELIVERED']);
});
