import { LONGEST_WAIT_MS } from '../../../nodes/shared/transport/pace.ts';
import { send } from '../../../nodes/shared/transport/send.ts';
import { elapsed, finish, START, useFakeTime, useRealTime } from '../support/fake-time.mts';
import {
	answers,
	asksToWait,
	KEYED_WRITE,
	READ,
	scriptedApi,
	type Step,
	UNKEYED_WRITE,
} from '../support/scripted-api.mts';

beforeEach(useFakeTime);
afterEach(useRealTime);

const OK = answers(200, { id: 'O1' });

function times(count: number, step: Step): Step[] {
	return Array.from({ length: count }, () => step);
}

it.each([
	['seconds', asksToWait('4'), 4000],
	['a fraction of a second', asksToWait('0.25'), 250],
	['a date', asksToWait(new Date(START + 9000).toUTCString()), 9000],
	['five minutes, the longest', asksToWait('300'), 300_000],
])('waits as long as a 429 asks: %s', async (_, limited, milliseconds) => {
	const api = scriptedApi([limited, OK]);
	expect(await finish(send(api.session, READ))).toMatchObject({ status: 200 });
	expect(api.times()).toEqual([0, milliseconds]);
});

it('measures a date against the Date of the answer', async () => {
	const headers = { date: 'Thu, 15 Jan 2026 15:00:00 GMT' };
	const api = scriptedApi([asksToWait('Thu, 15 Jan 2026 15:00:06 GMT', headers), OK]);
	await finish(send(api.session, READ));
	expect(api.times()).toEqual([0, 6000]);
});

it.each([
	['says nothing', undefined],
	['says something that cannot be read', 'soon'],
])('backs off by itself where a 429 %s', async (_, header) => {
	const api = scriptedApi([...times(3, asksToWait(header)), OK]);
	await finish(send(api.session, READ));
	expect(api.times()).toEqual([0, 500, 1500, 3500]);
});

it('does not storm an API that keeps answering "Retry-After: 0"', async () => {
	const api = scriptedApi([...times(20, asksToWait('0')), OK]);
	await finish(send(api.session, READ));
	expect(api.times().filter((at) => at === 0).length).toBeLessThanOrEqual(2);
});

it.each([
	['a read', READ],
	['a write with a key', KEYED_WRITE],
	['a write without one, because a 429 was never done', UNKEYED_WRITE],
])('sends again after as many 429s as it takes: %s', async (_, request) => {
	const api = scriptedApi([...times(40, asksToWait('2')), OK]);
	const answer = await finish(send(api.session, request));
	expect(answer.status).toBe(200);
	expect(answer.afterDoubt).toBeUndefined();
	expect(api.sendings).toHaveLength(41);
});

it('429s do not use up the tries that are there for faults', async () => {
	const script = [asksToWait('1'), answers(500), asksToWait('1'), asksToWait('1'), answers(500)];
	const api = scriptedApi([asksToWait('1'), ...script, answers(500), answers(500), OK]);
	expect(await finish(send(api.session, READ))).toMatchObject({ status: 200 });
});

it('one 429 holds all requests, those that come later too', async () => {
	const api = scriptedApi([asksToWait('10'), OK], { limit: 1 });
	const first = send(api.session, READ);
	const others = Array.from({ length: 5 }, () => send(api.session, READ));
	await jest.advanceTimersByTimeAsync(5000);
	const late = send(api.session, READ);
	await finish(Promise.all([first, ...others, late]));
	expect(api.times()).toEqual([0, ...Array.from({ length: 7 }, () => 10_000)]);
});

it('requests in flight together that get a 429 each wait once, not one after the other', async () => {
	const api = scriptedApi([...times(8, asksToWait('10')), OK], { takesMs: 100 });
	await finish(Promise.all(Array.from({ length: 8 }, () => send(api.session, READ))));
	const again = api.times().slice(8);
	expect(again).toHaveLength(8);
	for (const at of again) expect(at - 10_100).toBeLessThan(10);
});

it('an item waits longer than five minutes in all while others get through', async () => {
	let sent = 0;
	const oneInTen: Step = (options) => (++sent % 10 === 0 ? OK : asksToWait('20'))(options);
	const api = scriptedApi([oneInTen], { limit: 1 });
	const results = await finish(
		Promise.all(Array.from({ length: 6 }, () => send(api.session, READ))),
	);
	expect(elapsed()).toBeGreaterThan(LONGEST_WAIT_MS);
	expect(results.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200, 200]);
});

describe('patience has an end', () => {
	it.each([
		['seconds', asksToWait('301')],
		['a date', asksToWait(new Date(START + 3_600_000).toUTCString())],
		['an absurd number', asksToWait('99999999999999999999')],
	])('a 429 that asks for more than five minutes is the result at once: %s', async (_, limited) => {
		const api = scriptedApi([limited, OK]);
		expect(await finish(send(api.session, READ))).toMatchObject({ status: 429 });
		expect(api.sendings).toHaveLength(1);
		expect(elapsed()).toBe(0);
	});

	it('it does not hold the others either', async () => {
		const api = scriptedApi([asksToWait('3600'), OK], { limit: 1 });
		await finish(Promise.all([send(api.session, READ), send(api.session, READ)]));
		expect(api.times()).toEqual([0, 0]);
	});

	it('an API that answers nothing but 429 is believed after five minutes', async () => {
		const api = scriptedApi([asksToWait('20')]);
		const results = await finish(
			Promise.all(Array.from({ length: 10 }, () => send(api.session, READ))),
		);
		expect(results.map(({ status }) => status)).toEqual(Array.from({ length: 10 }, () => 429));
		expect(elapsed()).toBeLessThanOrEqual(LONGEST_WAIT_MS + 30_000);
	});
});

describe('a 503 that says when to come back', () => {
	const busy = answers(503, {}, { 'retry-after': '12' });

	it('is waited for that long', async () => {
		const api = scriptedApi([busy, OK]);
		await finish(send(api.session, READ));
		expect(api.times()).toEqual([0, 12_000]);
	});

	it('holds all other requests as well', async () => {
		const api = scriptedApi([busy, OK], { limit: 1 });
		const first = send(api.session, READ);
		await jest.advanceTimersByTimeAsync(1000);
		await finish(Promise.all([first, send(api.session, READ)]));
		expect(api.times()).toEqual([0, 12_000, 12_000]);
	});

	it('is the result at once if that is in more than five minutes', async () => {
		const api = scriptedApi([answers(503, {}, { 'retry-after': '900' }), OK]);
		expect(await finish(send(api.session, READ))).toMatchObject({ status: 503 });
		expect(api.sendings).toHaveLength(1);
	});

	it('is the result of a write without a key, which may have been done', async () => {
		const api = scriptedApi([busy, OK]);
		expect(await finish(send(api.session, UNKEYED_WRITE))).toMatchObject({ status: 503 });
		expect(api.sendings).toHaveLength(1);
	});
});
