import { expectOutcome, expectText } from '../expectation.mts';
import { textAt } from '../read.mts';
import { shopOrder } from '../shop.mts';
import { DAY } from '../stage.mts';
import { createOrder, lookAt, only } from './orders.mts';
import type { Scene } from './scene.mts';

const NUMBER = 'SHOP-1003';
const LATE = 'SHOP-1004';

export const cancelled: Scene = {
	title: 'An order is cancelled, once more, and too late',
	examples: ['flexport-create-order', 'flexport-cancel-order'],
	async play(stage, paper) {
		await createOrder(stage, shopOrder(NUMBER, stage.sku));
		for (const outcome of ['cancelled', 'alreadyCancelled']) {
			const result = await stage.run('flexport-cancel-order', { orderNumber: NUMBER });
			const order = only(result, 'Order is cancelled');
			expectOutcome(`Cancelling ${NUMBER}`, order.outcome, outcome);
			paper.line(`${NUMBER}: ${textAt(order, 'message')}`);
		}
		await createOrder(stage, shopOrder(LATE, stage.sku));
		await stage.clock.advance(DAY);
		const result = await stage.run('flexport-cancel-order', { orderNumber: LATE });
		const refused = only(result, 'Too late to cancel');
		expectText(`The refusal for ${LATE}`, textAt(refused, 'error'), /./);
		paper.line(`${LATE}: ${textAt(refused, 'error')}`);
		paper.line(`  What to do: ${textAt(refused, 'details', 'fix')}`);
		const order = await lookAt(stage, LATE);
		expectOutcome(`The status of ${LATE}`, order.status, 'shipped');
		paper.good('cancelled once, said so the second time, refused after shipping');
	},
};
