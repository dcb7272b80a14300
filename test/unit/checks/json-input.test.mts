import type { GenericValue } from 'n8n-workflow';
import {
	readJson,
	readJsonObject,
	readJsonObjects,
} from '../../../nodes/shared/checks/json-input.ts';
import { factsOf } from '../support/failing.mts';

describe('a parameter that takes JSON', () => {
	it.each<[string, unknown]>([
		['{ "a": [1, "x", null] }', { a: [1, 'x', null] }],
		['[]', []],
		['5', 5],
		['  {"a":1}\n', { a: 1 }],
	])('is read from text: %j', (text, value) => {
		expect(readJson(text, 'JSON Body')).toEqual(value);
	});

	it.each<[GenericValue]>([[{ a: 1 }], [[1]], [5], [null], [undefined]])(
		'takes what an expression gives as it is: %j',
		(value) => {
			expect(readJson(value, 'JSON Body')).toBe(value);
		},
	);

	it.each(['', '  ', '\n\t'])('says so where it is empty: %j', (text) => {
		expect(factsOf(() => readJson(text, 'JSON Body'))).toEqual({
			kind: 'input',
			what: "'JSON Body' is empty",
			fix: 'Fill in JSON, or map it from the incoming item.',
			field: 'JSON Body',
		});
	});

	it.each(['{', '{"a":}', "{'a': 1}", '{"a":1,}', 'hello', 'undefined', '[object Object]'])(
		'says so where it does not parse: %j',
		(text) => {
			const facts = factsOf(() => readJson(text, 'Line Items as JSON'));
			expect(facts.kind).toBe('input');
			expect(facts.field).toBe('Line Items as JSON');
			expect(facts.what).toMatch(/^'Line Items as JSON' is not valid JSON: .+/);
			expect(facts.fix).toMatch(/quotes, brackets and commas/);
		},
	);
});

describe('a parameter that takes a JSON object', () => {
	it.each<[GenericValue]>([['{"a":1}'], [{ a: 1 }]])('takes %j', (value) => {
		expect(readJsonObject(value, 'JSON Body')).toEqual({ a: 1 });
	});

	it.each<[GenericValue]>([['[{"a":1}]'], [[{ a: 1 }]], ['5'], ['"text"'], ['null'], [null], [7]])(
		'refuses %j',
		(value) => {
			expect(factsOf(() => readJsonObject(value, 'JSON Body'))).toEqual({
				kind: 'input',
				what: "'JSON Body' must be a JSON object",
				fix: 'Give one object in braces: { ... }.',
				field: 'JSON Body',
			});
		},
	);
});

describe('a parameter that takes a list of objects', () => {
	const EXAMPLE = '[{ "sku": "MUG-1" }]';

	it.each<[GenericValue, object[]]>([
		['[]', []],
		['[{"a":1},{}]', [{ a: 1 }, {}]],
		[[{ a: 1 }], [{ a: 1 }]],
	])('takes %j', (value, rows) => {
		expect(readJsonObjects(value, 'Lines', EXAMPLE)).toEqual(rows);
	});

	it.each<[GenericValue]>([['{"a":1}'], ['[1]'], [[{ a: 1 }, null]], [[[]]], [null], [7]])(
		'refuses %j',
		(value) => {
			expect(factsOf(() => readJsonObjects(value, 'Lines', EXAMPLE))).toEqual({
				kind: 'input',
				what: "'Lines' must be a list of objects",
				fix: 'Give a list such as [{ "sku": "MUG-1" }].',
				field: 'Lines',
			});
		},
	);
});
