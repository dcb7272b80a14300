import { inputFailure, Failure } from '../failure';
import { record, type Json } from '../read';
import { checkMap } from './check-map';
import { checkTexts } from './check-texts';
import { checkValue } from './check-value';
import type { Field, Naming, Place, Problem } from './field';

/** A rule between several fields. */
export type Rule = (body: Json, nameOf: NameOf) => Problem[];

/** A field in the words of the person: by its label, or by its path in the JSON. */
export type NameOf = (label: string, path: string) => string;

/**
 * Checks a request body against what the documentation says, before anything is sent.
 *
 * @param rules what holds between fields; looked at where each field by itself is right
 * @throws Failure of kind `input` with the first finding; the others stand in `alsoFound`
 */
export function check(
	body: Json,
	fields: readonly Field[],
	naming: Naming,
	rules: readonly Rule[] = [],
): void {
	const found = findProblems(body, fields, { naming, path: '', place: '' });
	const nameOf: NameOf = (label, path) =>
		naming === 'json' ? `'${path}' in 'JSON Body'` : `'${label}'`;
	const problems = found.length > 0 ? found : rules.flatMap((rule) => rule(body, nameOf));
	const [first, ...others] = problems;
	if (!first) return;
	// Quotes set a name off in a sentence; where the name stands alone they are in the way.
	const failure = inputFailure(first.what, first.fix, first.field.replaceAll("'", ''));
	if (others.length === 0) throw failure;
	throw new Failure({ ...failure.facts, alsoFound: others.map(({ what }) => what) });
}

/** All findings in a body, in the order of the fields. */
export function findProblems(body: Json, fields: readonly Field[], at: Place): Problem[] {
	return fields.flatMap((field) => {
		const value = body[field.key];
		// Most fields are not given: for them no name is needed, and a run checks many.
		if (isMissing(value) && !field.required) return [];
		const path = at.path ? `${at.path}.${field.key}` : field.key;
		const name = at.naming === 'json' ? `'${path}' in 'JSON Body'` : `'${field.label}'${at.place}`;
		if (isMissing(value)) return [missing(name)];
		if (field.kind === 'group') {
			const inner = record(value);
			const place = field.inline ? at.place : ` in '${field.label}'${at.place}`;
			return inner
				? findProblems(inner, field.fields, { ...at, path, place })
				: [wrong(name, 'must be an object', 'Give an object with named values.')];
		}
		if (field.kind === 'list') return checkList(field, value, name, { ...at, path });
		if (field.kind === 'texts') return checkTexts(field, value, name);
		if (field.kind === 'map') return checkMap(field, value, name);
		return checkValue(field, value, name, body, { ...at, path });
	});
}

function checkList(
	field: Extract<Field, { kind: 'list' }>,
	value: unknown,
	name: string,
	at: Place,
): Problem[] {
	if (!Array.isArray(value)) return [wrong(name, 'must be a list', 'Give a list in brackets.')];
	const { entry, fields, min = 0, max = Infinity } = field;
	if (value.length < min) {
		return [wrong(name, `holds no ${entry}`, `Add at least ${min} ${entry}.`)];
	}
	if (value.length > max) {
		const what = `holds ${value.length} ${entry}s, but at most ${max} are allowed`;
		return [wrong(name, what, `Give at most ${max} ${entry}s.`)];
	}
	return value.flatMap((one: unknown, index) => {
		const path = `${at.path}[${index}]`;
		const place = ` of ${entry} ${index + 1}${at.place}`;
		const inner = record(one);
		return inner
			? findProblems(inner, fields, { ...at, path, place })
			: [wrong(name, `has a ${entry} ${index + 1} that is not an object`, 'Give an object.')];
	});
}

function isMissing(value: unknown): boolean {
	return (
		value === undefined || value === null || (typeof value === 'string' && value.trim() === '')
	);
}

function missing(name: string): Problem {
	return wrong(name, 'is empty', 'Fill it in, or map it from the incoming item.');
}

function wrong(name: string, what: string, fix: string): Problem {
	return { field: name, what: `${name} ${what}`, fix };
}
