import { createOrder } from '../../../nodes/shared/providers/orders/create-order.ts';
import type { OrderSystem } from '../../../nodes/shared/providers/orders/order-system.ts';
import type { CreateOrderOptions } from '../../../nodes/shared/providers/order-provider.ts';
import type { Json } from '../../../nodes/shared/read.ts';
import { failureOf, finish, useFakeTime, useRealTime } from '../support/fake-time.mts';
import { answers, type ScriptedApi, type Step } from '../support/scripted-api.mts';
import { acme, lenientSystem, MADE, madeUpSystem, MUG } from './made-up-system.mts';

beforeEach(useFakeTime);
afterEach(useRealTime);

const OPTIONS: CreateOrderOptions = { ifExists: 'return', lookUpFirst: false, naming: 'panel' };
const CREATED = answers(201, MADE);
const FOUND = answers(200, MADE);
const NONE = answers(404);

const sent = ({ sendings }: ScriptedApi) =>
	sendings.map(({ options }) => `${options.method} ${options.url.replace(/^https:..[^/]*/, '')}`);

function create(
	system: OrderSystem,
	steps: readonly Step[],
	changes: Partial<CreateOrderOptions> & { body?: Json } = {},
) {
	const { body = MUG, ...options } = changes;
	const api = acme(steps);
	return { api, work: createOrder(system, api.session, body, { ...OPTIONS, ...options }) };
}

describe('a system that refuses a second order', () => {
	it('is not asked beforehand', async () => {
		const { api, work } = create(madeUpSystem(), [CREATED]);
		expect(await finish(work)).toEqual({
			order: MADE,
			outcome: 'created',
			message: 'Order "SHOP-1" was created.',
		});
		expect(sent(api)).toEqual(['POST /things']);
	});

	it('is asked beforehand where the person wants that', async () => {
		const { api, work } = create(madeUpSystem(), [NONE, CREATED], { lookUpFirst: true });
		expect(await finish(work)).toMatchObject({ outcome: 'created' });
		expect(sent(api)).toEqual(['GET /externalId/SHOP-1', 'POST /things']);
	});
});

describe('a system that takes a second order', () => {
	it('is always asked beforehand', async () => {
		const { api, work } = create(lenientSystem(), [NONE, CREATED]);
		expect(await finish(work)).toMatchObject({ outcome: 'created', order: MADE });
		expect(sent(api)).toEqual(['GET /externalId/SHOP-1', 'POST /things']);
	});

	it('may answer the question with an empty list', async () => {
		const { work } = create(lenientSystem(), [answers(200, { data: [] }), CREATED]);
		expect(await finish(work)).toMatchObject({ outcome: 'created', order: MADE });
	});

	it.each([
		['an order', FOUND],
		['a list with the order', answers(200, { data: [MADE] })],
	])('gets no second one where the answer is %s', async (_what, found) => {
		const { api, work } = create(lenientSystem(), [found, CREATED]);
		expect(await finish(work)).toEqual({
			order: MADE,
			outcome: 'alreadyExisted',
			message:
				'Acme already has an order with the external order ID "SHOP-1". It was not made again.',
		});
		expect(sent(api)).toEqual(['GET /externalId/SHOP-1']);
	});

	it.each([
		['is refused', answers(403)],
		['keeps failing', answers(500)],
		['is answered with a page', answers(200, '<html></html>')],
		['is answered with something that is no order', answers(200, [])],
	])('gets none at all where the question %s', async (_how, answer) => {
		const { api, work } = create(lenientSystem(), [answer]);
		await failureOf(work);
		expect(sent(api).filter((call) => call.startsWith('POST'))).toEqual([]);
	});

	it('gets none where the answer holds an order with another external ID', async () => {
		const stranger = { ...MADE, no: 12, ref: 'SHOP-999' };
		const { api, work } = create(lenientSystem(), [answers(200, { data: [stranger] }), CREATED]);
		const { facts } = await failureOf(work);
		expect(facts.what).not.toContain('already has an order');
		expect(sent(api).filter((call) => call.startsWith('POST'))).toEqual([]);
	});
});

describe('two items of one run with the same external order ID', () => {
	it('make one order: the second waits for the first, and finds it', async () => {
		const api = acme([NONE, CREATED, FOUND], { takesMs: 50 });
		const work = [1, 2].map(() => createOrder(lenientSystem(), api.session, MUG, OPTIONS));
		const outcomes = (await finish(Promise.all(work))).map(({ outcome }) => outcome);
		expect(outcomes).toEqual(['created', 'alreadyExisted']);
		expect(sent(api).filter((call) => call.startsWith('POST'))).toHaveLength(1);
	});

	it('do not wait for others', async () => {
		const api = acme([CREATED], { takesMs: 50 });
		const bodies = [MUG, { ...MUG, ref: 'SHOP-2' }];
		await finish(
			Promise.all(bodies.map((body) => createOrder(madeUpSystem(), api.session, body, OPTIONS))),
		);
		expect(api.times()).toEqual([0, 0]);
	});

	it('go on where the first of them failed', async () => {
		const api = acme([answers(422), CREATED], { takesMs: 50 });
		const work = [1, 2].map(() => createOrder(madeUpSystem(), api.session, MUG, OPTIONS));
		const results = await finish(Promise.allSettled(work));
		expect(results.map(({ status }) => status)).toEqual(['rejected', 'fulfilled']);
	});
});

describe('before anything is sent', () => {
	it('the body is checked', async () => {
		const { api, work } = create(lenientSystem(), [NONE, CREATED], { body: { what: 'mug' } });
		expect((await failureOf(work)).facts).toMatchObject({
			kind: 'input',
			what: "'External Order ID' is empty",
		});
		expect(api.sendings).toEqual([]);
	});

	it('the rules that the system has of its own are kept too', async () => {
		const rule = () => [{ field: 'What', what: "'What' is a mug", fix: 'Take a cup.' }];
		const { api, work } = create(madeUpSystem({ rules: [rule] }), [CREATED]);
		expect((await failureOf(work)).facts).toMatchObject({ kind: 'input', field: 'What' });
		expect(api.sendings).toEqual([]);
	});
});

describe('what is answered', () => {
	it.each([
		['a list', { data: [] }],
		['text', 'created'],
		['nothing', null],
	])('to a create and is no order is told, with what to look at: %s', async (_what, body) => {
		const system = madeUpSystem({ orderIn: () => undefined });
		const { work } = create(system, [answers(200, body)]);
		expect((await failureOf(work)).facts.fix).toMatch(/portal|Base URL|safe/);
	});

	it('for an order that has failed at once is told with its reason', async () => {
		const { work } = create(madeUpSystem(), [answers(201, { ...MADE, state: 'broken' })]);
		expect((await finish(work)).message).toBe(
			'Order "SHOP-1" was created. But it has failed. It broke. Mend it.',
		);
	});

	it('for an order that exists and was cancelled says that nothing will be shipped', async () => {
		const { work } = create(lenientSystem(), [answers(200, { ...MADE, state: 'stopped' })]);
		expect((await finish(work)).message).toMatch(/ It is cancelled, so nothing will be shipped\./);
	});
});
