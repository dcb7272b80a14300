import { useFakeTime, useRealTime } from '../../support/fake-time.mts';
import { newOrigin } from '../support/accounts.mts';
import { FailingExpression } from '../support/awkward.mts';
import { endOf } from '../../support/ends.mts';
import { runNode } from '../support/node-run.mts';
import { runOne } from '../support/one-item.mts';
import { completed } from '../support/tape.mts';

beforeEach(useFakeTime);
afterEach(useRealTime);

const product = { __rl: true, mode: 'id', value: 'D0123456789' };

const body = { logisticsSku: 'D0123456789', name: 'Mug' };
const answer = () => ({ statusCode: 200, headers: {}, body });

test('an expression that fails in Options fails the first item, and no other', async () => {
	const item = completed('product', 'get', { product });
	const items = [
		Object.assign({ ...item }, { options: { timeout: new FailingExpression() } }),
		item,
	];
	const plan = { node: 'product', items, origin: newOrigin(), answer } as const;
	const ending = await endOf(runNode({ ...plan, continueOnFail: true }));
	const [first, second] = 'value' in ending ? ending.value : [];
	expect(first?.json.error).toMatch(/^Paired item data .* \[item 0\]$/);
	expect(second?.json).toMatchObject({ sku: 'D0123456789', name: 'Mug' });
	const stopped = await endOf(runNode({ ...plan, origin: newOrigin(), continueOnFail: false }));
	expect('error' in stopped && stopped.error).toMatchObject({ context: { itemIndex: 0 } });
});

test.each([1e9, 1e24, 1e308])(
	'a timeout of %d seconds is one that a socket takes',
	async (timeout) => {
		const timeouts: unknown[] = [];
		await runOne(['product', 'get'], { product }, { options: { timeout } }, ({ options }) => {
			timeouts.push(options.timeout);
			return answer();
		});
		expect(timeouts).toEqual([2 ** 31 - 1]);
	},
);
