import {
	known,
	MINUTE,
	NOON,
	poll,
	readInTurn,
	SECOND,
	shipment,
	type Reading,
} from './read-in-turn.mts';

const at = (seconds: number): number => NOON + seconds * SECOND;

const BEFORE = known(
	NOON,
	['A', 'STAGED', NOON],
	['B', 'STAGED', NOON],
	['C', 'STAGED', NOON],
	['D', 'STAGED', NOON],
);

describe('a list that changes while it is read', () => {
	it('is read again until a reading brings nothing new', async () => {
		const first: Reading = [[shipment('A', 'IN_TRANSIT', at(1))]];
		const api = readInTurn([first, first]);
		await poll(api, BEFORE);
		expect(api.readings()).toBe(2);
	});

	it('gives a shipment that one reading passed over by the next', async () => {
		// Between the two pages A changed and went to the end, so that C moved to the first page.
		const passedOver: Reading = [
			[shipment('A', 'STAGED', NOON), shipment('B', 'IN_TRANSIT', at(1))],
			[shipment('D', 'IN_TRANSIT', at(3)), shipment('A', 'IN_TRANSIT', at(4))],
		];
		const whole: Reading = [
			[shipment('B', 'IN_TRANSIT', at(1)), shipment('C', 'IN_TRANSIT', at(2))],
			[shipment('D', 'IN_TRANSIT', at(3)), shipment('A', 'IN_TRANSIT', at(4))],
		];
		const { told, state } = await poll(readInTurn([passedOver, whole]), BEFORE);
		expect([...told].sort()).toEqual([
			'A: STAGED > IN_TRANSIT',
			'B: STAGED > IN_TRANSIT',
			'C: STAGED > IN_TRANSIT',
			'D: STAGED > IN_TRANSIT',
		]);
		expect((await poll(readInTurn([whole]), state)).told).toEqual([]);
	});

	it('gives every state in which a shipment was seen, in their order', async () => {
		const states = ['PICKUP_COMPLETED', 'IN_TRANSIT', 'OUT_FOR_DELIVERY'];
		const api = readInTurn(states.map((status, index) => [[shipment('A', status, at(index))]]));
		const { told, state } = await poll(api, BEFORE);
		expect(told).toEqual([
			'A: STAGED > PICKUP_COMPLETED',
			'A: PICKUP_COMPLETED > IN_TRANSIT',
			'A: IN_TRANSIT > OUT_FOR_DELIVERY',
		]);
		expect(state.cursor).toBe(at(2));
		expect(api.readings()).toBe(4);
	});

	it('is read again for a change of something else, too: it can have moved shipments', async () => {
		const api = readInTurn([[[shipment('A', 'STAGED', at(1))]]]);
		await poll(api, BEFORE);
		expect(api.readings()).toBe(2);
	});
});

describe('a list that never comes to rest', () => {
	/** In each reading A has another state. */
	const restless = (count: number): Reading[] =>
		Array.from({ length: count }, (_, index) => [[shipment('A', `STATE_${index}`, at(index))]]);

	it('is read five times', async () => {
		const api = readInTurn(restless(9));
		const { told } = await poll(api, BEFORE);
		expect(api.readings()).toBe(5);
		expect(told).toHaveLength(5);
	});

	it('is told as far as it was seen, and the next poll tells the rest and nothing again', async () => {
		const api = readInTurn(restless(7));
		const { told, state } = await poll(api, BEFORE);
		const next = await poll(api, state);
		expect([...told, ...next.told]).toEqual([
			'A: STAGED > STATE_0',
			...Array.from({ length: 6 }, (_, index) => `A: STATE_${index} > STATE_${index + 1}`),
		]);
	});

	it('that brings up something old to the last is looked at from as early again', async () => {
		const late = shipment('A', 'IN_TRANSIT', NOON + 300 * MINUTE);
		const old = Array.from({ length: 5 }, (_, index) => shipment(`S${index}`, 'STAGED', at(index)));
		const api = readInTurn(old.map((_, index) => [[late, ...old.slice(0, index + 1)]]));
		const { told, state } = await poll(api, BEFORE, NOON + 300 * MINUTE);
		expect(told).toHaveLength(6);
		const next = readInTurn([[[...old, late, shipment('B', 'IN_TRANSIT', at(6))]]]);
		const found = await poll(next, state, NOON + 301 * MINUTE);
		expect(next.bodies[0]).toMatchObject({ lastUpdatedAt: { startsAt: NOON - 10 * MINUTE } });
		expect(found.told).toEqual(['B: STAGED > IN_TRANSIT']);
		expect(found.state.cursor).toBe(NOON + 300 * MINUTE);
	});

	it('is not told at the first poll either, and does not keep the trigger from its start', async () => {
		const api = readInTurn(restless(9));
		const { told, state } = await poll(api, undefined);
		expect(told).toEqual([]);
		expect(state.known.get('A')).toEqual({ status: 'STATE_4', at: at(4) });
		expect(state.cursor).toBe(at(4));
	});
});

