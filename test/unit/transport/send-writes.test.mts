import type { ApiAnswer } from '../../../nodes/shared/transport/api-request.ts';
import { send } from '../../../nodes/shared/transport/send.ts';
import { failureOf, finish, useFakeTime, useRealTime } from '../support/fake-time.mts';
import {
	answers,
	breaksWith,
	KEYED_WRITE,
	READ,
	scriptedApi,
	UNKEYED_WRITE,
} from '../support/scripted-api.mts';

beforeEach(useFakeTime);
afterEach(useRealTime);

const CREATED = answers(201, { id: 'O1' });
const FOUND: ApiAnswer = { status: 200, headers: {}, body: { id: 'O1' } };

/** What leaves it open whether a write was done. */
const DOUBTS = [
	['500', answers(500)],
	['502', answers(502)],
	['503', answers(503)],
	['504', answers(504)],
	['a page where data belongs', answers(200, '<html></html>')],
	['a connection that was cut', breaksWith('ECONNRESET')],
	['an answer that did not come in time', breaksWith('ETIMEDOUT')],
	['a fault that nobody knows', breaksWith('EWEIRD')],
] as const;

const NEVER_ARRIVED = [
	'ECONNREFUSED',
	'ENOTFOUND',
	'EAI_AGAIN',
	'ENETUNREACH',
	'EHOSTUNREACH',
	'EHOSTDOWN',
];

describe('a write with an idempotency key', () => {
	it.each(DOUBTS)('is sent again after %s, with the same key and body', async (_, doubt) => {
		const api = scriptedApi([doubt, doubt, CREATED]);
		const answer = await finish(send(api.session, KEYED_WRITE));
		expect(answer).toMatchObject({ status: 201, afterDoubt: true });
		expect(api.sendings.map(({ options }) => [options.headers, options.body])).toEqual(
			Array.from({ length: 3 }, () => [{ 'idempotency-key': 'k-1' }, { externalOrderId: 'WEB-1' }]),
		);
	});

	it.each(DOUBTS)('after %s is looked for before it is sent again', async (_, doubt) => {
		const api = scriptedApi([doubt, doubt, CREATED]);
		const sentWhenAsked: number[] = [];
		const recover = async () => {
			sentWhenAsked.push(api.sendings.length);
			return undefined;
		};
		await finish(send(api.session, { ...KEYED_WRITE, recover }));
		expect(sentWhenAsked).toEqual([1, 2]);
	});

	it.each(DOUBTS)('after %s is not sent again if it is found', async (_, doubt) => {
		const api = scriptedApi([doubt, CREATED]);
		const answer = await finish(send(api.session, { ...KEYED_WRITE, recover: async () => FOUND }));
		expect(answer).toEqual({ ...FOUND, afterDoubt: true });
		expect(api.sendings).toHaveLength(1);
	});

	it.each(NEVER_ARRIVED)(
		'after %s is sent again without a look: it never arrived',
		async (code) => {
			const api = scriptedApi([breaksWith(code), CREATED]);
			const recover = jest.fn();
			const answer = await finish(send(api.session, { ...KEYED_WRITE, recover }));
			expect(answer.status).toBe(201);
			expect(answer.afterDoubt).toBeUndefined();
			expect(recover).not.toHaveBeenCalled();
		},
	);

	it('is looked for after the wait, when the work has had time to be done', async () => {
		const api = scriptedApi([breaksWith('ECONNRESET')]);
		const lookedAt: number[] = [];
		const recover = async () => {
			lookedAt.push(Date.now());
			return FOUND;
		};
		const began = Date.now();
		await finish(send(api.session, { ...KEYED_WRITE, recover }));
		expect(lookedAt).toEqual([began + 500]);
	});

	it('can be looked for with requests of its own even where only one may be in flight', async () => {
		const api = scriptedApi([answers(502), answers(404), CREATED], { limit: 1 });
		const recover = async () => {
			const look = await send(api.session, READ);
			return look.status === 200 ? look : undefined;
		};
		const answer = await finish(send(api.session, { ...KEYED_WRITE, recover }));
		expect(answer.status).toBe(201);
		expect(api.sendings.map(({ options }) => options.method)).toEqual(['POST', 'GET', 'POST']);
	});

	it('gives up if the look itself fails with something else than a missing answer', async () => {
		const api = scriptedApi([answers(502), CREATED]);
		const recover = async () => {
			throw new Error('no such thing');
		};
		await expect(finish(send(api.session, { ...KEYED_WRITE, recover }))).rejects.toThrow(
			'no such thing',
		);
		expect(api.sendings).toHaveLength(1);
	});

	it('keeps its doubt over a 429 and a refused connection', async () => {
		const script = [answers(502), answers(429), breaksWith('ECONNREFUSED'), answers(409)];
		const answer = await finish(send(scriptedApi(script).session, KEYED_WRITE));
		expect(answer).toMatchObject({ status: 409, afterDoubt: true });
	});

	it('is sent five times at most', async () => {
		const api = scriptedApi([breaksWith('ECONNRESET')]);
		await failureOf(send(api.session, KEYED_WRITE));
		expect(api.sendings).toHaveLength(5);
	});
});

describe('a write that nothing protects', () => {
	it.each(DOUBTS.slice(0, 5))(
		'is not sent again after %s: that is the result',
		async (_, doubt) => {
			const api = scriptedApi([doubt, CREATED]);
			const answer = await finish(send(api.session, UNKEYED_WRITE));
			expect(answer.body).not.toEqual({ id: 'O1' });
			expect(api.sendings).toHaveLength(1);
		},
	);

	it.each(DOUBTS.slice(5))('is not sent again after %s: it is given up', async (_, doubt) => {
		const api = scriptedApi([doubt, CREATED]);
		expect((await failureOf(send(api.session, UNKEYED_WRITE))).facts.kind).toBe('connection');
		expect(api.sendings).toHaveLength(1);
	});

	it.each(NEVER_ARRIVED)('is sent again after %s, because it never arrived', async (code) => {
		const api = scriptedApi([breaksWith(code), breaksWith(code), CREATED]);
		expect(await finish(send(api.session, UNKEYED_WRITE))).toMatchObject({ status: 201 });
		expect(api.times()).toEqual([0, 500, 1500]);
	});

	it('is not sent again after a fault that follows a refused connection', async () => {
		const api = scriptedApi([breaksWith('ECONNREFUSED'), breaksWith('ECONNRESET'), CREATED]);
		await failureOf(send(api.session, UNKEYED_WRITE));
		expect(api.sendings).toHaveLength(2);
	});
});
