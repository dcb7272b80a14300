import fc from 'fast-check';
import { extent } from '../../jest/extent.mts';
import allSample from '../../fixtures/flexport/all-inventory.json';
import sample from '../../fixtures/flexport/inventory.json';
import warehouseSample from '../../fixtures/flexport/warehouse-details.json';
import {
	simplifyInventory,
	simplifyWarehouses,
} from '../../../nodes/shared/providers/flexport/simplify-inventory.ts';
import { anyJson } from '../support/any-json.mts';

const EMPTY = {
	sku: null,
	onHand: null,
	available: null,
	unavailable: null,
	unitsPerPack: null,
	earliestExpiration: null,
	lots: 0,
	packs: 0,
	pool: 'DEFAULT',
};

describe('the stock of a product', () => {
	it('is read from the sample of GetInventory', () => {
		expect(simplifyInventory(sample, '')).toEqual({
			sku: 'stringstrin',
			onHand: 0,
			available: 0,
			unavailable: 0,
			unitsPerPack: 0,
			earliestExpiration: '2019-08-24T14:15:22.000Z',
			lots: 1,
			packs: 1,
			pool: 'DEFAULT',
		});
	});

	it('is read from the sample of GetAllInventory, whose lots and packs are blank', () => {
		expect(allSample.map((row) => simplifyInventory(row, 'STORAGE'))).toEqual([
			{
				sku: 'stringstrin',
				onHand: 0,
				available: 0,
				unavailable: 0,
				unitsPerPack: 0,
				earliestExpiration: null,
				lots: 1,
				packs: 1,
				pool: 'STORAGE',
			},
		]);
	});

	it('names the SKU that was asked for where the answer does not', () => {
		expect(simplifyInventory({ onHand: 3 }, '', 'DABCDEF1234').sku).toBe('DABCDEF1234');
	});

	it("names the answer's SKU where it has one", () => {
		expect(simplifyInventory({ logisticsSku: 'DOTHER00001' }, '', 'DABCDEF1234').sku).toBe(
			'DOTHER00001',
		);
	});

	it('tells the lot that expires first', () => {
		const lotTrackingDetails = [
			{ expirationDate: '2031-05-01T00:00:00Z', available: 1 },
			{ expirationDate: '2030-12-31T23:00:00+00:00', available: 1 },
			{ available: 1 },
			{ expirationDate: 1_940_000_000_000, available: 1 },
		];
		expect(simplifyInventory({ lotTrackingDetails }, '')).toMatchObject({
			lots: 4,
			earliestExpiration: '2030-12-31T23:00:00.000Z',
		});
	});

	it.each([
		['', 'DEFAULT'],
		['PREP', 'PREP'],
	])('is that of the pool %j: %s', (poolName, pool) => {
		expect(simplifyInventory({}, poolName).pool).toBe(pool);
	});

	it('of which nothing is known has the same fields, empty', () => {
		expect(simplifyInventory({}, '')).toEqual(EMPTY);
	});

	it('has the same fields whatever the answer holds', () => {
		const shape = Object.fromEntries(Object.keys(sample).map((key) => [key, anyJson()]));
		fc.assert(
			fc.property(fc.record(shape, { requiredKeys: [] }), (row) => {
				expect(Object.keys(simplifyInventory(row, ''))).toEqual(Object.keys(EMPTY));
			}),
			{ seed: 7, numRuns: extent(500) },
		);
	});
});

describe('the warehouses of a product', () => {
	it('are one entry each', () => {
		const warehouseDetails = [
			{ warehouseId: 'PHX7', available: 5 },
			{ warehouseId: 12, available: '7' },
		];
		expect(simplifyWarehouses({ logisticsSku: 'DABCDEF1234', warehouseDetails }, 'PREP')).toEqual([
			{ sku: 'DABCDEF1234', warehouseId: 'PHX7', available: 5, pool: 'PREP' },
			{ sku: 'DABCDEF1234', warehouseId: '12', available: 7, pool: 'PREP' },
		]);
	});

	it('are read from the sample of GetWarehouseDetails, whose entry is blank', () => {
		expect(warehouseSample.flatMap((row) => simplifyWarehouses(row, ''))).toEqual([
			{ sku: 'string', warehouseId: null, available: null, pool: 'DEFAULT' },
		]);
	});

	it.each([{}, { warehouseDetails: null }, { warehouseDetails: 'none' }, { warehouseDetails: [] }])(
		'may be none: %j',
		(row) => {
			expect(simplifyWarehouses({ logisticsSku: 'DABCDEF1234', ...row }, '')).toEqual([]);
		},
	);
});