describe('a copy of the data that lags behind', () => {
	const B = shipment('B', 'STAGED', NOON);
	const fresh: Reading = [[shipment('A', 'IN_TRANSIT', at(5)), B]];
	const stale: Reading = [[shipment('A', 'STAGED', NOON), B]];
	const without: Reading = [[B]];

	it('takes nothing back and tells nothing again', async () => {
		const { told, state } = await poll(readInTurn([fresh]), BEFORE);
		expect(told).toEqual(['A: STAGED > IN_TRANSIT']);
		const behind = await poll(readInTurn([stale]), state);
		expect(behind.told).toEqual([]);
		expect(behind.state).toEqual(state);
		expect((await poll(readInTurn([fresh]), behind.state)).told).toEqual([]);
	});

	it.each([
		['older in every second reading', [stale, fresh, stale, fresh]],
		['first there, then not', [fresh, without, fresh, without]],
		['first not there, then there', [without, fresh, without, fresh]],
	])('within one poll: %s', async (_name, readings) => {
		const { told, state } = await poll(readInTurn(readings), BEFORE);
		const next = await poll(readInTurn([fresh]), state);
		expect([...told, ...next.told]).toEqual(['A: STAGED > IN_TRANSIT']);
	});
});

describe('an account in which something changes all the time', () => {
	/** In each reading another shipment has changed, ten seconds after the one before. */
	const busy = (): ReturnType<typeof readInTurn> => {
		const rows = Array.from({ length: 300 }, (_, index) =>
			shipment(`S${index}`, 'IN_TRANSIT', at(10 * index)),
		);
		return readInTurn(rows.map((_, index) => [rows.slice(Math.max(0, index - 60), index + 1)]));
	};

	it('is not looked at from ever as early: the window moves on with it', async () => {
		const api = busy();
		let state = BEFORE;
		const all: string[] = [];
		for (let minute = 0; minute < 60; minute += 1) {
			const next = await poll(api, state, NOON + minute * MINUTE);
			state = next.state;
			all.push(...next.told);
		}
		const { startsAt } = Object(api.bodies.at(-1)?.lastUpdatedAt);
		expect(startsAt).toBe(at(10 * 294) - 10 * MINUTE);
		expect(new Set(all).size).toBe(all.length);
		expect(all).toHaveLength(300);
	});
});

describe('a shipment that one reading passed over', () => {
	it('is told in its place among the changes', async () => {
		const first: Reading = [
			[shipment('A', 'IN_TRANSIT', at(1)), shipment('C', 'IN_TRANSIT', at(3))],
		];
		const whole: Reading = [[...first.flat(), shipment('B', 'IN_TRANSIT', at(2))]];
		const { told } = await poll(readInTurn([first, whole]), BEFORE);
		expect(told.map((line) => line.slice(0, 1))).toEqual(['A', 'B', 'C']);
	});

	it('makes the list be read again, also if the only other change is that of a shipment seen twice', async () => {
		// A was on the first page, changed, and was on the last page, too; so C came before the second.
		const passedOver: Reading = [
			[shipment('A', 'STAGED', NOON), shipment('B', 'STAGED', NOON)],
			[shipment('D', 'STAGED', NOON), shipment('A', 'IN_TRANSIT', at(2))],
		];
		const whole: Reading = [
			[shipment('B', 'STAGED', NOON), shipment('C', 'IN_TRANSIT', at(1))],
			[shipment('D', 'STAGED', NOON), shipment('A', 'IN_TRANSIT', at(2))],
		];
		const { told } = await poll(readInTurn([passedOver, whole]), BEFORE);
		expect(told).toEqual(['C: STAGED > IN_TRANSIT', 'A: STAGED > IN_TRANSIT']);
	});
});
