import { send } from '../../../nodes/shared/transport/send.ts';
import { findLeaks } from '../../engine/support/secrets.mts';
import { errorOf, failureOf, finish, useFakeTime, useRealTime } from '../support/fake-time.mts';
import {
	answers,
	breaksWith,
	CHECKED_WRITE,
	getsNoToken,
	KEYED_WRITE,
	READ,
	scriptedApi,
	TOKEN,
	UNKEYED_WRITE,
} from '../support/scripted-api.mts';

beforeEach(useFakeTime);
afterEach(useRealTime);

const PASSING = getsNoToken({ transient: true });
const FINAL = getsNoToken({ transient: false, what: 'Wrong secret', fix: 'Check it.', code: 'C' });
const DONE = answers(201, { id: 'S1' });
const REQUESTS = [
	['a read', READ],
	['a write with a key', KEYED_WRITE],
	['a write that is looked for', CHECKED_WRITE],
	['a write that nothing protects', UNKEYED_WRITE],
] as const;

describe.each(REQUESTS)('%s for which there is no token', (_, request) => {
	it('is sent as soon as there is one', async () => {
		const api = scriptedApi([PASSING, PASSING, DONE]);
		const answer = await finish(send(api.session, request));
		expect(answer).toEqual({ status: 201, headers: {}, body: { id: 'S1' } });
		expect(api.times()).toEqual([0, 500, 1500]);
	});

	it('fails after five tries, with the words of the token endpoint', async () => {
		const api = scriptedApi([PASSING]);
		const { facts } = await failureOf(send(api.session, request));
		expect(facts).toEqual({ kind: 'api', what: 'No token', fix: 'Wait.', transient: true });
		expect(api.sendings).toHaveLength(5);
	});

	it('fails at once where waiting cannot help', async () => {
		const api = scriptedApi([FINAL, DONE]);
		const { facts } = await failureOf(send(api.session, request));
		expect(facts).toMatchObject({ what: 'Wrong secret', fix: 'Check it.', code: 'C' });
		expect(api.sendings).toHaveLength(1);
	});

	it('fails at once where the credential is not filled in', async () => {
		const api = scriptedApi([getsNoToken({ kind: 'input', field: 'Client ID' }), DONE]);
		const { facts } = await failureOf(send(api.session, request));
		expect(facts).toMatchObject({ kind: 'input', field: 'Client ID' });
		expect(api.sendings).toHaveLength(1);
	});

	it('is not looked for: it never left', async () => {
		const api = scriptedApi([PASSING, DONE]);
		const recover = jest.fn();
		await finish(send(api.session, { ...request, recover }));
		expect(recover).not.toHaveBeenCalled();
	});
});

describe('a token endpoint that asks to wait', () => {
	const busy = getsNoToken({ transient: true, retryAfterMs: 7000 });

	it('is given the time', async () => {
		const api = scriptedApi([busy, DONE]);
		await finish(send(api.session, READ));
		expect(api.times()).toEqual([0, 7000]);
	});

	it('makes everybody wait, as nobody can go without a token', async () => {
		const api = scriptedApi([busy, DONE]);
		const first = send(api.session, READ);
		await jest.advanceTimersByTimeAsync(1000);
		await finish(Promise.all([first, send(api.session, READ)]));
		expect(api.times()).toEqual([0, 7000, 7000]);
	});

	it('is not waited for longer than five minutes: the failure says so at once', async () => {
		const retryAfterMs = 300_001;
		const api = scriptedApi([getsNoToken({ transient: true, retryAfterMs }), DONE]);
		const { facts } = await failureOf(send(api.session, READ));
		expect(facts).toMatchObject({ what: 'No token', transient: true, retryAfterMs });
		expect(api.times()).toEqual([0]);
	});

	it('makes nobody wait where waiting cannot help', async () => {
		const api = scriptedApi([FINAL, DONE]);
		await failureOf(send(api.session, READ));
		await finish(send(api.session, READ));
		expect(api.times()).toEqual([0, 0]);
	});
});

describe('a write that may have been done before there was no token', () => {
	const UNKNOWN = 'Flexport may or may not have done this. Look.';
	const request = { ...CHECKED_WRITE, recover: async () => undefined, ifUnknown: 'Look.' };

	it.each([
		['refused for good', FINAL, 'Check it.'],
		['not to be had for long', PASSING, 'Wait.'],
	])('says both where the token is %s', async (_, noToken, fix) => {
		const api = scriptedApi([breaksWith('ECONNRESET'), noToken]);
		expect((await failureOf(send(api.session, request))).facts.fix).toBe(`${fix} ${UNKNOWN}`);
	});

	it('keeps its doubt once there is a token again', async () => {
		const api = scriptedApi([answers(502), PASSING, answers(409)]);
		expect(await finish(send(api.session, request))).toMatchObject({
			status: 409,
			afterDoubt: true,
		});
	});

	it('is none if it only reads', async () => {
		const api = scriptedApi([answers(502), FINAL]);
		const { facts } = await failureOf(send(api.session, { ...READ, ifUnknown: 'Look.' }));
		expect(facts.fix).toBe('Check it.');
	});
});

it('a failure that n8n wrapped several times is still known', async () => {
	const wrapped = async () => {
		const cause = await errorOf(Promise.resolve().then(() => FINAL({ url: '' })));
		throw new Error('outer', { cause: new Error('inner', { cause }) });
	};
	const { facts } = await failureOf(send(scriptedApi([wrapped]).session, READ));
	expect(facts.what).toBe('Wrong secret');
});

it('nothing of the credential stands in the failure', async () => {
	const api = scriptedApi([breaksWith('ECONNRESET'), FINAL]);
	const request = { ...CHECKED_WRITE, recover: async () => undefined };
	expect(findLeaks(await failureOf(send(api.session, request)), TOKEN)).toEqual([]);
});
