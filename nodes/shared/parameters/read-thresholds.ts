import { readJsonObject } from '../checks/json-input';
import { show } from '../checks/show';
import { inputFailure } from '../failure';
import type { Thresholds } from '../providers/flexport/thresholds';
import { id, number, record, records } from '../read';
import { oneOf } from './read';

/** Gives a parameter by its name: one item's, or that of a trigger, which has no items. */
export type ReadParameter = (name: string) => unknown;

const JSON_LABEL = 'Thresholds as JSON';

const MODES = ['one', 'perSku', 'json'] as const;

/**
 * The thresholds of the panel: one for all, or by SKU.
 * @throws Failure of kind `input` for a threshold that is no number of at least 0
 */
export function readThresholds(read: ReadParameter): Thresholds {
	const mode = oneOf(read('thresholdMode'), MODES, 'Set Threshold');
	if (mode === 'one') {
		const label = 'Threshold';
		return { forAll: readThreshold(read('threshold'), `'${label}'`, label) };
	}
	const label = mode === 'json' ? JSON_LABEL : 'Threshold per SKU';
	const pairs = mode === 'json' ? pairsFromJson(read) : pairsFromList(read);
	if (pairs.length === 0) {
		throw inputFailure(
			`'${label}' is empty`,
			"Add at least one SKU, or set 'Set Threshold' to 'One for All Products'.",
			label,
		);
	}
	const bySku = pairs.map(
		([sku, value]) => [sku, readThreshold(value, `The threshold of SKU "${sku}"`, label)] as const,
	);
	return { bySku: new Map(bySku), label };
}

function pairsFromJson(read: ReadParameter): Array<readonly [string, unknown]> {
	return Object.entries(readJsonObject(read('thresholdsJson'), JSON_LABEL));
}

function pairsFromList(read: ReadParameter): Array<readonly [string, unknown]> {
	return records(record(read('thresholds'))?.values).map(({ sku, threshold }, index) => {
		const name = id(sku)?.trim();
		if (name) return [name, threshold] as const;
		throw inputFailure(
			`'SKU' of threshold ${index + 1} is empty`,
			'Fill it in, or remove the entry.',
			'SKU',
		);
	});
}

function readThreshold(value: unknown, name: string, label: string): number {
	const threshold = number(value);
	if (threshold !== undefined && threshold >= 0) return threshold;
	throw inputFailure(
		`${name} is ${show(value)}, but must be a number of at least 0`,
		'Give a number of units.',
		label,
	);
}
