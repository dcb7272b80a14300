import type { ApiAnswer } from '../../../nodes/shared/transport/api-request.ts';
import { send } from '../../../nodes/shared/transport/send.ts';
import { sendOnce } from '../../../nodes/shared/transport/send-once.ts';
import { findLeaks } from '../../engine/support/secrets.mts';
import { finish, useFakeTime, useRealTime } from '../support/fake-time.mts';
import {
	answers,
	breaksWith,
	CHECKED_WRITE,
	READ,
	scriptedApi,
	type Step,
	throwsAnswer,
	TOKEN,
} from '../support/scripted-api.mts';

beforeEach(useFakeTime);
afterEach(useRealTime);

const changes = { renewsToken: true };

async function answerTo(step: Step): Promise<ApiAnswer> {
	const outcome = await sendOnce(scriptedApi([step], { changes }).session, READ);
	if (outcome.kind === 'answer') return outcome.answer;
	throw new Error(`An answer was expected, not ${outcome.kind}`);
}

it('n8n is let see a 401, so that it fetches a new token, and no other status', async () => {
	const api = scriptedApi([answers(200)], { changes });
	await sendOnce(api.session, READ);
	expect(api.sendings[0]?.options.ignoreHttpStatusErrors).toEqual({ ignore: true, except: [401] });
});

it('no status is an exception for a credential whose token cannot be renewed', async () => {
	const api = scriptedApi([answers(200)], { changes: { renewsToken: false } });
	await sendOnce(api.session, READ);
	expect(api.sendings[0]?.options.ignoreHttpStatusErrors).toBe(true);
});

describe('a 401 that n8n throws after the new token did not help either', () => {
	it('is an answer with its body and its headers, names in lower case', async () => {
		const body = { response: { errors: [{ code: 'UJ0001', message: 'Invalid token' }] } };
		expect(await answerTo(throwsAnswer(401, body, { transId: 't-1' }))).toEqual({
			status: 401,
			headers: { transid: 't-1' },
			body,
		});
	});

	it('is given without the token, wherever it repeats it', async () => {
		const step = throwsAnswer(401, { m: `${TOKEN} is bad`, [TOKEN]: [TOKEN] }, { x: TOKEN });
		expect(await answerTo(step)).toEqual({
			status: 401,
			headers: { x: '***' },
			body: { m: '*** is bad', '***': ['***'] },
		});
	});

	it('leaves nothing of the request behind', async () => {
		const { session } = scriptedApi([throwsAnswer(401, { m: 'no' })], { changes });
		expect(findLeaks(await sendOnce(session, READ), TOKEN)).toEqual([]);
	});

	it('is the result: it is not sent again and again', async () => {
		const api = scriptedApi([throwsAnswer(401), answers(200)], { changes });
		expect(await finish(send(api.session, CHECKED_WRITE))).toMatchObject({ status: 401 });
		expect(api.sendings).toHaveLength(1);
	});

	it('keeps the doubt of an earlier sending', async () => {
		const api = scriptedApi([answers(502), throwsAnswer(401)], { changes });
		const request = { ...CHECKED_WRITE, recover: async () => undefined };
		expect(await finish(send(api.session, request))).toMatchObject({
			status: 401,
			afterDoubt: true,
		});
	});
});

it.each([
	['422', answers(422, { type: 'X' }), 422],
	['a thrown 422', throwsAnswer(422, { type: 'X' }), 422],
	['a thrown 503', throwsAnswer(503, { type: 'X' }), 503],
])('%s is an answer too', async (_, step, status) => {
	expect(await answerTo(step)).toEqual({ status, headers: {}, body: { type: 'X' } });
});

it('an error that only looks like an answer is a fault of the connection', async () => {
	const step: Step = () => {
		throw Object.assign(new Error('x'), { code: 'ECONNRESET', response: { status: 0 } });
	};
	const { session } = scriptedApi([step], { changes });
	expect(await sendOnce(session, READ)).toMatchObject({
		kind: 'fault',
		fault: { code: 'ECONNRESET' },
	});
});

it('a fault of the connection stays one', async () => {
	const { session } = scriptedApi([breaksWith('ECONNREFUSED')], { changes });
	expect(await sendOnce(session, READ)).toMatchObject({
		kind: 'fault',
		fault: { kind: 'unreachable' },
	});
});
