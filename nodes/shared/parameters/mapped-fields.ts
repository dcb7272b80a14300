import type { GenericValue, IDataObject } from 'n8n-workflow';

/**
 * Gives the value of a parameter for an item, or undefined where n8n has to be asked.
 * @param json the item
 */
export type MappedReader = (json: IDataObject) => GenericValue | undefined;

/** What n8n writes when a field of an item is dragged into a parameter: ={{ $json.address.city }} */
const MAPPED = /^=\{\{\s*\$json((?:\.[A-Za-z_]\w*|\["[^"\\]*"\]|\['[^'\\]*'\]|\[\d+\])+)\s*\}\}$/;

const STEP = /\.(\w+)|\["([^"]*)"\]|\['([^']*)'\]|\[(\d+)\]/g;

/**
 * How to read a parameter in which whole fields of the item are mapped, and nothing is calculated.
 * @returns undefined for every other parameter
 */
export function mappedReader(parameter: GenericValue): MappedReader | undefined {
	if (!hasExpression(parameter)) return () => parameter;
	if (typeof parameter === 'string') return fieldReader(parameter);
	if (Array.isArray(parameter)) return listReader(parameter);
	return typeof parameter === 'object' && parameter ? groupReader(parameter) : undefined;
}

/** n8n takes a text that begins with = for an expression, wherever it stands. */
function hasExpression(value: unknown): boolean {
	if (typeof value === 'string') return value.startsWith('=');
	if (typeof value !== 'object' || value === null) return false;
	return Object.values(value).some(hasExpression);
}

function fieldReader(expression: string): MappedReader | undefined {
	const path = MAPPED.exec(expression)?.[1];
	if (path === undefined) return undefined;
	const steps = [...path.matchAll(STEP)].map((step) => step.slice(1).find((name) => name) ?? '');
	return (json) => {
		const value = steps.reduce<unknown>(ownProperty, json);
		// Dates, lists and objects are left to n8n, which may wrap or convert them.
		return isPlain(value) ? value : undefined;
	};
}

function ownProperty(value: unknown, name: string): unknown {
	if (typeof value !== 'object' || value === null) return undefined;
	return Object.getOwnPropertyDescriptor(value, name)?.value;
}

function listReader(entries: readonly GenericValue[]): MappedReader | undefined {
	const readers = entries.map(mappedReader).filter((reader) => reader !== undefined);
	if (readers.length < entries.length) return undefined;
	return (json) => {
		const values = readers.map((read) => read(json));
		return values.includes(undefined) ? undefined : values;
	};
}

function groupReader(group: object): MappedReader | undefined {
	const names = Object.keys(group);
	const readEntries = listReader(Object.values(group));
	if (!readEntries) return undefined;
	return (json) => {
		const values = readEntries(json);
		if (!Array.isArray(values)) return undefined;
		return Object.fromEntries(names.map((name, at) => [name, values[at]]));
	};
}

function isPlain(value: unknown): value is string | number | boolean {
	return ['string', 'number', 'boolean'].includes(typeof value);
}
