import type { INodeProperties } from 'n8n-workflow';
import { check } from '../../shared/checks/check';
import { coerce } from '../../shared/checks/coerce';
import type { Field } from '../../shared/checks/field';
import { inputFailure } from '../../shared/failure';
import { pageProperties } from '../../shared/parameters/common';
import { groupParam, wantedRows } from '../../shared/parameters/read';
import { refuseNone } from '../../shared/parameters/refuse-none';
import { textField } from '../../shared/parameters/text-field';
import { unwrap } from '../../shared/parameters/unwrap';
import { MOST_PER_PAGE } from '../../shared/providers/digital-river/list-orders';
import type { OrderListQuery } from '../../shared/providers/order-provider';
import { text, texts } from '../../shared/read';
import type { Item } from '../../shared/runner/item';

/** Return All, Limit and what narrows the list. */
export const listFields: INodeProperties[] = [
	...pageProperties(MOST_PER_PAGE),
	{
		displayName: 'Filters',
		name: 'filters',
		type: 'collection',
		default: {},
		placeholder: 'Add filter',
		options: [
			textField(
				'Ending Before',
				'endingBefore',
				'9292981838',
				'ID of an order; the list is read backwards from it, towards the newest',
			),
			textField(
				'External Order IDs',
				'externalOrderIds',
				'SHOP-1001, SHOP-1002',
				'Your own IDs, with commas in between, or a list',
			),
			textField(
				'Order IDs',
				'ids',
				'9292981838, 9292981839',
				"The provider's IDs, with commas in between, or a list",
			),
			textField(
				'Starting After',
				'startingAfter',
				'9292981838',
				'ID of an order; the list goes on behind it, towards the oldest',
			),
		],
	},
];

const FILTER_FIELDS: readonly Field[] = [
	{ key: 'ids', label: 'Order IDs', kind: 'texts', entry: 'ID' },
	{ key: 'externalOrderIds', label: 'External Order IDs', kind: 'texts', entry: 'ID' },
	{ key: 'startingAfter', label: 'Starting After', kind: 'text' },
	{ key: 'endingBefore', label: 'Ending Before', kind: 'text' },
];

/**
 * The orders that the panel asks for.
 * @throws Failure of kind `input` for values that the API would refuse
 */
export function readListQuery(item: Item): OrderListQuery {
	const given = groupParam(item, 'filters');
	for (const { key, label } of FILTER_FIELDS) refuseNone(given[key], label, 'orders');
	const filters = coerce(unwrap(given), FILTER_FIELDS, item.ctx.getTimezone());
	check(filters, FILTER_FIELDS, 'panel');
	const startingAfter = text(filters.startingAfter)?.trim();
	const endingBefore = text(filters.endingBefore)?.trim();
	if (startingAfter && endingBefore) {
		throw inputFailure(
			"'Starting After' and 'Ending Before' are both given",
			'Give only one of them: the list is read in one direction.',
			'Starting After',
		);
	}
	return {
		wanted: wantedRows(item, MOST_PER_PAGE),
		ids: texts(filters.ids),
		externalIds: texts(filters.externalOrderIds),
		...(startingAfter ? { startingAfter } : {}),
		...(endingBefore ? { endingBefore } : {}),
	};
}
