import type { IExecuteFunctions } from 'n8n-workflow';
import { apiFailure } from '../../../nodes/shared/providers/flexport/api-failure.ts';
import { openFlexport } from '../../../nodes/shared/providers/flexport/session.ts';
import type { ApiAnswer, Session } from '../../../nodes/shared/transport/api-request.ts';
import { Pace } from '../../../nodes/shared/transport/pace.ts';
import { sendOnce } from '../../../nodes/shared/transport/send-once.ts';
import { CREDENTIAL } from '../support/fake-item.mts';
import { partialFake } from '../support/partial-fake.mts';
import { answers, NODE, READ, scriptedApi, TOKEN, type Step } from '../support/scripted-api.mts';

async function answerOf(session: Session): Promise<ApiAnswer> {
	const outcome = await sendOnce(session, READ);
	if (outcome.kind === 'answer') return outcome.answer;
	throw new Error(`There was no answer, but: ${outcome.kind}`);
}

const answerTo = async (step: Step) => await answerOf(scriptedApi([step]).session);

describe('an answer that repeats the token', () => {
	it.each<[string, unknown, unknown]>([
		['in its message', { message: `${TOKEN} is not ${TOKEN}` }, { message: '*** is not ***' }],
		['in its detail', { detail: `Bearer ${TOKEN}` }, { detail: 'Bearer ***' }],
		['in its code', { code: TOKEN, message: 'm' }, { code: '***', message: 'm' }],
		[
			'deep inside',
			{ data: [{ error: { message: TOKEN } }] },
			{ data: [{ error: { message: '***' } }] },
		],
		['in the name of a field', { [TOKEN]: 1 }, { '***': 1 }],
		['in a list', [TOKEN, 1, null], ['***', 1, null]],
		['in a page', `<p>${TOKEN}</p>`, '<p>***</p>'],
		['beside other signs', { a: `"${TOKEN}"\n\\`, b: 1.5 }, { a: '"***"\n\\', b: 1.5 }],
	])('%s is given without it', async (_where, body, safe) => {
		expect(await answerTo(answers(200, body))).toEqual({ status: 200, headers: {}, body: safe });
	});

	it('in a header is given without it', async () => {
		const headers = { 'x-correlation-id': TOKEN, 'Retry-After': '5', x: `a ${TOKEN}` };
		expect((await answerTo(answers(429, {}, headers))).headers).toEqual({
			'x-correlation-id': '***',
			'retry-after': '5',
			x: 'a ***',
		});
	});

	it.each([200, 401, 422, 500])('is given without it whatever its status: %d', async (status) => {
		const answer = await answerTo(answers(status, { detail: TOKEN }, { x: TOKEN }));
		expect(answer).toEqual({ status, headers: { x: '***' }, body: { detail: '***' } });
	});

	it.each([400, 401, 403, 422, 500])('becomes a failure without it: %d', async (status) => {
		const body = { code: TOKEN, detail: `Token ${TOKEN} is unknown` };
		const { session } = scriptedApi([answers(status, body, { 'x-correlation-id': TOKEN })]);
		const { facts } = apiFailure(session, READ, await answerOf(session));
		expect(JSON.stringify(facts)).not.toContain(TOKEN);
		expect(facts).toMatchObject({
			code: '***',
			apiMessage: 'Token *** is unknown',
			requestId: '***',
		});
	});
});

describe('an answer without the token', () => {
	it.each<[string, unknown]>([
		['an object', { a: [{ b: null }], c: 'x' }],
		['a list', []],
		['a page', '<p>Sign in</p>'],
		['empty text', ''],
		['null', null],
		['nothing', undefined],
	])('is given as it came: %s', async (_what, body) => {
		const answer = await answerTo(() => ({ statusCode: 200, headers: {}, body }));
		expect(answer.body).toStrictEqual(body);
	});
});

describe('a token of an unusual form', () => {
	/** The session that the product itself opens with a token, and an API that answers once. */
	async function sessionWith(apiToken: string, step: Step): Promise<Session> {
		const helpers = partialFake<IExecuteFunctions['helpers']>({
			httpRequestWithAuthentication: async (_credential, options) => step(options),
		});
		const getCredentials = async <T extends object>(): Promise<T> =>
			Object.assign(Object.create(null), CREDENTIAL, { apiToken });
		const ctx = partialFake<IExecuteFunctions>({ helpers, getCredentials, getNode: () => NODE });
		const { signal } = new AbortController();
		return await openFlexport({ ctx, signal, pace: new Pace(8, signal), timeoutMs: 1000 });
	}

	// RFC 9110 allows these signs in a header, so that a token may hold them.
	it.each(['tok"3f9c', 'tok\\3f9c', 'tok/3f9c+=='])(
		'does not come out where the API repeats it: %s',
		async (token) => {
			const body = { detail: `Token ${token} is unknown`, data: [{ a: token }] };
			const { body: safe } = await answerOf(await sessionWith(token, answers(401, body)));
			expect(safe).toEqual({ detail: 'Token *** is unknown', data: [{ a: '***' }] });
		},
	);

	it('takes no readable answer away where a number holds its digits', async () => {
		const step = answers(201, { id: 127405472, externalOrderId: 'SHOP-1' });
		const { status, body } = await answerOf(await sessionWith('405472', step));
		expect(status).toBe(201);
		expect(body).toMatchObject({ externalOrderId: 'SHOP-1' });
	});
});
