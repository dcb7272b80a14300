import { Failure } from '../../nodes/shared/failure.ts';
import { TokenStore, type FetchedToken } from '../../nodes/shared/providers/token-store.ts';
import { errorOf, useFakeTime, useRealTime } from './support/fake-time.mts';

beforeEach(useFakeTime);
afterEach(useRealTime);

const HOUR = 3_600_000;
const refusal = (transient?: boolean) =>
	new Failure({
		kind: 'api',
		what: 'No',
		fix: 'Ask.',
		...(transient === undefined ? {} : { transient }),
	});

/** Gives one after the other; each takes a while. */
function source(...brings: Array<FetchedToken | Failure | TypeError>) {
	const fetch = jest.fn(async (): Promise<FetchedToken | Failure> => {
		const brought = brings[Math.min(fetch.mock.calls.length, brings.length) - 1];
		await new Promise((resolve) => setTimeout(resolve, 20));
		if (brought === undefined || brought instanceof TypeError) throw brought;
		return brought;
	});
	return fetch;
}

const token = (name: string, lifeMs = HOUR): FetchedToken => ({ token: name, lifeMs });

/** What comes of the work, once the time it takes has passed. */
async function after<T>(work: Promise<T>): Promise<T> {
	work.catch(() => undefined);
	await jest.advanceTimersByTimeAsync(20);
	return await work;
}

describe('the token of a client', () => {
	it('is fetched once for all who ask at the same time', async () => {
		const store = new TokenStore();
		const fetch = source(token('one'));
		const work = Array.from({ length: 100 }, () => store.get('a', undefined, fetch));
		const tokens = await after(Promise.all(work));
		expect(new Set(tokens.map((fetched) => fetched.token))).toEqual(new Set(['one']));
		expect(fetch).toHaveBeenCalledTimes(1);
	});

	it('is kept for those who ask later', async () => {
		const store = new TokenStore();
		const fetch = source(token('one'), token('two'));
		await after(store.get('a', undefined, fetch));
		expect(await store.get('a', undefined, fetch)).toMatchObject({ token: 'one' });
		expect(fetch).toHaveBeenCalledTimes(1);
	});

	it('is that of no other client', async () => {
		const store = new TokenStore();
		const both = Promise.all([
			store.get('a', undefined, source(token('one'))),
			store.get('b', undefined, source(token('two'))),
		]);
		expect((await after(both)).map((fetched) => fetched.token)).toEqual(['one', 'two']);
	});

	it('is renewed when the API no longer takes it, once for all who were refused', async () => {
		const store = new TokenStore();
		const fetch = source(token('one'), token('two'));
		await after(store.get('a', undefined, fetch));
		const refused = Array.from({ length: 100 }, () => store.get('a', 'one', fetch));
		const renewed = await after(Promise.all(refused));
		expect(new Set(renewed.map((fetched) => fetched.token))).toEqual(new Set(['two']));
		const late = await store.get('a', 'one', fetch);
		expect(late.token).toBe('two');
		expect(fetch).toHaveBeenCalledTimes(2);
	});

	it('is renewed ten seconds before it ends', async () => {
		const store = new TokenStore();
		const fetch = source(token('one', 60_000), token('two'));
		await after(store.get('a', undefined, fetch));
		await jest.advanceTimersByTimeAsync(49_000);
		expect(await store.get('a', undefined, fetch)).toMatchObject({ token: 'one' });
		await jest.advanceTimersByTimeAsync(2_000);
		expect(await after(store.get('a', undefined, fetch))).toMatchObject({ token: 'two' });
	});

	it.each([0, -5_000, 9_000])(
		'holds for five seconds, whatever its life is said to be: %d ms',
		async (lifeMs) => {
			const store = new TokenStore();
			const fetch = source(token('one', lifeMs), token('two'));
			await after(store.get('a', undefined, fetch));
			await jest.advanceTimersByTimeAsync(4_000);
			expect(await store.get('a', 'older', fetch)).toMatchObject({ token: 'one' });
			await jest.advanceTimersByTimeAsync(1_100);
			expect(await after(store.get('a', 'older', fetch))).toMatchObject({ token: 'two' });
		},
	);

	it('hands on the refresh token that came with it, also to those who waited', async () => {
		const store = new TokenStore();
		const fetch = source({ ...token('one'), refreshToken: 'next' });
		const work = [1, 2].map(() => store.get('a', undefined, fetch));
		for (const fetched of await after(Promise.all(work))) {
			expect(fetched).toMatchObject({ token: 'one', refreshToken: 'next' });
		}
		expect(await store.get('a', undefined, fetch)).toMatchObject({ refreshToken: 'next' });
	});
});

