import { send } from '../../../nodes/shared/transport/send.ts';
import {
	elapsed,
	errorOf,
	failureOf,
	finish,
	useFakeTime,
	useRealTime,
} from '../support/fake-time.mts';
import {
	answers,
	asksToWait,
	breaksWith,
	KEYED_WRITE,
	READ,
	type ScriptedApi,
	scriptedApi,
	UNKEYED_WRITE,
} from '../support/scripted-api.mts';

beforeEach(useFakeTime);
afterEach(useRealTime);

/** How many requests have been sent when nothing more can happen. */
async function stillSent(api: ScriptedApi): Promise<number> {
	await jest.runAllTimersAsync();
	return api.sendings.length;
}

const STOPPED = { facts: { kind: 'stopped' } };

it.each([
	['a rate limit', asksToWait('60')],
	['the back-off after a 500', answers(500)],
	['a Retry-After of a 503', answers(503, {}, { 'retry-after': '60' })],
	['the back-off after a cut connection', breaksWith('ECONNRESET')],
])('ends the wait at %s at once, and sends nothing more', async (_, trouble) => {
	const api = scriptedApi([trouble]);
	const failed = errorOf(send(api.session, READ));
	await jest.advanceTimersByTimeAsync(100);
	api.stop();
	expect(await failed).toMatchObject(STOPPED);
	expect(elapsed()).toBe(100);
	expect(await stillSent(api)).toBe(1);
});

it('turns away those who wait for a place', async () => {
	const api = scriptedApi([answers(200)], { limit: 1, takesMs: 1000 });
	const first = send(api.session, READ);
	const second = errorOf(send(api.session, READ));
	await jest.advanceTimersByTimeAsync(100);
	api.stop();
	expect(await second).toMatchObject(STOPPED);
	expect(await finish(first)).toMatchObject({ status: 200 });
	expect(await stillSent(api)).toBe(1);
});

it('sends nothing for work that was stopped before', async () => {
	const api = scriptedApi([answers(200)]);
	api.stop();
	expect(await errorOf(send(api.session, READ))).toMatchObject(STOPPED);
	expect(api.sendings).toHaveLength(0);
});

it('takes an answer that still comes', async () => {
	const api = scriptedApi([answers(201, { id: 'O1' })], { takesMs: 1000 });
	const sent = send(api.session, UNKEYED_WRITE);
	await jest.advanceTimersByTimeAsync(500);
	api.stop();
	expect(await finish(sent)).toMatchObject({ status: 201 });
});

it('does not call a request broken that was cut because the work was stopped', async () => {
	const api = scriptedApi([breaksWith('ERR_CANCELED')], { takesMs: 1000 });
	const failed = errorOf(send(api.session, READ));
	await jest.advanceTimersByTimeAsync(500);
	api.stop();
	await jest.advanceTimersByTimeAsync(500);
	expect(await failed).toMatchObject(STOPPED);
	expect(await stillSent(api)).toBe(1);
});

it('does not look for a write, nor sends it again, once the work is stopped', async () => {
	const api = scriptedApi([breaksWith('ECONNRESET')]);
	const recover = jest.fn();
	const failed = errorOf(send(api.session, { ...KEYED_WRITE, recover }));
	await jest.advanceTimersByTimeAsync(100);
	api.stop();
	expect(await failed).toMatchObject(STOPPED);
	expect(await stillSent(api)).toBe(1);
	expect(recover).not.toHaveBeenCalled();
});

describe('what is said of a write that was cut off by the stop', () => {
	it.each([
		['with a key', KEYED_WRITE],
		['without a key', UNKEYED_WRITE],
	])('%s, in flight: that it may have been done, and what to do', async (_, request) => {
		const api = scriptedApi([breaksWith('ERR_CANCELED')], { takesMs: 1000 });
		const ifUnknown = 'Look for the SKU first.';
		const failed = failureOf(send(api.session, { ...request, ifUnknown }));
		setTimeout(api.stop, 500);
		expect((await failed).facts.fix).toContain(
			'Flexport may or may not have done this. Look for the SKU first.',
		);
	});

	it('while it waited to be sent again after a doubt: the same', async () => {
		const api = scriptedApi([breaksWith('ECONNRESET')]);
		const failed = failureOf(send(api.session, { ...KEYED_WRITE, ifUnknown: 'Look.' }));
		setTimeout(api.stop, 100);
		expect((await failed).facts.fix).toContain('Flexport may or may not have done this. Look.');
	});

	it('that was never sent: nothing of the kind', async () => {
		const api = scriptedApi([answers(201)]);
		api.stop();
		const { facts } = await failureOf(send(api.session, KEYED_WRITE));
		expect(facts.fix).toBe('Run the workflow again when you are ready.');
	});
});
