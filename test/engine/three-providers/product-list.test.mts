import { nodeType, useFlexportBench } from '../support/flexport-bench.mts';

const bench = useFlexportBench();

const search = (provider: string) =>
	bench.engine.listSearch(nodeType('fulfillmentOrder'), 'searchProducts', {
		credentials: bench.credentials(),
		parameters: { provider },
	});

it('Flexport lists its products', async () => {
	const mug = bench.flexport.addProduct({ name: 'Mug', merchantSku: 'MUG' });
	expect((await search('flexport')).results).toEqual([
		{ name: 'Mug (MUG)', value: mug.logisticsSku },
	]);
});

it.each(['deliverr', 'digitalRiver'])(
	'%s has no list, and the person is told so',
	async (provider) => {
		bench.flexport.addProduct({ name: 'Mug', merchantSku: 'MUG' });
		bench.sandbox.log.clear();
		const failure: unknown = await search(provider).catch((error: unknown) => error);
		expect(failure).toMatchObject({
			message: 'Only Flexport lists its products',
			description: "Choose 'By ID', and give the product as the provider knows it.",
		});
		expect(bench.sandbox.log.all()).toEqual([]);
	},
);
