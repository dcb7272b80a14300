import type { ApiAnswer, Session } from '../../../nodes/shared/transport/api-request.ts';
import { send } from '../../../nodes/shared/transport/send.ts';
import { finish, useFakeTime, useRealTime } from '../support/fake-time.mts';
import {
	answers,
	breaksWith,
	CHECKED_WRITE,
	KEYED_WRITE,
	READ,
	scriptedApi,
	UNKEYED_WRITE,
} from '../support/scripted-api.mts';

beforeEach(useFakeTime);
afterEach(useRealTime);

const PASSING = answers(422, { passes: true });
const FINAL = answers(422, { passes: false });
const DONE = answers(201, { id: 'S1' });
const FOUND: ApiAnswer = { status: 200, headers: {}, body: { id: 'S1' } };

const changes: Partial<Session> = {
	verdict: ({ status, body }) => {
		if (JSON.stringify(body).includes('stays')) return 'final';
		const passes = status === 422 && JSON.stringify(body).includes('true');
		return passes ? 'transient' : undefined;
	},
};
const lookedFor = { ...CHECKED_WRITE, recover: async () => undefined };

describe('a refusal that the API calls passing', () => {
	it.each([
		['a read', READ],
		['a write with a key', KEYED_WRITE],
		['a write that is looked for', lookedFor],
		['a write that nothing protects, as it was refused', UNKEYED_WRITE],
	])('is followed by another sending: %s', async (_, request) => {
		const api = scriptedApi([PASSING, PASSING, DONE], { changes });
		expect(await finish(send(api.session, request))).toMatchObject({ status: 201 });
		expect(api.times()).toEqual([0, 500, 1500]);
	});

	it('is the result after five sendings', async () => {
		const api = scriptedApi([PASSING], { changes });
		expect(await finish(send(api.session, lookedFor))).toMatchObject({
			status: 422,
			body: { passes: true },
			afterDoubt: true,
		});
		expect(api.sendings).toHaveLength(5);
	});

	it('is looked into before the request is sent again: the work may have been done', async () => {
		const api = scriptedApi([PASSING, DONE], { changes });
		const request = { ...CHECKED_WRITE, recover: async () => FOUND };
		expect(await finish(send(api.session, request))).toEqual({ ...FOUND, afterDoubt: true });
		expect(api.sendings).toHaveLength(1);
	});

	it('puts a later "exists already" in doubt', async () => {
		const api = scriptedApi([PASSING, answers(409)], { changes });
		expect(await finish(send(api.session, lookedFor))).toMatchObject({
			status: 409,
			afterDoubt: true,
		});
	});

	it('counts together with other trouble', async () => {
		const steps = [PASSING, answers(500), breaksWith('ECONNRESET'), PASSING, answers(502), DONE];
		const api = scriptedApi(steps, { changes });
		expect(await finish(send(api.session, lookedFor))).toMatchObject({ status: 502 });
		expect(api.sendings).toHaveLength(5);
	});

	it('does not count a rate limit in between', async () => {
		const limited = answers(429, {}, { 'retry-after': '1' });
		const api = scriptedApi([PASSING, limited, limited, limited, limited, limited, DONE], {
			changes,
		});
		expect(await finish(send(api.session, lookedFor))).toMatchObject({ status: 201 });
	});

	it('waits as long as it asks to', async () => {
		const api = scriptedApi([answers(422, { passes: true }, { 'retry-after': '7' }), DONE], {
			changes,
		});
		await finish(send(api.session, lookedFor));
		expect(api.times()).toEqual([0, 7000]);
	});
});

describe('any other refusal', () => {
	it.each([
		['of the same status', FINAL],
		['of another status', answers(404, { passes: true })],
	])('is the result at once: %s', async (_, refusal) => {
		const api = scriptedApi([refusal, DONE], { changes });
		const answer = await finish(send(api.session, lookedFor));
		expect(answer.status).not.toBe(201);
		expect(answer.afterDoubt).toBeUndefined();
		expect(api.sendings).toHaveLength(1);
	});

	it('is the result where the API has no such words', async () => {
		const api = scriptedApi([PASSING, DONE]);
		expect(await finish(send(api.session, lookedFor))).toMatchObject({ status: 422 });
		expect(api.sendings).toHaveLength(1);
	});
});

describe('a server that fails in a way that the API says will stay', () => {
	const STAYS = answers(500, { stays: 1 });

	it.each([
		['a read', READ],
		['a write with a key', KEYED_WRITE],
		['a write that is looked for', lookedFor],
	])('is the result at once: %s', async (_, request) => {
		const api = scriptedApi([STAYS, DONE], { changes });
		const answer = await finish(send(api.session, request));
		expect(answer).toEqual({ status: 500, headers: {}, body: { stays: 1 } });
		expect(api.sendings).toHaveLength(1);
	});

	it('leaves the doubt of an earlier sending', async () => {
		const api = scriptedApi([answers(502), STAYS], { changes });
		expect(await finish(send(api.session, lookedFor))).toMatchObject({
			status: 500,
			afterDoubt: true,
		});
	});
});
