import type { IPollFunctions } from 'n8n-workflow';
import { show } from '../shared/checks/show';
import { inputFailure } from '../shared/failure';
import { oneOf, readPool, several } from '../shared/parameters/read';
import { readThresholds } from '../shared/parameters/read-thresholds';
import { MEASURES, type LowStockQuery } from '../shared/providers/flexport/low-stock';
import { number, record } from '../shared/read';
import { ALERTS, type AlertKind } from './alerts';

/** What the panel of the trigger says. */
export interface Settings {
	kinds: readonly AlertKind[];
	query: LowStockQuery;
	/** Units above the threshold. */
	margin: number;
	expiryDays: number;
	/** True if the first poll tells of what is low already. */
	emitsAtFirst: boolean;
}

/** Kinds for which a product has to be compared with a threshold. */
const WITH_THRESHOLD: readonly AlertKind[] = ['low', 'restocked'];

/** @throws Failure of kind `input` for what the panel does not offer */
export function settingsOf(ctx: IPollFunctions): Settings {
	const read = (name: string): unknown => ctx.getNodeParameter(name, '');
	const kinds = several(read('alerts')).map((kind) => oneOf(kind, ALERTS, 'Alert When'));
	if (kinds.length === 0) {
		throw inputFailure("'Alert When' is empty", 'Choose at least one.', 'Alert When');
	}
	const hasThreshold = kinds.some((kind) => WITH_THRESHOLD.includes(kind));
	return {
		kinds,
		query: {
			// The panel hides what the chosen kinds do not need, and n8n then gives nothing for it.
			thresholds: hasThreshold ? readThresholds(read) : { forAll: 0 },
			measure: oneOf(read('measure') || 'available', MEASURES, 'Quantity to Compare'),
			poolName: readPool(record(read('options'))?.poolName),
		},
		margin: amount(read('margin'), 'Margin', 0),
		expiryDays: amount(read('expiryDays'), 'Days Before Expiry', 0),
		emitsAtFirst: oneOf(read('firstPoll'), ['emit', 'remember'], 'At the First Poll') === 'emit',
	};
}

function amount(value: unknown, label: string, ifHidden: number): number {
	if (value === '') return ifHidden;
	const given = number(value);
	if (given !== undefined && given >= 0) return given;
	throw inputFailure(
		`'${label}' is ${show(value)}, but must be a number of at least 0`,
		'Give such a number.',
		label,
	);
}
