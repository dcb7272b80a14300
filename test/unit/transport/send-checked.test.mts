import { Failure } from '../../../nodes/shared/failure.ts';
import type { ApiAnswer } from '../../../nodes/shared/transport/api-request.ts';
import { send } from '../../../nodes/shared/transport/send.ts';
import { stopped } from '../../../nodes/shared/pause.ts';
import { errorOf, failureOf, finish, useFakeTime, useRealTime } from '../support/fake-time.mts';
import { answers, breaksWith, CHECKED_WRITE, READ, scriptedApi } from '../support/scripted-api.mts';

beforeEach(useFakeTime);
afterEach(useRealTime);

const CREATED = answers(201, { id: 'S1' });
const FOUND: ApiAnswer = { status: 200, headers: {}, body: { id: 'S1' } };

const DOUBTS = [
	['500', answers(500)],
	['502', answers(502)],
	['504', answers(504)],
	['a page where data belongs', answers(201, '<html></html>')],
	['a connection that was cut', breaksWith('ECONNRESET')],
	['an answer that did not come in time', breaksWith('ETIMEDOUT')],
] as const;

/** A look with what each one of them brings; the last holds for all further ones. */
function looks(...brings: Array<() => ApiAnswer | undefined>) {
	const at: number[] = [];
	const recover = async () => {
		at.push(Date.now());
		return brings[Math.min(at.length, brings.length) - 1]?.();
	};
	return { recover, count: () => at.length, at };
}

const nothing = () => undefined;
const cannotLook = () => {
	throw new Failure({ kind: 'connection', what: 'No look', fix: 'Later.' });
};

describe.each(DOUBTS)('after %s', (_, doubt) => {
	it('a look comes before each further sending', async () => {
		const api = scriptedApi([doubt, doubt, CREATED]);
		const order: string[] = [];
		const recover = async () => {
			order.push(`look after ${api.sendings.length}`);
			return undefined;
		};
		const answer = await finish(send(api.session, { ...CHECKED_WRITE, recover }));
		expect(answer).toMatchObject({ status: 201, afterDoubt: true });
		expect(order).toEqual(['look after 1', 'look after 2']);
		expect(api.sendings).toHaveLength(3);
	});

	it('what a look finds is the answer, and nothing is sent again', async () => {
		const api = scriptedApi([doubt, CREATED]);
		const look = looks(() => FOUND);
		const answer = await finish(send(api.session, { ...CHECKED_WRITE, recover: look.recover }));
		expect(answer).toEqual({ ...FOUND, afterDoubt: true });
		expect(api.sendings).toHaveLength(1);
	});

	it('nothing is sent again where the look fails: it could be the second one', async () => {
		const api = scriptedApi([doubt, CREATED]);
		const work = send(api.session, { ...CHECKED_WRITE, recover: async () => cannotLook() });
		await finish(work.catch(() => undefined));
		expect(api.sendings).toHaveLength(1);
	});

	it('nothing is sent again where there is no way to look', async () => {
		const api = scriptedApi([doubt, CREATED]);
		await finish(send(api.session, CHECKED_WRITE).catch(() => undefined));
		expect(api.sendings).toHaveLength(1);
	});

	it('nothing is sent again once a later look fails', async () => {
		const api = scriptedApi([doubt, doubt, CREATED]);
		const look = looks(nothing, cannotLook);
		const work = send(api.session, { ...CHECKED_WRITE, recover: look.recover });
		await finish(work.catch(() => undefined));
		expect(api.sendings).toHaveLength(2);
	});
});

