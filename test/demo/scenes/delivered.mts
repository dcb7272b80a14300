import { expectOutcome, expectText } from '../expectation.mts';
import { textAt } from '../read.mts';
import { shopOrder } from '../shop.mts';
import { DAY, MINUTE } from '../stage.mts';
import { createOrder, lookAt } from './orders.mts';
import type { Scene } from './scene.mts';

const NUMBER = 'SHOP-1001';

/** How far the clock is moved, and what the order then is. */
const JOURNEY = [
	['at once', 0, 'pending'],
	['10 minutes later', 10 * MINUTE, 'processing'],
	['the next day', DAY, 'shipped'],
	['two days later', 2 * DAY, 'delivered'],
] as const;

export const delivered: Scene = {
	title: 'An order is created and followed until it is delivered',
	examples: ['flexport-create-order', 'flexport-follow-order'],
	async play(stage, paper) {
		const created = await createOrder(stage, shopOrder(NUMBER, stage.sku));
		expectOutcome(`Creating ${NUMBER}`, created.outcome, 'created');
		paper.line(`${NUMBER} is handed over: ${textAt(created, 'message')}`);
		for (const [when, ms, status] of JOURNEY) {
			await stage.clock.advance(ms);
			const order = await lookAt(stage, NUMBER);
			expectOutcome(`The status of ${NUMBER} ${when}`, order.status, status);
			const tracking = textAt(order, 'trackingNumbers', 0);
			paper.line(
				`  ${when.padEnd(18)}${tracking ? `${status}, tracking number ${tracking}` : status}`,
			);
			if (status === 'shipped') expectText('The tracking number', tracking, /./);
		}
		paper.good('delivered');
	},
};
