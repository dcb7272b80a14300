import type { GenericValue } from 'n8n-workflow';
import { show } from '../checks/show';
import { inputFailure } from '../failure';
import { POOLS } from '../providers/flexport/product-fields';
import { id, looseFlag, record, text, texts, type Json } from '../read';
import type { Item } from '../runner/item';
import { dateText } from './date-text';
import { readParameter } from './read-parameter';

/** A parameter of one item, as it came out of the panel or an expression. */
export function param(item: Item, name: string): GenericValue {
	return readParameter(item, name, '');
}

/**
 * A parameter as text, whatever an expression gave for it.
 * @param label the parameter as the panel shows it
 */
export function textParam(item: Item, name: string, label: string): string {
	return asText(param(item, name), label);
}

export function flagParam(item: Item, name: string, otherwise = false): boolean {
	return looseFlag(readParameter(item, name, otherwise)) ?? otherwise;
}

/** A collection, e.g. Additional Fields or Options; empty if nothing was added. */
export function groupParam(item: Item, name: string): Json {
	return record(readParameter(item, name, {})) ?? {};
}

/** What a resource locator points at: the mode and the value. Plain text is taken as an id. */
export function locatorParam(item: Item, name: string): { mode: string; value: string } {
	const locator = readParameter(item, name, '');
	const { mode, value } = record(locator) ?? { mode: 'id', value: locator };
	return { mode: text(mode) ?? 'id', value: id(value) ?? '' };
}

/**
 * How many rows a list operation gives.
 * @param most the highest limit, if there is one
 * @returns Infinity for Return All
 */
export function wantedRows(item: Item, most = Infinity): number {
	if (flagParam(item, 'returnAll')) return Infinity;
	const limit = Number(param(item, 'limit'));
	if (Number.isInteger(limit) && limit >= 1 && limit <= most) return limit;
	const [range, such] =
		most === Infinity ? ['of at least 1', 'a'] : [`from 1 to ${most}`, 'such a'];
	throw inputFailure(
		`'Limit' must be a whole number ${range}`,
		`Give ${such} number, or switch on 'Return All'.`,
		'Limit',
	);
}

/** Whether the body is given as JSON, and not by the fields of the panel. */
export function isJsonInput(item: Item): boolean {
	return oneOf(param(item, 'inputMode'), ['fields', 'json'], 'Input Mode') === 'json';
}

/** The pool chosen in Options. */
export const poolOf = (item: Item): string => readPool(groupParam(item, 'options').poolName);

/**
 * A pool; empty leaves it to the API.
 * @throws Failure of kind `input` for a pool that does not exist
 */
export function readPool(pool: unknown): string {
	return pool === undefined || pool === '' ? '' : oneOf(pool, POOLS, 'Pool');
}

/** Several values: a list, or as an expression may give them, with commas in between. */
export function several(value: unknown): string[] {
	return texts(typeof value === 'string' ? value.split(',') : value);
}

/**
 * A value that an expression may have given in the place of a choice of the panel.
 * @throws Failure of kind `input` if the panel does not offer it
 */
export function oneOf<T extends string>(value: unknown, choices: readonly T[], label: string): T {
	const chosen = choices.find((choice) => choice === value);
	if (chosen !== undefined) return chosen;
	throw inputFailure(
		`'${label}' is ${show(value)}, which is not one of ${choices.join(', ')}`,
		`Give one of ${choices.join(', ')}.`,
		label,
	);
}

/**
 * What an expression gave for a text. A number or boolean counts as its text, and a date as ISO 8601.
 * @throws Failure of kind `input` for a list or an object, so that it is not silently left out, and for
 * what comes of a calculation without a result
 */
export function asText(value: unknown, label: string): string {
	if (value === undefined || value === null) return '';
	if (value instanceof Date) return dateText(value);
	const isNoNumber = typeof value === 'number' && !Number.isFinite(value);
	if (typeof value !== 'object' && !isNoNumber) return String(value);
	throw inputFailure(`'${label}' is ${show(value)}, but must be text`, 'Give text.', label);
}
