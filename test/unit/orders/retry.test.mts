import { retryOrder } from '../../../nodes/shared/providers/orders/retry-order.ts';
import { orderProviderOf } from '../../../nodes/shared/providers/orders/order-provider-of.ts';
import { failureOf, finish, useFakeTime, useRealTime } from '../support/fake-time.mts';
import { answers, breaksWith, type Step } from '../support/scripted-api.mts';
import { acme, MADE, madeUpSystem } from './made-up-system.mts';

beforeEach(useFakeTime);
afterEach(useRealTime);

const BROKEN = { ...MADE, state: 'broken' };
const FOR_GOOD = { ...BROKEN, forGood: true };
const NEW = answers(200, MADE);

function retry(steps: readonly Step[], onlyIfRetriable = true) {
	const api = acme(steps);
	const ref = { by: 'id', value: '77' } as const;
	return { api, work: retryOrder(madeUpSystem(), api.session, ref, { onlyIfRetriable }) };
}

const writes = ({ sendings }: ReturnType<typeof acme>) =>
	sendings.filter(({ options }) => options.method === 'POST').length;

describe('retrying an order', () => {
	it('sends it on its way again where it failed', async () => {
		const { api, work } = retry([answers(200, BROKEN), NEW]);
		expect(await finish(work)).toEqual({
			order: MADE,
			outcome: 'retried',
			message: 'Order "SHOP-1" was sent on its way again.',
		});
		expect(writes(api)).toBe(1);
	});

	it.each([
		[
			'has not failed',
			MADE,
			'notFailed',
			'Order "SHOP-1" has not failed, so there is nothing to retry: it is pending.',
		],
		[
			'failed for good',
			FOR_GOOD,
			'notRetriable',
			'Order "SHOP-1" was left alone: a retry would fail again. It broke. Mend it.',
		],
	])('leaves an order alone that %s', async (_how, order, outcome, message) => {
		const { api, work } = retry([answers(200, order)]);
		expect(await finish(work)).toEqual({ order, outcome, message });
		expect(writes(api)).toBe(0);
	});

	it.each([
		['has not failed', MADE],
		['failed for good', FOR_GOOD],
	])('tries one all the same that %s, if the person wants it', async (_how, order) => {
		const { api, work } = retry([answers(200, order), NEW], false);
		expect(await finish(work)).toMatchObject({ outcome: 'retried' });
		expect(writes(api)).toBe(1);
	});

	it('is not sent twice where the answer was lost and the order has moved on', async () => {
		const { api, work } = retry([answers(200, BROKEN), breaksWith('ECONNRESET'), NEW]);
		expect(await finish(work)).toMatchObject({ outcome: 'retried', order: MADE });
		expect(writes(api)).toBe(1);
	});

	it("fails with the system's words where it is refused", async () => {
		const { work } = retry([answers(200, BROKEN), answers(400)]);
		expect((await failureOf(work)).facts.what).toBe('Acme said no (HTTP 400)');
	});
});

describe('what a system lacks', () => {
	it('is left out, so that it cannot be called', () => {
		const lacking = madeUpSystem();
		delete lacking.changeRequest;
		expect(orderProviderOf(lacking)).not.toHaveProperty('retry');
		expect(orderProviderOf(madeUpSystem())).toHaveProperty('retry');
		expect(orderProviderOf(madeUpSystem())).not.toHaveProperty('list');
	});
});
