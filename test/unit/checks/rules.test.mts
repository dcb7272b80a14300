import { check, type Rule } from '../../../nodes/shared/checks/check.ts';
import type { Field } from '../../../nodes/shared/checks/field.ts';
import { factsOf } from '../support/failing.mts';
import { findingsIn } from '../support/findings.mts';

const FIELDS: readonly Field[] = [
	{ key: 'a', label: 'First', kind: 'number' },
	{ key: 'b', label: 'Second', kind: 'number' },
	{
		key: 'list',
		label: 'Lines',
		kind: 'list',
		entry: 'line',
		max: 2,
		fields: [{ key: 'n', label: 'Number', kind: 'number' }],
	},
];

const sum: Rule = (body, nameOf) =>
	Number(body.a) + Number(body.b) > 10
		? [
				{
					field: nameOf('First', 'a'),
					what: `${nameOf('First', 'a')} and ${nameOf('Second', 'b')} are too much`,
					fix: 'Give less.',
				},
			]
		: [];

const odd: Rule = (body, nameOf) =>
	Number(body.a) % 2 === 1
		? [{ field: nameOf('First', 'a'), what: `${nameOf('First', 'a')} is odd`, fix: 'Add 1.' }]
		: [];

describe('a rule between fields', () => {
	it('lets a body pass that keeps it', () => {
		expect(() => check({ a: 4, b: 6 }, FIELDS, 'panel', [sum, odd])).not.toThrow();
	});

	it('speaks in the words of the panel', () => {
		expect(factsOf(() => check({ a: 6, b: 6 }, FIELDS, 'panel', [sum]))).toEqual({
			kind: 'input',
			what: "'First' and 'Second' are too much",
			fix: 'Give less.',
			field: 'First',
		});
	});

	it('speaks of places in the JSON where that was given', () => {
		expect(factsOf(() => check({ a: 6, b: 6 }, FIELDS, 'json', [sum]))).toEqual({
			kind: 'input',
			what: "'a' in 'JSON Body' and 'b' in 'JSON Body' are too much",
			fix: 'Give less.',
			field: 'a in JSON Body',
		});
	});

	it('is told together with others that are broken', () => {
		const facts = factsOf(() => check({ a: 7, b: 6 }, FIELDS, 'panel', [sum, odd]));
		expect(facts.what).toBe("'First' and 'Second' are too much");
		expect(facts.alsoFound).toEqual(["'First' is odd"]);
	});

	it('is not looked at while a field by itself is wrong', () => {
		const rule = jest.fn<ReturnType<Rule>, Parameters<Rule>>(() => []);
		const facts = factsOf(() => check({ a: 'x', b: 6 }, FIELDS, 'panel', [rule]));
		expect(facts.what).toBe('\'First\' is "x", but must be a number');
		expect(facts).not.toHaveProperty('alsoFound');
		expect(rule).not.toHaveBeenCalled();
	});
});

describe('a list that may hold so many', () => {
	it.each([[[]], [[{ n: 1 }]], [[{ n: 1 }, { n: 2 }]]])('may be %j', (list) => {
		expect(findingsIn({ list }, FIELDS)).toEqual([]);
	});

	it('may not hold one more, and that is all that is said of it', () => {
		const list = [{ n: 1 }, { n: 'x' }, { n: 3 }];
		const facts = factsOf(() => check({ list }, FIELDS, 'panel'));
		expect(facts).toEqual({
			kind: 'input',
			what: "'Lines' holds 3 lines, but at most 2 are allowed",
			fix: 'Give at most 2 lines.',
			field: 'Lines',
		});
	});
});
