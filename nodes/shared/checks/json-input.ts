import { inputFailure } from '../failure';
import { record, records, type Json } from '../read';

/**
 * Reads a parameter that takes JSON: text, or an object or list that an expression gave.
 *
 * @param label the parameter as the panel shows it
 * @throws Failure of kind `input` if it does not parse
 */
export function readJson(value: unknown, label: string): unknown {
	if (typeof value !== 'string') {
		if (isJson(value)) return value;
		throw inputFailure(
			`'${label}' holds what JSON cannot, such as an object that contains itself`,
			'Check what its expression gives.',
			label,
		);
	}
	if (value.trim() === '') {
		throw inputFailure(
			`'${label}' is empty`,
			'Fill in JSON, or map it from the incoming item.',
			label,
		);
	}
	const parsed = parse(value);
	if ('value' in parsed) return parsed.value;
	throw inputFailure(
		`'${label}' is not valid JSON: ${parsed.reason}`,
		'Check for missing quotes, brackets and commas. An expression that gives an object works too.',
		label,
	);
}

/** As `readJson`, for a parameter that must hold an object. */
export function readJsonObject(value: unknown, label: string): Json {
	const body = record(readJson(value, label));
	if (body) return body;
	throw inputFailure(
		`'${label}' must be a JSON object`,
		'Give one object in braces: { ... }.',
		label,
	);
}

/**
 * As `readJson`, for a parameter that must hold a list of objects.
 * @param example such a list, in JSON
 */
export function readJsonObjects(value: unknown, label: string, example: string): Json[] {
	const rows = readJson(value, label);
	if (Array.isArray(rows) && rows.every((row) => record(row) !== undefined)) return records(rows);
	throw inputFailure(
		`'${label}' must be a list of objects`,
		`Give a list such as ${example}.`,
		label,
	);
}

/** Whether it can be sent. An expression can also give an object that contains itself. */
function isJson(value: unknown): boolean {
	try {
		JSON.stringify(value);
		return true;
	} catch {
		return false;
	}
}

function parse(value: string): { value: unknown } | { reason: string } {
	try {
		return { value: JSON.parse(value) as unknown };
	} catch (error) {
		return { reason: error instanceof Error ? error.message : 'it cannot be read' };
	}
}
