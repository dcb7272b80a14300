import type { INodeProperties } from 'n8n-workflow';
import { inputFailure } from '../../shared/failure';
import { groupParam, textParam } from '../../shared/parameters/read';
import { textField } from '../../shared/parameters/text-field';
import type { CancelOptions, CancelledLine } from '../../shared/providers/order-provider';
import { id, number, records, type Json } from '../../shared/read';
import type { Item } from '../../shared/runner/item';
import { forProviders } from '../../shared/parameters/provider';
import { providerNameOf } from '../provider';

/** What Digital River takes for a cancellation: some lines of an order, and a reason. */
export const cancelFields: INodeProperties[] = [
	forProviders(['digitalRiver'], {
		displayName: 'Lines to Cancel',
		name: 'cancelLines',
		type: 'fixedCollection',
		typeOptions: { multipleValues: true },
		default: {},
		placeholder: 'Add line item',
		description: 'Left empty, everything that is still open is cancelled',
		options: [
			{
				displayName: 'Line Item',
				name: 'entries',
				values: [
					textField(
						'Line Item',
						'id',
						'449838789',
						'ID of the line item, your own ID of it, or its product',
					),
					{
						displayName: 'Quantity',
						name: 'quantity',
						type: 'number',
						typeOptions: { minValue: 0, numberPrecision: 0 },
						default: 0,
						description: 'Number of units, or 0 for all that are still open',
					},
				],
			},
		],
	}),
	forProviders(
		['digitalRiver'],
		textField('Reason', 'reason', 'requested_by_customer', 'Why it is cancelled'),
	),
];

/** The lines and the reason of an item; other providers cancel whole orders. */
export function readCancelOptions(item: Item): CancelOptions {
	if (providerNameOf(item) !== 'digitalRiver') return { lines: [], reason: '' };
	return {
		lines: records(groupParam(item, 'cancelLines').entries).map(readLine),
		reason: textParam(item, 'reason', 'Reason').trim(),
	};
}

function readLine({ id: lineId, quantity }: Json): CancelledLine {
	const wanted = (id(lineId) ?? '').trim();
	if (wanted === '') {
		throw inputFailure(
			"'Line Item' of 'Lines to Cancel' is empty",
			'Fill it in, or map it from the incoming item.',
			'Lines to Cancel',
		);
	}
	const units = (quantity ?? '') === '' ? 0 : number(quantity);
	if (units === undefined || !Number.isInteger(units) || units < 0) {
		throw inputFailure(
			`'Quantity' of the line item "${wanted}" must be a whole number`,
			'Give a number of units, or 0 for all that are still open.',
			'Lines to Cancel',
		);
	}
	return units === 0 ? { id: wanted } : { id: wanted, quantity: units };
}
