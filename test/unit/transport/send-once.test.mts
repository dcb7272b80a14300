import { sendOnce } from '../../../nodes/shared/transport/send-once.ts';
import { answers, breaksWith, KEYED_WRITE, READ, scriptedApi } from '../support/scripted-api.mts';

it('sends with the credential of n8n, below the base URL, with the time limit', async () => {
	const api = scriptedApi([answers(200)]);
	await sendOnce(api.session, { ...READ, query: { limit: 100, offset: 0 } });
	const [sending] = api.sendings;
	expect(sending?.credential).toBe('flexportApi');
	expect(sending?.options).toMatchObject({
		method: 'GET',
		url: 'https://logistics.example/orders/1',
		qs: { limit: 100, offset: 0 },
		timeout: 30_000,
		json: true,
	});
});

it('sends the headers and the body of a write', async () => {
	const api = scriptedApi([answers(201)]);
	await sendOnce(api.session, KEYED_WRITE);
	expect(api.sendings[0]?.options).toMatchObject({
		method: 'POST',
		headers: { 'idempotency-key': 'k-1' },
		body: { externalOrderId: 'WEB-1' },
	});
});

it('sends no body, query or headers where there are none', async () => {
	const api = scriptedApi([answers(200)]);
	await sendOnce(api.session, READ);
	const names = Object.keys(api.sendings[0]?.options ?? {});
	expect(names).not.toEqual(expect.arrayContaining(['body']));
	expect(names).not.toEqual(expect.arrayContaining(['qs']));
	expect(names).not.toEqual(expect.arrayContaining(['headers']));
});

it('leaves the credential to n8n: no header of its own carries one', async () => {
	const api = scriptedApi([answers(201)]);
	await sendOnce(api.session, KEYED_WRITE);
	const names = Object.keys(api.sendings[0]?.options.headers ?? {});
	expect(names.map((name) => name.toLowerCase())).not.toContain('authorization');
});

it('follows no redirect, because that would carry the token elsewhere', async () => {
	const api = scriptedApi([answers(302, '', { location: 'https://elsewhere.example' })]);
	const outcome = await sendOnce(api.session, READ);
	expect(api.sendings[0]?.options.disableFollowRedirect).toBe(true);
	expect(outcome).toMatchObject({ kind: 'answer', answer: { status: 302 } });
	expect(api.sendings).toHaveLength(1);
});

it('reads status and headers itself, so that no status is an exception', async () => {
	const api = scriptedApi([answers(422, { code: 'X' }, { 'x-correlation-id': 'c-1' })]);
	expect(api.sendings).toEqual([]);
	expect(await sendOnce(api.session, READ)).toEqual({
		kind: 'answer',
		answer: { status: 422, body: { code: 'X' }, headers: { 'x-correlation-id': 'c-1' } },
	});
	expect(api.sendings[0]?.options).toMatchObject({
		returnFullResponse: true,
		ignoreHttpStatusErrors: true,
	});
});

it('gives the names of headers in lower case', async () => {
	const api = scriptedApi([answers(429, {}, { 'Retry-After': '5', DATE: 'now' })]);
	expect(await sendOnce(api.session, READ)).toMatchObject({
		answer: { headers: { 'retry-after': '5', date: 'now' } },
	});
});

it('leaves out headers that are no text', async () => {
	const cookies = { statusCode: 200, headers: { 'set-cookie': ['a', 'b'], x: '1' }, body: {} };
	const api = scriptedApi([() => cookies]);
	expect(await sendOnce(api.session, READ)).toMatchObject({ answer: { headers: { x: '1' } } });
});

it.each([
	['nothing', undefined],
	['text', 'hello'],
	['an object without a status', { body: {} }],
])('an answer that is %s has no status and does not throw', async (_, response) => {
	const api = scriptedApi([() => response]);
	expect(await sendOnce(api.session, READ)).toMatchObject({
		kind: 'answer',
		answer: { status: 0, headers: {} },
	});
});

it('gives a fault of the connection as an outcome', async () => {
	const api = scriptedApi([breaksWith('ECONNRESET')]);
	expect(await sendOnce(api.session, READ)).toEqual({
		kind: 'fault',
		fault: { kind: 'lost', code: 'ECONNRESET', reason: 'the connection was cut' },
	});
});
