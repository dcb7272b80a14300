import { readJsonObject } from '../../shared/checks/json-input';
import { inputFailure } from '../../shared/failure';
import { groupParam, oneOf, param } from '../../shared/parameters/read';
import type { Thresholds } from '../../shared/providers/flexport/low-stock';
import { id, number, records } from '../../shared/read';
import type { Item } from '../../shared/runner/item';

const JSON_LABEL = 'Thresholds as JSON';

const MODES = ['one', 'perSku', 'json'] as const;

/**
 * The thresholds of an item: one for all, or by SKU.
 * @throws Failure of kind `input` for a threshold that is no number of at least 0
 */
export function readThresholds(item: Item): Thresholds {
	const mode = oneOf(param(item, 'thresholdMode'), MODES, 'Set Threshold');
	if (mode === 'one') {
		const label = 'Threshold';
		return { forAll: readThreshold(param(item, 'threshold'), `'${label}'`, label) };
	}
	const label = mode === 'json' ? JSON_LABEL : 'Threshold per SKU';
	const pairs = mode === 'json' ? pairsFromJson(item) : pairsFromList(item);
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

function pairsFromJson(item: Item): Array<readonly [string, unknown]> {
	return Object.entries(readJsonObject(param(item, 'thresholdsJson'), JSON_LABEL));
}

function pairsFromList(item: Item): Array<readonly [string, unknown]> {
	return records(groupParam(item, 'thresholds').values).map(({ sku, threshold }, index) => {
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
		`${name} is ${JSON.stringify(value) ?? 'empty'}, but must be a number of at least 0`,
		'Give a number of units.',
		label,
	);
}