describe('a client that gets no token', () => {
	it('is told so, all who ask at the same time by one request', async () => {
		const store = new TokenStore();
		const fetch = source(refusal(false));
		const work = [1, 2, 3].map(() => errorOf(store.get('a', undefined, fetch)));
		for (const error of await after(Promise.all(work))) expect(error).toBeInstanceOf(Failure);
		expect(fetch).toHaveBeenCalledTimes(1);
	});

	it('is not asked for again for three seconds where the refusal stays', async () => {
		const store = new TokenStore();
		const fetch = source(refusal(false), token('one'));
		await after(errorOf(store.get('a', undefined, fetch)));
		await jest.advanceTimersByTimeAsync(2_900);
		expect(await errorOf(store.get('a', undefined, fetch))).toBeInstanceOf(Failure);
		expect(fetch).toHaveBeenCalledTimes(1);
		await jest.advanceTimersByTimeAsync(200);
		expect(await after(store.get('a', undefined, fetch))).toMatchObject({ token: 'one' });
	});

	it.each([true, undefined])(
		'is asked for at once again where it may pass: transient is %p',
		async (transient) => {
			const store = new TokenStore();
			const fetch = source(refusal(transient), token('one'));
			await after(errorOf(store.get('a', undefined, fetch)));
			expect(await after(store.get('a', undefined, fetch))).toMatchObject({ token: 'one' });
		},
	);

	it('is asked for again after a fault that nobody foresaw', async () => {
		const store = new TokenStore();
		const fetch = source(new TypeError('no such thing'), token('one'));
		expect(await after(errorOf(store.get('a', undefined, fetch)))).toBeInstanceOf(TypeError);
		expect(await after(store.get('a', undefined, fetch))).toMatchObject({ token: 'one' });
	});

	it('does not keep others from theirs', async () => {
		const store = new TokenStore();
		await after(errorOf(store.get('a', undefined, source(refusal(false)))));
		expect(await after(store.get('b', undefined, source(token('two'))))).toMatchObject({
			token: 'two',
		});
	});

	it('keeps a token that is still good, as only one that fails asks for another', async () => {
		const store = new TokenStore();
		const fetch = source(token('one'), refusal(false));
		await after(store.get('a', undefined, fetch));
		await after(errorOf(store.get('a', 'one', fetch)));
		expect(await store.get('a', 'older', fetch)).toMatchObject({ token: 'one' });
	});
});

describe('the secrets that could show up in an answer', () => {
	it('are none at first', () => {
		expect(new TokenStore().secrets()).toEqual([]);
	});

	it('are the tokens of all clients, and those that were renewed just now', async () => {
		const store = new TokenStore();
		const fetch = source(token('one'), token('two'));
		await after(store.get('a', undefined, fetch));
		await after(store.get('a', 'one', fetch));
		await after(store.get('b', undefined, source(token('three'))));
		expect(store.secrets().sort()).toEqual(['one', 'three', 'two']);
	});

	it('are the refresh tokens too', async () => {
		const store = new TokenStore();
		await after(
			store.get('a', undefined, source({ ...token('one'), refreshToken: 'refresh-one' })),
		);
		expect(store.secrets()).toEqual(expect.arrayContaining(['one', 'refresh-one']));
	});
});
