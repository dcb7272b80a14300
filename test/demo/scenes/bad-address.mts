import { expectOutcome, expectText } from '../expectation.mts';
import { textAt } from '../read.mts';
import { shopOrder } from '../shop.mts';
import { MINUTE } from '../stage.mts';
import { createOrder, lookAt, only } from './orders.mts';
import type { Scene } from './scene.mts';

const UNSENT = 'SHOP-1005';
const SENT = 'SHOP-1006';

export const badAddress: Scene = {
	title: 'An order is refused for its address',
	examples: ['flexport-create-order', 'flexport-follow-order'],
	async play(stage, paper) {
		const before = stage.sandbox.log.all().length;
		const england = shopOrder(UNSENT, stage.sku, { country: 'England', zip: 'N1 9GU' });
		const result = await stage.run('flexport-create-order', england);
		const refused = only(result, 'Order was refused');
		expectText('The refusal', textAt(refused, 'error'), /country/i);
		expectText('The fix', textAt(refused, 'details', 'fix'), /./);
		const sent = stage.sandbox.log.all().length - before;
		expectOutcome('Requests sent for an order that cannot be right', sent, 0);
		paper.line(`${UNSENT}, to "England": ${textAt(refused, 'error')}`);
		paper.line(`  What to do: ${textAt(refused, 'details', 'fix')}`);
		paper.line('  Nothing was sent.');

		// Formally right, so only Flexport can tell that this postal code does not exist.
		await createOrder(stage, shopOrder(SENT, stage.sku, { zip: '00000' }));
		await stage.clock.advance(10 * MINUTE);
		const order = await lookAt(stage, SENT);
		expectOutcome(`The error of ${SENT}`, textAt(order, 'error', 'type'), 'BAD_ADDRESS');
		expectText('The fix', textAt(order, 'error', 'fix'), /./);
		paper.line(`${SENT}, to postal code 00000: BAD_ADDRESS, ${textAt(order, 'error', 'what')}`);
		paper.line(`  What to do: ${textAt(order, 'error', 'fix')}`);
		paper.good('one found before sending, one by Flexport, each with its fix');
	},
};
