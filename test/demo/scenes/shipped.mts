import { expectOutcome } from '../expectation.mts';
import { textAt } from '../read.mts';
import { HOUR } from '../stage.mts';
import { table } from '../table.mts';
import { only } from './orders.mts';
import type { Scene } from './scene.mts';
import { shopDelivery } from './shipments.mts';

const NUMBER = 'SHOP-2001';

export const shipped: Scene = {
	title: 'A shipment is created with its label, and followed to the door',
	examples: ['delivery-solutions-create-shipment', 'delivery-solutions-follow-shipment'],
	async play(stage, paper) {
		const made = await stage.run('delivery-solutions-create-shipment', shopDelivery(NUMBER));
		const shipment = only(made, 'Shipment is on its way');
		paper.line(`${NUMBER}: ${textAt(shipment, 'message')}`);
		paper.line(`  ${textAt(shipment, 'carrier')}, tracking ${textAt(shipment, 'trackingNumber')}`);
		const [item] = made.items('Shipment is on its way');
		const label = item?.binary?.label;
		expectOutcome('The kind of the label', label?.mimeType, 'application/pdf');
		paper.line(`  Label: ${label?.fileName} (${label?.fileSize})`);
		await stage.clock.advance(HOUR);
		const followed = await stage.run('delivery-solutions-follow-shipment', {
			orderNumber: NUMBER,
		});
		const changes = followed.items('Get status history').map(({ json }) => json);
		const rows = changes.map((change) => [
			textAt(change, 'status'),
			textAt(change, 'providerStatus'),
		]);
		for (const line of table(['status', 'in their own words'], rows)) paper.line(line);
		const shown = only(followed, 'Get shipment');
		expectOutcome(`The status of ${NUMBER}`, shown.status, 'delivered');
		expectOutcome('The last change', changes.at(-1)?.status, 'delivered');
		paper.good('delivered, with its label and its history');
	},
};