describe('a write that cannot be looked for', () => {
	it('ends in the answer that left it open, which says so', async () => {
		const api = scriptedApi([answers(503), CREATED]);
		const work = send(api.session, { ...CHECKED_WRITE, recover: async () => cannotLook() });
		expect(await finish(work)).toMatchObject({ status: 503, afterDoubt: true });
	});

	it('ends in a failure that says what to do, where there was no answer', async () => {
		const api = scriptedApi([breaksWith('ECONNRESET'), CREATED]);
		const request = { ...CHECKED_WRITE, recover: async () => cannotLook(), ifUnknown: 'Look.' };
		const { facts } = await failureOf(send(api.session, request));
		expect(facts).toMatchObject({
			kind: 'connection',
			fix: 'Flexport may or may not have done this. Look.',
		});
	});

	it('is given up at once if the look is stopped', async () => {
		const api = scriptedApi([answers(503), CREATED]);
		const recover = async () => {
			throw stopped();
		};
		const request = { ...CHECKED_WRITE, recover, ifUnknown: 'Look.' };
		const { facts } = await failureOf(send(api.session, request));
		expect(facts.kind).toBe('stopped');
		expect(facts.fix).toContain('Flexport may or may not have done this. Look.');
		expect(api.sendings).toHaveLength(1);
	});

	it('is not given up quietly if the look breaks in a way that nobody foresaw', async () => {
		const api = scriptedApi([answers(503), CREATED]);
		const recover = async () => {
			throw new TypeError('no such thing');
		};
		const work = errorOf(send(api.session, { ...CHECKED_WRITE, recover }));
		expect(await finish(work)).toBeInstanceOf(TypeError);
		expect(api.sendings).toHaveLength(1);
	});
});

it('the look comes after the wait, when the work has had time to be done', async () => {
	const api = scriptedApi([answers(502), answers(502), CREATED]);
	const look = looks(nothing);
	const began = Date.now();
	await finish(send(api.session, { ...CHECKED_WRITE, recover: look.recover }));
	expect(look.at).toEqual([began + 500, began + 1500]);
});

it('a write that never arrived is sent again without a look', async () => {
	const api = scriptedApi([breaksWith('ECONNREFUSED'), answers(429), CREATED]);
	const look = looks(cannotLook);
	const answer = await finish(send(api.session, { ...CHECKED_WRITE, recover: look.recover }));
	expect(answer).toEqual({ status: 201, headers: {}, body: { id: 'S1' } });
	expect(look.count()).toBe(0);
});

it('a refusal is believed without a look', async () => {
	const api = scriptedApi([answers(422, { type: 'NO_PROVIDER_MATCHED' })]);
	const look = looks(nothing);
	const answer = await finish(send(api.session, { ...CHECKED_WRITE, recover: look.recover }));
	expect(answer).toMatchObject({ status: 422 });
	expect(answer.afterDoubt).toBeUndefined();
	expect(look.count()).toBe(0);
});

it('a server that keeps failing is asked five times, and the work looked for once more', async () => {
	const api = scriptedApi([answers(500)]);
	const look = looks(nothing);
	const answer = await finish(send(api.session, { ...CHECKED_WRITE, recover: look.recover }));
	expect(answer).toMatchObject({ status: 500, afterDoubt: true });
	expect(api.sendings).toHaveLength(5);
	expect(look.count()).toBe(5);
});

it('work that was done at last is found before it is given up', async () => {
	const api = scriptedApi([answers(500)]);
	const look = looks(nothing, nothing, nothing, nothing, () => FOUND);
	const answer = await finish(send(api.session, { ...CHECKED_WRITE, recover: look.recover }));
	expect(answer).toEqual({ ...FOUND, afterDoubt: true });
});

it('a look may send requests of its own where only one may be in flight', async () => {
	const api = scriptedApi([answers(502), answers(404), CREATED], { limit: 1 });
	const recover = async () => {
		const look = await send(api.session, READ);
		return look.status === 200 ? look : undefined;
	};
	expect(await finish(send(api.session, { ...CHECKED_WRITE, recover }))).toMatchObject({
		status: 201,
	});
	expect(api.sendings.map(({ options }) => options.method)).toEqual(['POST', 'GET', 'POST']);
});
