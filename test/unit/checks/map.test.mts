import type { GenericValue } from 'n8n-workflow';
import { check } from '../../../nodes/shared/checks/check.ts';
import { coerce } from '../../../nodes/shared/checks/coerce.ts';
import type { Field } from '../../../nodes/shared/checks/field.ts';
import { factsOf } from '../support/failing.mts';
import { findingsIn } from '../support/findings.mts';

const FIELDS: readonly Field[] = [
	{ key: 'attributes', label: 'Custom Attributes', kind: 'map', maxText: 5, maxList: 3 },
];

const findings = (attributes: GenericValue) => findingsIn({ attributes }, FIELDS);

it.each<[GenericValue]>([
	[{}],
	[{ payment: 'Cash' }],
	[{ payment: 'Visa!', count: 2, share: 0.5, none: 0, gift: true, paid: false, empty: '' }],
	[{ list: ['a', 'b', 'c'] }],
	[{ list: [1, 2] }],
	[{ list: [true, false] }],
	[{ list: [] }],
	[{ constructor: 'x', toString: 'y' }],
])('free attributes may be %j', (attributes) => {
	expect(findings(attributes)).toEqual([]);
});

it.each<[GenericValue, string]>([
	['Cash', "'Custom Attributes' must be an object"],
	[5, "'Custom Attributes' must be an object"],
	[['Cash'], "'Custom Attributes' must be an object"],
	[{ a: null }, '\'Custom Attributes\' has "a", which is null'],
	[{ a: { b: 1 } }, '\'Custom Attributes\' has "a", which is {"b":1}'],
	[
		{ a: 'longer' },
		'\'Custom Attributes\' has "a", which is 6 characters long, but at most 5 are allowed',
	],
	[
		{ a: [1, 2, 3, 4] },
		'\'Custom Attributes\' has "a", which holds 4 entries, but at most 3 are allowed',
	],
	[{ a: [1, 'b'] }, '\'Custom Attributes\' has "a", which is a list of different kinds of values'],
	[{ a: [null] }, '\'Custom Attributes\' has "a", which is null'],
	[{ a: [['b']] }, '\'Custom Attributes\' has "a", which is ["b"]'],
	[
		{ a: ['b', 'longer'] },
		'\'Custom Attributes\' has "a", which is 6 characters long, but at most 5 are allowed',
	],
])('free attributes may not be %j', (attributes, finding) => {
	expect(findings(attributes)).toEqual([finding]);
});

it('each attribute that is wrong is named', () => {
	expect(findings({ good: 1, a: null, b: null })).toEqual([
		'\'Custom Attributes\' has "a", which is null',
		'\'Custom Attributes\' has "b", which is null',
	]);
});

it('the fix says what an attribute may be', () => {
	expect(factsOf(() => check({ attributes: { a: null } }, FIELDS, 'json')).fix).toBe(
		'Give text, a number, true or false, or a list of one of them.',
	);
});

it('the values of free attributes are left as they are: nobody knows what they mean', () => {
	const body = { attributes: { n: '5', yes: 'true', at: '2030-01-31', list: ['1'] } };
	expect(coerce(body, FIELDS, 'UTC')).toEqual(body);
});
