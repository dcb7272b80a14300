import { DAY, known, MINUTE, NOON, poll, readInTurn, SECOND, shipment } from './read-in-turn.mts';

const EMPTY = readInTurn([[[]]]);

describe('the first poll', () => {
	it('tells nothing, and remembers what changed in the last seven days', async () => {
		const api = readInTurn([
			[[shipment('A', 'STAGED', NOON - DAY), shipment('B', 'IN_TRANSIT', NOON)]],
		]);
		const { told, state } = await poll(api, undefined);
		expect(told).toEqual([]);
		expect(api.bodies[0]).toEqual({
			lastUpdatedAt: { startsAt: NOON - 7 * DAY, endsAt: NOON + 10 * MINUTE },
			limit: 1000,
		});
		expect(state).toEqual(known(NOON, ['A', 'STAGED', NOON - DAY], ['B', 'IN_TRANSIT', NOON]));
	});

	it('of an account without shipments leaves room for a clock of the API that is a day behind', async () => {
		const { state } = await poll(readInTurn([[[]]]), undefined);
		expect(state).toEqual(known(NOON - DAY));
		const api = readInTurn([[[shipment('A', 'STAGED', NOON - DAY)]]]);
		expect((await poll(api, state, NOON + MINUTE)).told).toEqual(['A: null > STAGED']);
	});

	it('takes the time of the API from its shipments, also if its clock is ahead', async () => {
		const ahead = NOON + 5 * MINUTE;
		const api = readInTurn([[[shipment('A', 'STAGED', ahead)]]]);
		expect((await poll(api, undefined)).state.cursor).toBe(ahead);
	});
});

describe('a later poll', () => {
	it('asks for all from ten minutes before the last update to ten minutes ahead', async () => {
		await poll(EMPTY, known(NOON - MINUTE));
		expect(EMPTY.bodies).toEqual([
			{
				lastUpdatedAt: { startsAt: NOON - 11 * MINUTE, endsAt: NOON + 10 * MINUTE },
				limit: 1000,
			},
		]);
	});

	it('reads once where there is nothing new, and leaves the state as it is', async () => {
		const api = readInTurn([[[shipment('A', 'STAGED', NOON)]]]);
		const before = known(NOON, ['A', 'STAGED', NOON]);
		const { told, state } = await poll(api, before, NOON + MINUTE);
		expect(told).toEqual([]);
		expect(state).toEqual(before);
		expect(api.readings()).toBe(1);
	});

	it('tells each change with the state before, the one that changed first at first', async () => {
		const api = readInTurn([
			[
				[shipment('B', 'IN_TRANSIT', NOON + 2 * SECOND)],
				[shipment('A', 'ORDER_DELIVERED', NOON + SECOND), shipment('C', 'STAGED', NOON)],
			],
		]);
		const before = known(NOON, ['A', 'IN_TRANSIT', NOON], ['B', 'STAGED', NOON]);
		const { told, state } = await poll(api, before);
		expect(told).toEqual([
			'C: null > STAGED',
			'A: IN_TRANSIT > ORDER_DELIVERED',
			'B: STAGED > IN_TRANSIT',
		]);
		expect(state.cursor).toBe(NOON + 2 * SECOND);
		expect((await poll(api, state)).told).toEqual([]);
	});

	it('tells nothing of a change of something else than the state', async () => {
		const api = readInTurn([[[shipment('A', 'STAGED', NOON + SECOND)]]]);
		const { told, state } = await poll(api, known(NOON, ['A', 'STAGED', NOON]));
		expect(told).toEqual([]);
		expect(state).toEqual(known(NOON + SECOND, ['A', 'STAGED', NOON + SECOND]));
	});

	it('tells of a shipment that comes back to an earlier state', async () => {
		const away = readInTurn([[[shipment('A', 'ORDER_DELAYED', NOON + SECOND)]]]);
		const back = readInTurn([[[shipment('A', 'IN_TRANSIT', NOON + MINUTE)]]]);
		const { told, state } = await poll(away, known(NOON, ['A', 'IN_TRANSIT', NOON]));
		expect(told).toEqual(['A: IN_TRANSIT > ORDER_DELAYED']);
		expect((await poll(back, state)).told).toEqual(['A: ORDER_DELAYED > IN_TRANSIT']);
	});

	it('keeps what it knew apart from what it finds, so that a failure later on costs nothing', async () => {
		const before = known(NOON, ['A', 'STAGED', NOON]);
		const api = readInTurn([[[shipment('A', 'IN_TRANSIT', NOON + SECOND)]]]);
		await poll(api, before);
		expect(before).toEqual(known(NOON, ['A', 'STAGED', NOON]));
	});

	it('remembers the shipments that changed last for longest', async () => {
		const api = readInTurn([[[shipment('A', 'IN_TRANSIT', NOON + SECOND)]]]);
		const before = known(NOON, ['A', 'STAGED', NOON], ['B', 'STAGED', NOON]);
		const { state } = await poll(api, before);
		expect([...state.known.keys()]).toEqual(['B', 'A']);
	});
});

describe('nothing is missed', () => {
	it('when an update has the same millisecond as the last one that was seen', async () => {
		const api = readInTurn([[[shipment('A', 'STAGED', NOON), shipment('B', 'STAGED', NOON)]]]);
		const before = known(NOON, ['A', 'STAGED', NOON], ['B', 'ORDER_DISPATCHED', NOON - MINUTE]);
		const { told } = await poll(api, before);
		expect(told).toEqual(['B: ORDER_DISPATCHED > STAGED']);
	});

	it('when a shipment changes again within the same millisecond', async () => {
		const api = readInTurn([[[shipment('A', 'IN_TRANSIT', NOON)]]]);
		const { told } = await poll(api, known(NOON, ['A', 'STAGED', NOON]));
		expect(told).toEqual(['A: STAGED > IN_TRANSIT']);
	});

	it('when an update becomes visible ten minutes after one that was made later', async () => {
		const late = NOON - 10 * MINUTE;
		const api = readInTurn([[[shipment('A', 'IN_TRANSIT', late), shipment('B', 'STAGED', NOON)]]]);
		const before = known(NOON, ['A', 'STAGED', late - MINUTE], ['B', 'STAGED', NOON]);
		const { told, state } = await poll(api, before, NOON + 10 * MINUTE);
		expect(api.bodies[0]).toMatchObject({ lastUpdatedAt: { startsAt: late } });
		expect(told).toEqual(['A: STAGED > IN_TRANSIT']);
		expect(state.cursor).toBe(NOON);
	});

	it('when the clock of the API is so far behind that its updates seem to be of long ago', async () => {
		const past = NOON - 2 * DAY;
		const api = readInTurn([[[shipment('A', 'IN_TRANSIT', past + SECOND)]]]);
		const { told, state } = await poll(api, known(past, ['A', 'STAGED', past]));
		expect(told).toEqual(['A: STAGED > IN_TRANSIT']);
		expect(state.cursor).toBe(past + SECOND);
	});
});
