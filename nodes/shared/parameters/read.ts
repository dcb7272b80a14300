import type { GenericValue } from 'n8n-workflow';
import { inputFailure } from '../failure';
import { record, text, type Json } from '../read';
import type { Item } from '../runner/item';

/** A parameter of one item, as it came out of the panel or an expression. */
export function param({ ctx, index }: Item, name: string): GenericValue {
	return ctx.getNodeParameter(name, index, '');
}

/** A parameter as text; a number or boolean from an expression counts as its text. */
export function textParam(item: Item, name: string): string {
	const value = param(item, name);
	return typeof value === 'number' || typeof value === 'boolean'
		? String(value)
		: (text(value) ?? '');
}

export function flagParam(item: Item, name: string, otherwise = false): boolean {
	const value: unknown = item.ctx.getNodeParameter(name, item.index, otherwise);
	return typeof value === 'boolean' ? value : String(value).toLowerCase() === 'true';
}

/** A collection, e.g. Additional Fields or Options; empty if nothing was added. */
export function groupParam(item: Item, name: string): Json {
	return record(item.ctx.getNodeParameter(name, item.index, {})) ?? {};
}

/** What a resource locator points at: the mode and the value. Plain text is taken as an id. */
export function locatorParam(item: Item, name: string): { mode: string; value: string } {
	const locator = item.ctx.getNodeParameter(name, item.index, '');
	const { mode, value } = record(locator) ?? { mode: 'id', value: locator };
	return {
		mode: text(mode) ?? 'id',
		value: typeof value === 'number' ? String(value) : (text(value) ?? ''),
	};
}

/**
 * How many rows a list operation gives.
 * @returns Infinity for Return All
 */
export function wantedRows(item: Item): number {
	if (flagParam(item, 'returnAll')) return Infinity;
	const limit = Number(param(item, 'limit'));
	if (Number.isInteger(limit) && limit >= 1) return limit;
	throw inputFailure(
		"'Limit' must be a whole number of at least 1",
		"Give a number, or switch on 'Return All'.",
		'Limit',
	);
}

/** The pool chosen in Options; empty leaves it to the API. */
export function poolOf(item: Item): string {
	return text(groupParam(item, 'options').poolName) ?? '';
}
