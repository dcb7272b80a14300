import { cancelOrder, settle } from '../../../nodes/shared/providers/orders/cancel-order.ts';
import type { OrderSystem } from '../../../nodes/shared/providers/orders/order-system.ts';
import { Failure } from '../../../nodes/shared/failure.ts';
import { failureOf, finish, useFakeTime, useRealTime } from '../support/fake-time.mts';
import { answers, breaksWith, type Step } from '../support/scripted-api.mts';
import { acme, MADE, madeUpSystem } from './made-up-system.mts';

beforeEach(useFakeTime);
afterEach(useRealTime);

const inState = (state: string) => ({ ...MADE, state });
const OPEN = answers(200, MADE);
const CANCELLED = answers(200, inState('stopped'));
const SHIPPED = answers(200, inState('gone'));
const LOST = breaksWith('ECONNRESET');

function cancel(steps: readonly Step[], system: OrderSystem = madeUpSystem()) {
	const api = acme(steps);
	const ref = { by: 'externalId', value: 'SHOP-1' } as const;
	return { api, work: cancelOrder(system, api.session, ref) };
}

const writes = ({ sendings }: ReturnType<typeof acme>) =>
	sendings.filter(({ options }) => options.method === 'POST');

describe('settle', () => {
	it.each(['new', 'broken', 'some new word', ''])('leaves an order open that is "%s"', (state) => {
		expect(settle(madeUpSystem(), inState(state))).toBeUndefined();
	});

	it('gives an order back that was cancelled before', () => {
		expect(settle(madeUpSystem(), inState('stopped'))).toEqual({
			order: inState('stopped'),
			outcome: 'alreadyCancelled',
			message: 'Order "SHOP-1" was already cancelled. Nothing was changed.',
		});
	});

	it.each([
		['gone', 'shipped'],
		['there', 'delivered'],
	])('refuses an order that is "%s"', (state, status) => {
		let failure: unknown;
		try {
			settle(madeUpSystem(), inState(state));
		} catch (error) {
			failure = error;
		}
		expect(failure instanceof Failure && failure.facts).toMatchObject({
			what: `Order "SHOP-1" cannot be cancelled: it has been ${status}`,
			code: state,
			transient: false,
		});
	});

	it('names an order by its ID where it has no external one', () => {
		const { message } = settle(madeUpSystem(), { no: 77, state: 'stopped' }) ?? {};
		expect(message).toMatch(/^Order "77" was already cancelled/);
	});
});

describe('cancelling an order', () => {
	it('reads it first, and sends one request for its own ID', async () => {
		const { api, work } = cancel([OPEN, CANCELLED]);
		expect(await finish(work)).toEqual({
			order: inState('stopped'),
			outcome: 'cancelled',
			message: 'Order "SHOP-1" was cancelled.',
		});
		expect(writes(api).map(({ options }) => options.url)).toEqual([
			expect.stringMatching(/\/things\/77\/cancel$/),
		]);
	});

	it('says so where the system took it and has not finished', async () => {
		const { work } = cancel([OPEN, OPEN]);
		expect(await finish(work)).toMatchObject({
			outcome: 'cancelRequested',
			message: 'Acme accepted the cancellation of Order "SHOP-1", and has not finished it yet.',
		});
	});

	it.each([
		['was cancelled', CANCELLED],
		['has shipped', SHIPPED],
	])('sends nothing where it %s', async (_state, answer) => {
		const { api, work } = cancel([answer]);
		await finish(work.catch(() => undefined));
		expect(writes(api)).toEqual([]);
	});

	it.each([
		['was cancelled', CANCELLED, 'alreadyCancelled'],
		['shipped', SHIPPED, 'cannot be cancelled: it has been shipped'],
	])('explains a refusal by what it became meanwhile: it %s', async (_how, now, explained) => {
		const { work } = cancel([OPEN, answers(400), now]);
		const said = await finish(
			work.then(
				({ outcome }) => outcome,
				(error: unknown) => String(error),
			),
		);
		expect(said).toContain(explained);
	});

	it.each([
		['is still open', OPEN],
		['cannot be read', answers(403)],
	])("gives the system's own words for a refusal where the order %s", async (_how, now) => {
		const { work } = cancel([OPEN, answers(400), now]);
		const { facts } = await failureOf(work);
		expect(facts.httpCode).toBe('400');
	});

	it('finds out whether it was done where the answer was lost', async () => {
		const { api, work } = cancel([OPEN, LOST, CANCELLED]);
		expect(await finish(work)).toMatchObject({ outcome: 'cancelled' });
		expect(writes(api)).toHaveLength(1);
	});

	it('is sent again where it was not done', async () => {
		const { api, work } = cancel([OPEN, LOST, OPEN, CANCELLED]);
		expect(await finish(work)).toMatchObject({ outcome: 'cancelled' });
		expect(writes(api)).toHaveLength(2);
	});

	it('tells to look at the order where it stays unknown', async () => {
		const { work } = cancel([OPEN, LOST]);
		expect((await failureOf(work)).facts.fix).toBe(
			'Acme may or may not have done this. Get the order to see its status before you run the item again.',
		);
	});

	it('is refused where the system has no call for it', async () => {
		const system = madeUpSystem();
		delete system.changeRequest;
		const { api, work } = cancel([OPEN], system);
		expect((await failureOf(work)).facts).toMatchObject({
			kind: 'input',
			what: 'Acme has no call to cancel an order',
			field: 'Operation',
		});
		expect(writes(api)).toEqual([]);
	});
});
