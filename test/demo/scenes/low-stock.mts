import { expectOutcome } from '../expectation.mts';
import { numberAt, textAt } from '../read.mts';
import { LOW_SKUS } from '../shelves.mts';
import { table } from '../table.mts';
import type { Scene } from './scene.mts';

export const lowStock: Scene = {
	title: 'What is running low (10 or fewer available)',
	examples: ['flexport-low-stock'],
	async play(stage, paper) {
		const result = await stage.run('flexport-low-stock');
		const rows = result.items('List low stock').map(({ json }) => json);
		const skus = rows.map((row) => textAt(row, 'merchantSku')).sort();
		expectOutcome('The products that run low', skus, [...LOW_SKUS].sort());
		const cells = rows.map((row) => [
			textAt(row, 'merchantSku'),
			textAt(row, 'name'),
			numberAt(row, 'available'),
			numberAt(row, 'onHand'),
			numberAt(row, 'belowBy'),
		]);
		for (const line of table(['SKU', 'Product', 'Available', 'On hand', 'Below by'], cells)) {
			paper.line(line);
		}
		paper.good(`${rows.length} products to order`);
	},
};
