import type { INodeParameters } from 'n8n-workflow';
import { useFlexportBench } from '../support/flexport-bench.mts';
import { locator } from '../support/locator.mts';

const bench = useFlexportBench();

const options = { poolName: '={{ "SHELF" }}' };

// Products API, InventoryPool: DEFAULT, UNALLOCATED, STORAGE and PREP are all that there are.
test.each<INodeParameters>([
	{ operation: 'get', product: locator('id', 'DABCDEF1234'), options },
	{ operation: 'getAll', options },
	{ operation: 'getWarehouses', skus: 'DABCDEF1234', options },
	{ operation: 'getLowStock', options },
])(
	'$operation: a pool that does not exist is refused by name, and nothing is sent',
	async (parameters) => {
		const error = await bench.failure('inventory', parameters);
		expect(error.message).toMatch(/^'Pool' is "SHELF"/);
		expect(bench.sandbox.log.all()).toEqual([]);
	},
);

test('a quantity to count that does not exist is refused by name, not taken for another', async () => {
	const parameters = { operation: 'getLowStock', measure: '={{ "on hand" }}' };
	const error = await bench.failure('inventory', parameters);
	expect(error.message).toMatch(/^'Quantity to Compare' is "on hand"/);
	expect(bench.sandbox.log.all()).toEqual([]);
});
