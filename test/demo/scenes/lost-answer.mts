import { expectOutcome } from '../expectation.mts';
import { textAt } from '../read.mts';
import { shopOrder } from '../shop.mts';
import { createOrder } from './orders.mts';
import type { Scene } from './scene.mts';

const NUMBER = 'SHOP-1007';

export const lostAnswer: Scene = {
	title: 'The answer to an order gets lost, and the workflow is run again',
	examples: ['flexport-create-order'],
	async play(stage, paper) {
		stage.sandbox.faults.add({ method: 'POST', path: /\/orders$/, fault: { kind: 'cutAfter' } });
		paper.line('Flexport makes the order, then the connection breaks before it can say so.');
		const first = await createOrder(stage, shopOrder(NUMBER, stage.sku));
		paper.line(`  ${NUMBER}, first run:  ${textAt(first, 'message')}`);
		const broken = stage.sandbox.faults.counts().cutAfter;
		expectOutcome('Connections that broke', broken, 1);
		const second = await createOrder(stage, shopOrder(NUMBER, stage.sku));
		expectOutcome('The second run', second.outcome, 'alreadyExisted');
		paper.line(`  ${NUMBER}, second run: ${textAt(second, 'message')}`);
		expectOutcome('The id in the second run', second.id, first.id);
		const made = stage.sandbox.flexport
			.orders()
			.filter((order) => order.externalOrderId === NUMBER);
		expectOutcome(`Orders that Flexport has for ${NUMBER}`, made.length, 1);
		paper.good('one order');
	},
};
