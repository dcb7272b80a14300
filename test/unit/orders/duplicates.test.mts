import { createOrder } from '../../../nodes/shared/providers/orders/create-order.ts';
import type { OrderSystem } from '../../../nodes/shared/providers/orders/order-system.ts';
import type { CreateOrderOptions } from '../../../nodes/shared/providers/order-provider.ts';
import { failureOf, finish, useFakeTime, useRealTime } from '../support/fake-time.mts';
import { answers, breaksWith, type ScriptedApi, type Step } from '../support/scripted-api.mts';
import { acme, lenientSystem, MADE, madeUpSystem, MUG } from './made-up-system.mts';

beforeEach(useFakeTime);
afterEach(useRealTime);

const CREATED = answers(201, MADE);
const FOUND = answers(200, MADE);
const DIFFERENT = answers(200, { ...MADE, what: 'pot' });
const NONE = answers(404);
const DUPLICATE = answers(409);
const LOST = breaksWith('ECONNRESET');

function create(
	system: OrderSystem,
	steps: readonly Step[],
	ifExists: CreateOrderOptions['ifExists'] = 'return',
) {
	const api = acme(steps);
	const options = { ifExists, lookUpFirst: false, naming: 'panel' } as const;
	return { api, work: createOrder(system, api.session, MUG, options) };
}

const creates = (api: ScriptedApi) =>
	api.sendings.filter(({ options }) => options.method === 'POST').length;

describe('an order that the system refuses because it has it already', () => {
	it('is given as it is there', async () => {
		const { work } = create(madeUpSystem(), [DUPLICATE, FOUND]);
		expect(await finish(work)).toMatchObject({ order: MADE, outcome: 'alreadyExisted' });
	});

	it('fails where the person wants to be told, with the ID of the order', async () => {
		const { work } = create(madeUpSystem(), [DUPLICATE, FOUND], 'fail');
		expect((await failureOf(work)).facts).toEqual({
			kind: 'api',
			code: 'DUPLICATE_ORDER',
			httpCode: '409',
			transient: false,
			what: 'Acme already has an order with the external order ID "SHOP-1"',
			fix: "Nothing was created. The order that exists has the ID 77. To get it instead, set 'If Order Already Exists' to 'Return It' in Options.",
			field: 'External Order ID',
		});
	});

	it.each(['return', 'fail'] as const)(
		'fails where it is a different order, whatever the person wants: %s',
		async (ifExists) => {
			const { work } = create(madeUpSystem(), [DUPLICATE, DIFFERENT], ifExists);
			expect((await failureOf(work)).facts.what).toBe(
				'Acme already has an order with the external order ID "SHOP-1", and it is a different order: its contents differ',
			);
		},
	);

	it.each([
		['is not found', NONE],
		['cannot be read', answers(403)],
	])("fails with the system's own words where the order %s", async (_how, look) => {
		const { work } = create(madeUpSystem(), [DUPLICATE, look]);
		expect((await failureOf(work)).facts).toMatchObject({
			what: 'Acme said no (HTTP 409)',
			httpCode: '409',
		});
	});
});

describe('an order whose create lost its answer', () => {
	it.each([
		['that refuses a second one', madeUpSystem(), []],
		['that takes a second one', lenientSystem(), [NONE]],
	])('is found, and not made again, in a system %s', async (_which, system, before) => {
		const { api, work } = create(system, [...before, LOST, FOUND]);
		expect(await finish(work)).toMatchObject({ order: MADE, outcome: 'created' });
		expect(creates(api)).toBe(1);
	});

	it.each([
		['that refuses a second one', madeUpSystem(), []],
		['that takes a second one', lenientSystem(), [NONE]],
	])('is made where a look finds nothing, in a system %s', async (_which, system, before) => {
		const { api, work } = create(system, [...before, LOST, NONE, CREATED]);
		expect(await finish(work)).toMatchObject({ order: MADE, outcome: 'created' });
		expect(creates(api)).toBe(2);
	});

	it('is its own where the system refuses it the second time', async () => {
		const { work } = create(madeUpSystem(), [answers(502), NONE, DUPLICATE, FOUND], 'fail');
		expect(await finish(work)).toMatchObject({ order: MADE, outcome: 'created' });
	});

	it.each([
		['after a refusal', [answers(502), NONE, DUPLICATE, DIFFERENT]],
		['after a look', [answers(502), DIFFERENT]],
	])('is not taken for a different one that is found %s', async (_when, steps) => {
		const { work } = create(madeUpSystem(), steps);
		expect((await failureOf(work)).facts.what).toContain('it is a different order');
	});

	it.each([
		['finds nothing', NONE],
		['fails', answers(403)],
	])(
		'is in doubt where the system refuses it the second time and a look %s',
		async (_how, look) => {
			const { work } = create(madeUpSystem(), [answers(502), NONE, DUPLICATE, look]);
			expect((await failureOf(work)).facts).toMatchObject({
				httpCode: '409',
				fix: "Acme may or may not have done this. Running the item again is safe: Acme refuses a second order with the same external order ID, and 'If Order Already Exists' decides what you get then.",
			});
		},
	);

	it('is not taken for one with another external ID that a look brings', async () => {
		const stranger = answers(200, { data: [{ ...MADE, no: 12, ref: 'SHOP-999' }] });
		const { work } = create(lenientSystem(), [NONE, LOST, stranger]);
		const result = await finish(
			work.then(
				({ order }) => order,
				() => 'a failure',
			),
		);
		expect(result).toBe('a failure');
	});

	it('is sent again without a look where a key protects it and the look fails', async () => {
		const { api, work } = create(madeUpSystem(), [LOST, answers(403), CREATED]);
		expect(await finish(work)).toMatchObject({ order: MADE, outcome: 'created' });
		expect(creates(api)).toBe(2);
	});

	it('is not sent again where nothing protects it and the look fails', async () => {
		const { api, work } = create(lenientSystem(), [NONE, LOST, answers(403), CREATED]);
		const { facts } = await failureOf(work);
		expect(facts).toMatchObject({
			kind: 'connection',
			fix: "Acme may or may not have done this. Running the item again is safe: the external order ID is looked for before anything is created, and 'If Order Already Exists' decides what you get then.",
		});
		expect(creates(api)).toBe(1);
	});

	it('is given up with why a second run is safe, where the system keeps failing', async () => {
		const { work } = create(madeUpSystem(), [answers(500)]);
		expect((await failureOf(work)).facts.fix).toBe(
			"Acme may or may not have done this. Running the item again is safe: Acme refuses a second order with the same external order ID, and 'If Order Already Exists' decides what you get then.",
		);
	});

	it('a look for it is short where a key protects it, and thorough elsewhere', async () => {
		const readsAfter = async (system: OrderSystem, before: readonly Step[]) => {
			const { api, work } = create(system, [...before, LOST, answers(503)]);
			await failureOf(work);
			const calls = api.sendings.map(({ options }) => options.method);
			const first = calls.indexOf('POST');
			const next = calls.indexOf('POST', first + 1);
			return calls.slice(first + 1, next < 0 ? undefined : next).length;
		};
		expect(await readsAfter(madeUpSystem(), [])).toBe(2);
		expect(await readsAfter(lenientSystem(), [NONE])).toBe(5);
	});
});
