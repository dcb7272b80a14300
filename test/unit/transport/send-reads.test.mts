import { send } from '../../../nodes/shared/transport/send.ts';
import { failureOf, finish, useFakeTime, useRealTime } from '../support/fake-time.mts';
import { answers, breaksWith, READ, scriptedApi } from '../support/scripted-api.mts';

beforeEach(useFakeTime);
afterEach(useRealTime);

const OK = answers(200, { id: 'O1' });

it.each([200, 201, 204, 302, 400, 401, 403, 404, 409, 422, 423])(
	'an answer with status %d is taken as it is, after one request',
	async (status) => {
		const api = scriptedApi([answers(status, { code: 'X' }, { 'x-correlation-id': 'c-1' })]);
		const answer = await finish(send(api.session, READ));
		expect(answer).toEqual({ status, body: { code: 'X' }, headers: { 'x-correlation-id': 'c-1' } });
		expect(api.sendings).toHaveLength(1);
	},
);

it.each([
	['500', answers(500)],
	['502', answers(502)],
	['503', answers(503)],
	['504', answers(504, { message: 'Endpoint request timed out' })],
	['a page where data belongs', answers(200, '<html>Sign in</html>')],
	['a connection that was cut', breaksWith('ECONNRESET')],
	['an answer that did not come in time', breaksWith('ECONNABORTED')],
	['a connection that was refused', breaksWith('ECONNREFUSED')],
	['a fault that nobody knows', breaksWith('EWEIRD')],
])('after %s a read is sent again', async (_, trouble) => {
	const api = scriptedApi([trouble, OK]);
	expect(await finish(send(api.session, READ))).toMatchObject({ status: 200, body: { id: 'O1' } });
	expect(api.sendings).toHaveLength(2);
});

it('waits twice as long after each try, and sends five times at most', async () => {
	const api = scriptedApi([answers(500)]);
	await finish(send(api.session, READ));
	expect(api.times()).toEqual([0, 500, 1500, 3500, 7500]);
});

it('a server that keeps failing is believed: its last answer is the result', async () => {
	const api = scriptedApi([
		answers(500),
		breaksWith('EPIPE'),
		answers(502),
		answers(503, { n: 4 }),
	]);
	expect(await finish(send(api.session, READ))).toMatchObject({ status: 503, body: { n: 4 } });
});

it('a connection that keeps breaking is given up after five tries', async () => {
	const api = scriptedApi([breaksWith('ECONNRESET')]);
	expect((await failureOf(send(api.session, READ))).facts.kind).toBe('connection');
	expect(api.sendings).toHaveLength(5);
});

it.each([1, 2, 3])('a mere look may ask for fewer tries: %d', async (tries) => {
	const api = scriptedApi([answers(500)]);
	await finish(send(api.session, { ...READ, tries }));
	expect(api.sendings).toHaveLength(tries);
});

it.each(['ERR_INVALID_URL', 'CERT_HAS_EXPIRED', 'ERR_TLS_CERT_ALTNAME_INVALID'])(
	'%s is given up at once, because trying again cannot help',
	async (code) => {
		const api = scriptedApi([breaksWith(code)]);
		expect((await failureOf(send(api.session, READ))).facts).toMatchObject({
			kind: 'connection',
			transient: false,
			code,
		});
		expect(api.sendings).toHaveLength(1);
	},
);

it('while a request waits to be sent again, its place is free for another', async () => {
	const api = scriptedApi([answers(500), OK], { limit: 1 });
	await finish(Promise.all([send(api.session, READ), send(api.session, READ)]));
	expect(api.times()).toEqual([0, 0, 500]);
});

it('a server that fails is not asked by more at once; one that answers is', async () => {
	const failing = scriptedApi([answers(500)], { takesMs: 100 });
	const answering = scriptedApi([OK], { takesMs: 100 });
	const requests = [failing, answering].flatMap(({ session }) =>
		Array.from({ length: 400 }, () => send(session, READ)),
	);
	await finish(Promise.all(requests));
	expect(failing.mostInFlight()).toBe(16);
	expect(answering.mostInFlight()).toBe(32);
});

it('with each answer the result says whether an earlier sending got none', async () => {
	const certain = scriptedApi([breaksWith('ECONNREFUSED'), OK]);
	const doubtful = scriptedApi([breaksWith('ECONNRESET'), OK]);
	expect((await finish(send(certain.session, READ))).afterDoubt).toBeUndefined();
	expect((await finish(send(doubtful.session, READ))).afterDoubt).toBe(true);
});
