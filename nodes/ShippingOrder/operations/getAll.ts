import type { INodeProperties } from 'n8n-workflow';
import { inputFailure } from '../../shared/failure';
import { pageProperties, simplifyProperty } from '../../shared/parameters/common';
import { optionsOf } from '../../shared/parameters/execution-options';
import type { Operation } from '../../shared/parameters/operation';
import { asText, groupParam, wantedRows } from '../../shared/parameters/read';
import {
	listShipments,
	MOST_PER_PAGE,
	type ListOptions,
	type ShipmentFilter,
} from '../../shared/providers/delivery-solutions/list-shipments';
import { LONGEST_WINDOW_MS } from '../../shared/providers/delivery-solutions/list-windows';
import { openDeliverySolutions } from '../../shared/providers/delivery-solutions/session';
import { number } from '../../shared/read';
import type { Item } from '../../shared/runner/item';
import { filterField } from '../fields/filter-fields';
import { readFilter } from '../fields/read-filter';
import { labelOptions } from '../label-options';
import { shipmentOutput } from '../shipment-output';

const listOptions: INodeProperties[] = [
	{
		displayName: 'Shipments per Request',
		name: 'pageSize',
		type: 'number',
		typeOptions: { minValue: 1, maxValue: MOST_PER_PAGE },
		default: MOST_PER_PAGE,
		description: 'How many shipments one answer of the API may hold, 1 to 1,000',
	},
	{
		displayName: 'Start At',
		name: 'startAt',
		type: 'string',
		default: '',
		placeholder: 'e.g. NjI2N2M5YWI=',
		description:
			'Where to go on: the pagination token of an earlier answer of the API, with the same filters',
	},
];

export const getAll: Operation = {
	value: 'getAll',
	name: 'Get Many',
	action: 'Get many shipping orders',
	description: 'List shipments, by time, status, location or IDs',
	properties: [
		...pageProperties(),
		filterField,
		simplifyProperty,
		optionsOf([...listOptions, ...labelOptions]),
	],
	run: async (item) => {
		const filter = readFilter(item);
		const options = readListOptions(item, filter);
		const session = await openDeliverySolutions(item.runtime);
		const shipments = await listShipments(session, filter, options);
		// All are waited for, so that no download goes on after the item has failed.
		const results = await Promise.allSettled(
			shipments.map(async (shipment) => await shipmentOutput(item, shipment)),
		);
		return results.map((result) => {
			if (result.status === 'fulfilled') return result.value;
			throw result.reason;
		});
	},
};

function readListOptions(item: Item, filter: ShipmentFilter): ListOptions {
	const { pageSize, startAt } = groupParam(item, 'options');
	const size = pageSize === undefined || pageSize === '' ? MOST_PER_PAGE : number(pageSize);
	if (size === undefined || !Number.isInteger(size) || size < 1 || size > MOST_PER_PAGE) {
		throw inputFailure(
			`'Shipments per Request' must be a whole number from 1 to ${MOST_PER_PAGE}`,
			'Give such a number, or take the option away.',
			'Shipments per Request',
		);
	}
	const token = asText(startAt, 'Start At').trim();
	if (token !== '' && [filter.createdAt, filter.lastUpdatedAt].some(isTooLong)) {
		throw inputFailure(
			"'Start At' cannot be used with a time of more than 30 days",
			'Such a time is listed in parts, and the token belongs to one of them. Narrow the filters.',
			'Start At',
		);
	}
	return {
		wanted: wantedRows(item),
		pageSize: size,
		...(token === '' ? {} : { paginationToken: token }),
	};
}

function isTooLong(window: ShipmentFilter['createdAt']): boolean {
	return window !== undefined && window.endsAt - window.startsAt > LONGEST_WINDOW_MS;
}
