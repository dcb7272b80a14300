import type { Scene, Stage } from './scenes.mts';

const LOTS = [
	{ expirationDate: '2026-01-20T00:00:00.000Z', available: 2 },
	{ expirationDate: '2026-09-01T00:00:00.000Z', available: 1 },
];

const WAREHOUSES = [
	{ warehouseId: 'PHL1', available: 1 },
	{ warehouseId: 'ONT2', available: 2 },
];

const locator = (value: string) => ({ __rl: true, mode: 'id', value });

/** A catalogue of three products with stock; gives the SKU of the first. */
export function stocked({ sandbox }: Stage): string {
	const [first] = sandbox.flexport.addProducts(3, (n) => ({
		inventory: { DEFAULT: { onHand: 3 + n, lots: LOTS, warehouses: WAREHOUSES } },
	}));
	return first?.logisticsSku ?? '';
}

const PRODUCT = { name: 'Blue mug', merchantSku: 'MUG-BLUE' };

const CUSTOMS = {
	originCountry: 'PT',
	tariffCode: '6912004400',
	customsValue: 0.01,
	description: 'Ceramic mug for hot drinks',
};

/** The operations about products and their stock. */
export const STOCK_SCENES: Readonly<Record<string, Scene>> = {
	'product create': {
		node: 'product',
		operation: 'create',
		panel: () => ({
			...PRODUCT,
			additionalFields: { customsInformation: { values: CUSTOMS } },
		}),
	},
	'product create, from JSON': {
		node: 'product',
		operation: 'create',
		panel: () => ({ inputMode: 'json', jsonBody: JSON.stringify(PRODUCT) }),
	},
	'product get': {
		node: 'product',
		operation: 'get',
		panel: (stage) => ({ product: locator(stocked(stage)) }),
	},
	'product getAll': {
		node: 'product',
		operation: 'getAll',
		panel: (stage) => ({ returnAll: true, product: stocked(stage) }),
	},
	'inventory get': {
		node: 'inventory',
		operation: 'get',
		panel: (stage) => ({ product: locator(stocked(stage)) }),
	},
	'inventory getAll': {
		node: 'inventory',
		operation: 'getAll',
		panel: (stage) => ({ limit: 2, product: stocked(stage) }),
	},
	'inventory getLowStock': {
		node: 'inventory',
		operation: 'getLowStock',
		panel: (stage) => ({
			thresholdMode: 'perSku',
			thresholds: { values: [{ sku: stocked(stage), threshold: 10 }] },
		}),
	},
	'inventory getWarehouses': {
		node: 'inventory',
		operation: 'getWarehouses',
		panel: (stage) => ({ skus: stocked(stage) }),
	},
};
