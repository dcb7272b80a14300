import type { Field } from '../../../nodes/shared/checks/field.ts';
import { factsOf } from '../support/failing.mts';
import { findingsIn } from '../support/findings.mts';
import { check } from '../../../nodes/shared/checks/check.ts';

const field = (rules: Partial<Extract<Field, { kind: 'text' }>>): Field[] => [
	{ key: 'note', label: 'Note', kind: 'text', ...rules },
];

describe('the length of a text', () => {
	it.each([
		['a', []],
		['abcde', []],
		['abcdef', ["'Note' is 6 characters long, but at most 5 are allowed"]],
	])('is checked against the most that is allowed: %j', (note, findings) => {
		expect(findingsIn({ note }, field({ max: 5 }))).toEqual(findings);
	});

	it.each([
		['abc', []],
		['ab', ["'Note' is 2 characters long, but at least 3 are needed"]],
	])('is checked against the least that is needed: %j', (note, findings) => {
		expect(findingsIn({ note }, field({ min: 3 }))).toEqual(findings);
	});

	it('comes with a fix that says how long the text may be', () => {
		expect(factsOf(() => check({ note: 'abcdef' }, field({ max: 5 }), 'panel'))).toEqual({
			kind: 'input',
			field: 'Note',
			what: "'Note' is 6 characters long, but at most 5 are allowed",
			fix: 'Shorten it to 5 characters.',
		});
	});
});

describe('the form of a text', () => {
	const digits = { pattern: /^\d{3}$/, form: 'exactly 3 digits' };

	it('may be what the pattern wants', () => {
		expect(findingsIn({ note: '123' }, field(digits))).toEqual([]);
	});

	it('is quoted and told in words where it is another one', () => {
		const facts = factsOf(() => check({ note: '12' }, field(digits), 'panel'));
		expect(facts.what).toBe('\'Note\' is "12", but must be exactly 3 digits');
		expect(facts.fix).toBe('Give exactly 3 digits.');
	});

	it.each([
		['US', ['\'Note\' is "1", but must be exactly 3 digits']],
		['CA', []],
		[undefined, []],
	])('matters only where another field has a certain value: %j', (country, findings) => {
		const rules = field({ ...digits, patternIf: { key: 'country', is: 'US' } });
		expect(findingsIn({ note: '1', ...(country ? { country } : {}) }, rules)).toEqual(findings);
	});
});

describe('a closed list of texts', () => {
	const units = field({ oneOf: ['oz', 'kg'] });
	const letters = field({ oneOf: new Set(['A', 'B']), listName: 'a letter such as A' });

	it.each(['oz', 'kg'])('lets %s pass', (note) => {
		expect(findingsIn({ note }, units)).toEqual([]);
	});

	it('names its texts where it is short', () => {
		const facts = factsOf(() => check({ note: 'KG' }, units, 'panel'));
		expect(facts.what).toBe('\'Note\' is "KG", which is not one of oz, kg');
		expect(facts.fix).toBe('Give one of oz, kg.');
	});

	it('says what its texts are where it is long', () => {
		const facts = factsOf(() => check({ note: 'C' }, letters, 'panel'));
		expect(facts.what).toBe('\'Note\' is "C", which is not a letter such as A');
		expect(facts.fix).toBe('Give a letter such as A.');
	});
});

describe('a value that is no text', () => {
	it.each<[unknown, string]>([
		[5, '5'],
		[true, 'true'],
		[['a'], '["a"]'],
		[{ a: 1 }, '{"a":1}'],
	])('is named: %j', (note, shown) => {
		const body = JSON.parse(JSON.stringify({ note }));
		expect(findingsIn(body, field({}))).toEqual([`'Note' is ${shown}, but must be text`]);
	});

	it('is cut in the message where it is long', () => {
		const [finding = ''] = findingsIn({ note: ['x'.repeat(500)] }, field({}));
		expect(finding).toMatch(/^'Note' is \["x+\.\.\., but must be text$/);
		expect(finding.length).toBeLessThan(100);
	});
});
