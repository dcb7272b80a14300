import type { ProductInput } from './control.mts';

/** Weight in ounces, then height, width and length in inches. */
export type Size = readonly [weight: number, height: number, width: number, length: number];
/** Country of origin, tariff code, value in USD, description. */
export type Customs = readonly [string, string, number, string];
/** Units at the two warehouses. */
export type Stock = readonly [east: number, west: number];

/** A product as a shop thinks of it. */
export interface CatalogueRow {
	name: string;
	sku: string;
	size?: Size;
	customs?: Customs;
	/** Missing = never inbounded. */
	stock?: Stock;
	more?: Partial<ProductInput>;
}

export const EAST = 'PHL1';
export const WEST = 'ONT2';

export const ROWS: readonly CatalogueRow[] = [
	{
		name: 'Organic Cotton Tee, White, M',
		sku: 'TEE-WHT-M',
		size: [6, 1, 9, 12],
		customs: ['PT', '6109100012', 6.4, 'Knitted cotton t-shirt, unisex'],
		stock: [140, 96],
	},
	{
		name: 'Organic Cotton Tee, Black, L',
		sku: 'TEE-BLK-L',
		size: [6.5, 1, 9, 12],
		customs: ['PT', '6109100012', 6.4, 'Knitted cotton t-shirt, unisex'],
		stock: [8, 0],
	},
	{
		name: 'Merino Hiking Socks, 3 Pairs',
		sku: 'SOCK-MER-3',
		size: [7, 2, 5, 9],
		customs: ['IT', '6115940000', 9.1, 'Knitted merino wool socks'],
		stock: [320, 210],
	},
	{
		name: 'Canvas Tote Bag, Natural',
		sku: 'TOTE-NAT',
		size: [9, 1, 14, 16],
		customs: ['IN', '4202923131', 3.75, 'Cotton canvas shopping bag'],
		stock: [60, 44],
	},
	{
		name: 'Stainless Bottle, 750 ml, Forest',
		sku: 'BOT-750-FOR',
		size: [14, 11, 4, 4],
		customs: ['CN', '9617001000', 7.2, 'Stainless steel vacuum flask'],
		stock: [75, 12],
	},
	{
		name: 'Stainless Bottle, 750 ml, Sand',
		sku: 'BOT-750-SAN',
		size: [14, 11, 4, 4],
		customs: ['CN', '9617001000', 7.2, 'Stainless steel vacuum flask'],
		stock: [0, 0],
	},
	{
		name: 'Enamel Mug, 350 ml',
		sku: 'MUG-ENA-350',
		size: [8, 4, 4, 5],
		customs: ['PL', '7323940080', 4.3, 'Enamelled steel drinking mug'],
		stock: [4, 3],
	},
	{
		name: 'Pour-Over Coffee Dripper',
		sku: 'COF-DRIP',
		size: [18, 5, 5, 6],
		customs: ['JP', '6911103710', 11, 'Porcelain coffee dripper'],
		stock: [41, 38],
	},
	{
		name: 'Single-Origin Coffee Beans, 1 lb',
		sku: 'COF-ETH-1LB',
		size: [17, 3, 5, 9],
		stock: [90, 0],
		more: {
			inventory: {
				DEFAULT: {
					onHand: 96,
					available: 90,
					unavailable: 6,
					warehouses: [{ warehouseId: EAST, available: 90 }],
					lots: [
						{ lotNumber: 'ETH-2611', expirationDate: '2026-11-30T00:00:00.000Z', available: 30 },
						{ lotNumber: 'ETH-2703', expirationDate: '2027-03-31T00:00:00.000Z', available: 60 },
					],
				},
			},
		},
	},
	{
		name: 'Matcha Powder, 100 g',
		sku: 'MATCHA-100',
		size: [5, 4, 3, 3],
		stock: [25, 0],
		more: {
			inventory: {
				DEFAULT: {
					onHand: 25,
					warehouses: [{ warehouseId: EAST, available: 25 }],
					lots: [{ lotNumber: 'MT-17', expirationDate: '2027-06-30T00:00:00.000Z', available: 25 }],
				},
				STORAGE: {
					onHand: 400,
					lots: [
						{ lotNumber: 'MT-18', expirationDate: '2027-12-31T00:00:00.000Z', available: 400 },
					],
				},
			},
		},
	},
	{
		name: 'Vitamin C Serum, 30 ml',
		sku: 'SERUM-C-30',
		size: [4, 4, 2, 2],
		stock: [0, 55],
		more: {
			inventory: {
				DEFAULT: {
					onHand: 60,
					available: 55,
					unavailable: 5,
					warehouses: [{ warehouseId: WEST, available: 55 }],
					lots: [
						{ lotNumber: 'VC-08', expirationDate: '2026-09-15T00:00:00.000Z', available: 15 },
						{ lotNumber: 'VC-09', expirationDate: '2027-02-15T00:00:00.000Z', available: 40 },
					],
				},
			},
		},
	},
	{
		name: 'Soy Candle, Cedar',
		sku: 'CANDLE-CED',
		size: [15, 4, 4, 4],
		customs: ['US', '3406000000', 5.9, 'Soy wax candle in a glass'],
		stock: [130, 88],
	},
	{
		name: 'Linen Pillowcase, Pair',
		sku: 'LIN-PIL-2',
		size: [16, 2, 10, 12],
		customs: ['LT', '6302290020', 18.5, 'Linen pillowcases'],
		stock: [22, 17],
	},
	{ name: 'Wool Throw, Grey', sku: 'THROW-GRY', size: [48, 6, 14, 16], stock: [15, 9] },
	{
		name: 'Bamboo Cutting Board, Large',
		sku: 'BOARD-BAM-L',
		size: [56, 1, 12, 18],
		stock: [33, 40],
	},
	{ name: 'Cast Iron Skillet, 10 in', sku: 'SKIL-10', size: [88, 3, 11, 17], stock: [5, 0] },
	{
		name: 'Yoga Mat, 5 mm, Plum',
		sku: 'YOGA-PLM',
		size: [40, 5, 5, 25],
		customs: ['TW', '4016910000', 12.8, 'Natural rubber exercise mat'],
		stock: [64, 71],
	},
	{
		name: 'Resistance Bands, Set of 5',
		sku: 'BANDS-5',
		size: [22, 3, 6, 9],
		customs: ['MY', '4016990500', 6.1, 'Latex exercise bands'],
		stock: [210, 180],
	},
	{
		name: 'LED Desk Lamp',
		sku: 'LAMP-LED',
		size: [52, 6, 8, 17],
		customs: ['CN', '9405214010', 16.3, 'LED desk lamp'],
		stock: [18, 26],
	},
	{
		name: 'USB-C Charger, 65 W',
		sku: 'USBC-65W',
		size: [6, 2, 2, 3],
		customs: ['VN', '8504409550', 13.4, 'USB-C power adapter'],
		stock: [0, 300],
	},
	{
		name: 'Dog Chew Rope',
		sku: 'DOG-ROPE',
		size: [7, 2, 3, 12],
		stock: [85, 50],
		more: { dimsLocked: false },
	},
	{ name: 'Kids Puzzle, Ocean, 48 Pieces', sku: 'PUZ-OCEAN', size: [20, 2, 9, 12], stock: [2, 1] },
	{
		name: 'Notebook A5, Dotted',
		sku: 'NOTE-A5-DOT',
		size: [11, 1, 6, 9],
		customs: ['DE', '4820102010', 4.9, 'Bound paper notebook'],
		stock: [500, 420],
		more: { barcodes: ['4006381333931', '00614141999996'] },
	},
	{
		name: 'Gift Card Sleeve (new, not yet received)',
		sku: 'GIFT-SLEEVE',
	},
];
