import { expectOutcome, expectText } from '../expectation.mts';
import { textAt } from '../read.mts';
import { shopOrder } from '../shop.mts';
import { DAY, MINUTE } from '../stage.mts';
import { createOrder, lookAt, only } from './orders.mts';
import type { Scene } from './scene.mts';

const NUMBER = 'SHOP-1002';
// The sandbox lets an order with this company fail once, as if the carrier did not answer.
const COMPANY = 'fail CARRIER_NETWORK_ERR x1';

export const retried: Scene = {
	title: 'An order fails and is retried',
	examples: ['flexport-create-order', 'flexport-retry-failed-order'],
	async play(stage, paper) {
		await createOrder(stage, shopOrder(NUMBER, stage.sku, { company: COMPANY }));
		await stage.clock.advance(10 * MINUTE);
		const result = await stage.run('flexport-retry-failed-order', { orderNumber: NUMBER });
		const failed = only(result, 'Look at the order');
		expectOutcome(`The status of ${NUMBER}`, failed.status, 'failed');
		expectText('The fix', textAt(failed, 'error', 'fix'), /./);
		paper.line(`${NUMBER} has failed: ${textAt(failed, 'error', 'type')}`);
		paper.line(`  What happened: ${textAt(failed, 'error', 'what')}`);
		paper.line(`  What to do:    ${textAt(failed, 'error', 'fix')}`);
		const again = only(result, 'Retry order');
		expectOutcome(`Retrying ${NUMBER}`, again.outcome, 'retried');
		paper.line(`  Retry:         ${textAt(again, 'message')}`);
		await stage.clock.advance(4 * DAY);
		const order = await lookAt(stage, NUMBER);
		expectOutcome(`The status of ${NUMBER} four days later`, order.status, 'delivered');
		paper.good('delivered after the retry');
	},
};
