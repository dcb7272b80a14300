import { Failure } from '../../../nodes/shared/failure.ts';
import { Pace, type Turn } from '../../../nodes/shared/transport/pace.ts';
import { errorOf, useFakeTime, useRealTime } from '../support/fake-time.mts';

beforeEach(useFakeTime);
afterEach(useRealTime);

let accounts = 0;
const newAccount = () => `account ${++accounts}`;

function execution({ limit = 64, patienceMs }: { limit?: number; patienceMs?: number } = {}) {
	const stop = new AbortController();
	return { stop, pace: new Pace(limit, stop.signal, patienceMs) };
}

/** Asks for places; `turns` fills as they are given. */
async function ask(pace: Pace, count: number): Promise<Turn[]> {
	const turns: Turn[] = [];
	for (let index = 0; index < count; index += 1) {
		void pace.enter().then(
			(turn) => turns.push(turn),
			() => undefined,
		);
	}
	// They begin four at a time, a millisecond apart.
	await jest.advanceTimersByTimeAsync(count > 4 ? 20 : 0);
	return turns;
}

it('two executions toward one account share its places', async () => {
	const account = newAccount();
	const first = await ask(execution().pace.toward(account), 50);
	const second = await ask(execution().pace.toward(account), 50);
	expect([first.length, second.length]).toEqual([16, 0]);
	first.shift()?.leave();
	await jest.advanceTimersByTimeAsync(0);
	expect([first.length, second.length]).toEqual([16, 0]);
});

it('executions toward different accounts do not wait for one another', async () => {
	const first = await ask(execution().pace.toward(newAccount()), 50);
	const second = await ask(execution().pace.toward(newAccount()), 50);
	expect([first.length, second.length]).toEqual([16, 16]);
});

it('an execution with a small limit leaves the other places to those behind it', async () => {
	const account = newAccount();
	const small = await ask(execution({ limit: 2 }).pace.toward(account), 20);
	const large = await ask(execution().pace.toward(account), 20);
	expect([small.length, large.length]).toEqual([2, 14]);
});

it('a 429 for one makes the other wait, too', async () => {
	const account = newAccount();
	const one = execution().pace.toward(account);
	const [limited] = await ask(one, 1);
	if (limited) one.slowDown(limited, 3000);
	limited?.leave();
	const other = await ask(execution().pace.toward(account), 1);
	await jest.advanceTimersByTimeAsync(2999);
	expect(other).toHaveLength(0);
	await jest.advanceTimersByTimeAsync(1);
	expect(other).toHaveLength(1);
});

it('an execution that is stopped gives its places to the others', async () => {
	const account = newAccount();
	const { pace, stop } = execution();
	const first = pace.toward(account);
	const [limited] = await ask(first, 1);
	if (limited) first.slowDown(limited, 60_000);
	limited?.leave();
	await ask(first, 20);
	const other = await ask(execution().pace.toward(account), 6);
	stop.abort();
	await jest.advanceTimersByTimeAsync(60_000);
	expect(other).toHaveLength(6);
});

it('who has less patience than another was told to have fails at once, and says until when', async () => {
	const account = newAccount();
	const patient = execution().pace.toward(account);
	const [limited] = await ask(patient, 1);
	if (limited) patient.slowDown(limited, 60_000);
	limited?.leave();
	const hurried = execution({ patienceMs: 20_000 }).pace.toward(account);
	const error = await errorOf(hurried.enter());
	expect(error).toBeInstanceOf(Failure);
	expect(error).toMatchObject({
		facts: {
			httpCode: '429',
			transient: true,
			retryAfterMs: 60_000,
			retryAt: '2026-01-15T12:01:00.000Z',
			what: 'The API allows no more requests with this credential until 2026-01-15T12:01:00.000Z',
			fix: 'Nothing was sent. Try again then.',
		},
	});
	expect(jest.getTimerCount()).toBe(0);
});
