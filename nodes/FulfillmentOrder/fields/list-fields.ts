import type { INodeProperties } from 'n8n-workflow';
import { check } from '../../shared/checks/check';
import { coerce } from '../../shared/checks/coerce';
import type { Field } from '../../shared/checks/field';
import { inputFailure } from '../../shared/failure';
import { flagParam, groupParam, param } from '../../shared/parameters/read';
import { textField } from '../../shared/parameters/text-field';
import { unwrap } from '../../shared/parameters/unwrap';
import type { OrderListQuery } from '../../shared/providers/order-provider';
import { list, text } from '../../shared/read';
import type { Item } from '../../shared/runner/item';

/** "Limit can range between 1 and 100" (Digital River, Fulfillment orders). */
const MOST = 100;

/** Return All, Limit and what narrows the list. */
export const listFields: INodeProperties[] = [
	{
		displayName: 'Return All',
		name: 'returnAll',
		type: 'boolean',
		default: false,
		description: 'Whether to return all results or only up to a given limit',
	},
	{
		displayName: 'Limit',
		name: 'limit',
		type: 'number',
		typeOptions: { minValue: 1, maxValue: MOST },
		default: 50,
		description: 'Max number of results to return',
		displayOptions: { show: { returnAll: [false] } },
	},
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
	for (const { key, label } of FILTER_FIELDS) refuseNone(given[key], label);
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
		wanted: readLimit(item),
		ids: textsIn(filters.ids),
		externalIds: textsIn(filters.externalOrderIds),
		...(startingAfter ? { startingAfter } : {}),
		...(endingBefore ? { endingBefore } : {}),
	};
}

function textsIn(value: unknown): string[] {
	return list(value).flatMap((one) => text(one)?.trim() || []);
}

/** An expression that finds no ID means no order, and not all of them. */
function refuseNone(ids: unknown, label: string): void {
	const isBlank = (one: unknown) => typeof one === 'string' && one.trim() === '';
	if (!Array.isArray(ids) || !list(ids).every(isBlank)) return;
	throw inputFailure(
		`'${label}' holds no ID`,
		'Give at least one, or take the filter away to list all orders.',
		label,
	);
}

function readLimit(item: Item): number {
	if (flagParam(item, 'returnAll')) return Infinity;
	const limit = Number(param(item, 'limit'));
	if (Number.isInteger(limit) && limit >= 1 && limit <= MOST) return limit;
	throw inputFailure(
		`'Limit' must be a whole number from 1 to ${MOST}`,
		"Give such a number, or switch on 'Return All'.",
		'Limit',
	);
}
