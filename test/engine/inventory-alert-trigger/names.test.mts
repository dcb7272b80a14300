import { PAGES, told, useAlertDesk } from '../support/inventory-alert-desk.mts';

const desk = useAlertDesk();

/** Requests but those for the stock itself. */
const sent = (): string[] => desk.sent().filter((path) => path !== PAGES);

/** An active workflow; then so many of a hundred products fall. */
async function fallen(count: number) {
	const products = desk.sandbox.flexport.addProducts(100);
	const host = await desk.activeHost({ alerts: ['low', 'outOfStock'] });
	products.slice(0, count).forEach((product) => desk.set(product, 0));
	desk.sandbox.log.clear();
	return { host, products };
}

describe('names and merchant SKUs', () => {
	test('of a few products are asked for one by one, each once', async () => {
		const { host, products } = await fallen(20);
		const { items = [] } = await host.poll();
		expect(items).toHaveLength(40);
		expect(new Set(items.map(({ name }) => name)).size).toBe(20);
		expect(sent().sort()).toEqual(
			products
				.slice(0, 20)
				.map(({ logisticsSku }) => `/products/${logisticsSku}`)
				.sort(),
		);
	});

	test('of many are taken from the list of products', async () => {
		const { host } = await fallen(21);
		const { items = [] } = await host.poll();
		expect(items.map(({ name }) => name)).toContain('Product 00021');
		expect(new Set(sent())).toEqual(new Set(['/products']));
	});

	test('are known already where merchant SKUs had to be looked up', async () => {
		const mug = desk.add('MUG', 50);
		const thresholds = { thresholdMode: 'json', thresholdsJson: '{ "MUG": 5 }' };
		const host = await desk.activeHost(thresholds);
		desk.set(mug, 5);
		expect((await host.poll()).items).toMatchObject([{ name: 'The MUG', merchantSku: 'MUG' }]);
		expect(new Set(sent())).toEqual(new Set(['/products']));
	});

	test('are not asked for when nothing is to be told', async () => {
		const { host } = await fallen(0);
		await host.poll();
		expect(sent()).toEqual([]);
	});

	test('of a product that is gone by then are empty, and it is told of all the same', async () => {
		const { host, products } = await fallen(1);
		desk.sandbox.faults.add({
			path: `/products/${products[0]?.logisticsSku ?? ''}`,
			fault: { kind: 'status', status: 404 },
		});
		expect((await host.poll()).items).toMatchObject([
			{ alert: 'low', name: null, merchantSku: null, available: 0 },
			{ alert: 'outOfStock', name: null, merchantSku: null },
		]);
	});

	test('that cannot be read fail the poll, and the next one tells it', async () => {
		const { host } = await fallen(2);
		desk.sandbox.faults.add({ path: /products\/D/, fault: { kind: 'status', status: 403 } });
		const error = await desk.refusal(host.poll());
		expect(error).toMatchObject({ failure: { cause: 'credential-invalid' } });
		expect(told(await host.poll())).toEqual([
			'low SKU-00001',
			'outOfStock SKU-00001',
			'low SKU-00002',
			'outOfStock SKU-00002',
		]);
	});
});
