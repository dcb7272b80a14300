import type { OrderRef } from '../../../nodes/shared/providers/order-provider.ts';
import { findOrder, readOrder } from '../../../nodes/shared/providers/orders/read-order.ts';
import { failureOf, finish, useFakeTime, useRealTime } from '../support/fake-time.mts';
import { answers, type Step } from '../support/scripted-api.mts';
import { acme, MADE, madeUpSystem } from './made-up-system.mts';

beforeEach(useFakeTime);
afterEach(useRealTime);

const BY_ID: OrderRef = { by: 'id', value: '77' };
const BY_EXTERNAL_ID: OrderRef = { by: 'externalId', value: 'SHOP-1' };
const STRANGER = { ...MADE, no: 12, ref: 'SHOP-999' };

const read = (steps: readonly Step[], ref: OrderRef) =>
	readOrder(madeUpSystem(), acme(steps).session, ref);

describe('an order that is read', () => {
	it.each([
		['by its ID', BY_ID, MADE],
		['by the external ID', BY_EXTERNAL_ID, MADE],
		['by the external ID, from a list', BY_EXTERNAL_ID, { data: [MADE] }],
	])('%s is given as it came', async (_how, ref, body) => {
		expect(await finish(read([answers(200, body)], ref))).toEqual(MADE);
	});

	it.each([
		[BY_ID, 404, undefined, 'Acme has no order with the order ID "77" (HTTP 404)'],
		[
			BY_EXTERNAL_ID,
			404,
			undefined,
			'Acme has no order with the external order ID "SHOP-1" (HTTP 404)',
		],
		[BY_EXTERNAL_ID, 200, { data: [] }, 'Acme has no order with the external order ID "SHOP-1"'],
	] as const)(
		'and that there is not is told by what was asked for: %j, HTTP %d',
		async (ref, status, body, what) => {
			const { facts } = await failureOf(read([answers(status, body)], ref));
			expect(facts).toMatchObject({ kind: 'api', what, httpCode: '404', transient: false });
			expect(facts.fix).toMatch(/^Check the .*order ID, and whether the credential/);
		},
	);

	it.each([
		['an empty list to an ID', BY_ID, { data: [] }],
		['a list that is none', BY_EXTERNAL_ID, { data: 'none' }],
		['a bare list', BY_EXTERNAL_ID, []],
		['nothing', BY_ID, null],
	])('is not made of %s', async (_what, ref, body) => {
		const { facts } = await failureOf(read([answers(200, body)], ref));
		expect(facts).toMatchObject({
			what: 'Acme answered with something other than an order',
			fix: "Look at the order in the Acme portal, and check the credential's 'Base URL'.",
			httpCode: '200',
		});
	});

	it('is not one that the API gives although it has another external ID', async () => {
		const work = read([answers(200, { data: [STRANGER] })], BY_EXTERNAL_ID);
		const result = await finish(
			work.then(
				({ ref }) => ref,
				() => 'a failure',
			),
		);
		expect(result).toBe('a failure');
	});

	it("is refused in the system's own words where the API refuses", async () => {
		const { facts } = await failureOf(read([answers(403)], BY_ID));
		expect(facts.what).toBe('Acme said no (HTTP 403)');
	});

	it('is read again where the server fails', async () => {
		expect(await finish(read([answers(503), answers(200, MADE)], BY_ID))).toEqual(MADE);
	});
});

describe('a look for an order', () => {
	const look = (steps: readonly Step[], tries?: number) => {
		const api = acme(steps);
		return { api, work: findOrder(madeUpSystem(), api.session, 'SHOP-1', tries) };
	};

	it.each([
		['404', answers(404)],
		['an empty list', answers(200, { data: [] })],
	])('finds nothing where the answer is %s', async (_what, answer) => {
		expect(await finish(look([answer]).work)).toBeUndefined();
	});

	it.each([
		['a refusal', answers(403)],
		['a server that keeps failing', answers(500)],
		['no order and no list', answers(200, 5)],
		['an order with another external ID', answers(200, { data: [STRANGER] })],
	])('does not take %s for nothing, nor for the order', async (_what, answer) => {
		const result = await finish(
			look([answer]).work.then(
				(found) => found ?? 'nothing',
				() => 'a failure',
			),
		);
		expect(result).toBe('a failure');
	});

	it.each([
		[undefined, 5],
		[2, 2],
	])('is tried as often as it may be: %p', async (tries, sendings) => {
		const { api, work } = look([answers(503)], tries);
		await failureOf(work);
		expect(api.sendings).toHaveLength(sendings);
	});
});
