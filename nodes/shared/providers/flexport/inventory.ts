import type { IDataObject } from 'n8n-workflow';
import { inputFailure } from '../../failure';
import { readOffsetList } from '../../paging/offset-pages';
import { id, record, records, type Json } from '../../read';
import type { ApiRequest, Session } from '../../transport/api-request';
import { call } from './call';
import { LOGISTICS_SKU } from './product-fields';
import { noProduct, PAGE_SIZE, readSku } from './products';

/** GetInventory. An empty pool leaves the choice to Flexport. */
export async function getInventory(
	session: Session,
	logisticsSku: string,
	{ poolName, aggregatePacks }: { poolName: string; aggregatePacks?: boolean },
): Promise<Json> {
	const sku = readSku(logisticsSku);
	const request: ApiRequest = {
		method: 'GET',
		path: `/products/${sku}/inventory`,
		query: { ...inPool(poolName), ...(aggregatePacks === undefined ? {} : { aggregatePacks }) },
		repeat: 'always',
	};
	return record((await call(session, request, { 404: noProduct(sku) })).body) ?? {};
}

/** GetAllInventory, from the first page on. */
export async function listInventory(
	session: Session,
	wanted: number,
	poolName: string,
): Promise<Json[]> {
	const readPage = async (offset: number, limit: number): Promise<Json[]> => {
		const request: ApiRequest = {
			method: 'GET',
			path: '/products/inventory/all',
			query: { limit, offset, ...inPool(poolName) },
			repeat: 'always',
		};
		return records((await call(session, request)).body);
	};
	const keyOf = (row: Json) => id(row.logisticsSku);
	return await readOffsetList({ readPage, pageSize: PAGE_SIZE, wanted, keyOf });
}

/** GetWarehouseDetails: a POST that only reads. */
export async function getWarehouses(
	session: Session,
	skus: readonly string[],
	poolName: string,
): Promise<Json[]> {
	if (skus.length === 0) {
		throw inputFailure("'SKUs' is empty", 'Give at least one Flexport SKU.', 'SKUs');
	}
	const wrong = skus.find((sku) => !LOGISTICS_SKU.test(sku));
	if (wrong !== undefined) {
		throw inputFailure(
			`'SKUs' holds "${wrong}", which is not a Flexport SKU`,
			"Give Flexport's own SKUs: D and ten letters or digits each, with commas in between.",
			'SKUs',
		);
	}
	const request: ApiRequest = {
		method: 'POST',
		path: '/products/warehouse',
		query: inPool(poolName),
		body: { logisticsSkus: [...skus] },
		repeat: 'always',
	};
	return records((await call(session, request)).body);
}

function inPool(poolName: string): IDataObject {
	return poolName === '' ? {} : { poolName };
}
