import { expectOutcome, expectText } from '../expectation.mts';
import { textAt } from '../read.mts';
import { only } from './orders.mts';
import type { Scene } from './scene.mts';
import { createShipment, shopDelivery } from './shipments.mts';

const NUMBER = 'SHOP-2002';
const NOWHERE = 'SHOP-2003';

export const shipmentMended: Scene = {
	title: 'A shipment fails and is retried, is cancelled, and one has an address that is on no map',
	examples: [
		'delivery-solutions-create-shipment',
		'delivery-solutions-retry-shipment',
		'delivery-solutions-cancel-shipment',
	],
	async play(stage, paper) {
		await createShipment(stage, shopDelivery(NUMBER));
		stage.sandbox.deliverySolutions.setShipment(NUMBER, { status: 'ORDER_FAILED' });
		paper.line(`${NUMBER}: no delivery provider took it.`);
		const mended = await stage.run('delivery-solutions-retry-shipment', {
			orderNumber: NUMBER,
			note: 'Use the side door',
		});
		const again = only(mended, 'Retry shipment');
		expectOutcome(`Retrying ${NUMBER}`, again.outcome, 'retried');
		paper.line(`  Retry:  ${textAt(again, 'message')}`);
		for (const outcome of ['cancelled', 'alreadyCancelled']) {
			const result = await stage.run('delivery-solutions-cancel-shipment', { orderNumber: NUMBER });
			const shipment = only(result, 'Shipment is cancelled');
			expectOutcome(`Cancelling ${NUMBER}`, shipment.outcome, outcome);
			paper.line(`  Cancel: ${textAt(shipment, 'message')}`);
		}
		const refused = only(
			await stage.run('delivery-solutions-create-shipment', shopDelivery(NOWHERE, '00000')),
			'Shipment was refused',
		);
		expectText(`The refusal of ${NOWHERE}`, textAt(refused, 'details', 'code'), /GEOCODING_FAILED/);
		paper.line(`${NOWHERE}: ${textAt(refused, 'error')}`);
		paper.line(`  What to do: ${textAt(refused, 'details', 'fix')}`);
		paper.good('retried, cancelled once, and told what is wrong with the address');
	},
};
