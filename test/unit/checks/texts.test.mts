import type { GenericValue } from 'n8n-workflow';
import { check } from '../../../nodes/shared/checks/check.ts';
import { coerce } from '../../../nodes/shared/checks/coerce.ts';
import type { Field } from '../../../nodes/shared/checks/field.ts';
import { factsOf } from '../support/failing.mts';
import { findingsIn } from '../support/findings.mts';

const FIELDS: readonly Field[] = [
	{ key: 'tags', label: 'Tags', kind: 'texts', entry: 'tag', max: 3 },
	{ key: 'content', label: 'Content', kind: 'texts', entry: 'content', oneOf: ['rx', 'fragile'] },
];

const coerced = (value: GenericValue) => coerce({ tags: value }, FIELDS, 'UTC').tags;

describe('a list of texts of the panel', () => {
	it.each<[GenericValue, GenericValue]>([
		['gift', ['gift']],
		['gift, summer', ['gift', 'summer']],
		[' gift ,,\n summer\r\n', ['gift', 'summer']],
		['new york,los angeles', ['new york', 'los angeles']],
		[7709, ['7709']],
		[
			['gift', 7709],
			['gift', '7709'],
		],
		['', []],
		[' , ', []],
		[[], []],
	])('may be given as %j', (value, list) => {
		expect(coerced(value)).toEqual(list);
	});

	it.each<[GenericValue]>([[true], [{ a: 1 }], [[{ a: 1 }]], [['a', null]]])(
		'stays as it is where it is none, for the check to name: %j',
		(value) => {
			expect(coerced(value)).toEqual(value);
		},
	);

	it('keeps a comma inside an entry of a list', () => {
		expect(coerced(['Boston, MA'])).toEqual(['Boston, MA']);
	});
});

describe('a list of texts', () => {
	it.each([[[]], [['a']], [['a', 'b', 'c']]])('may be %j', (tags) => {
		expect(findingsIn({ tags }, FIELDS)).toEqual([]);
	});

	it('may not hold more than are allowed', () => {
		const facts = factsOf(() => check({ tags: ['a', 'b', 'c', 'd'] }, FIELDS, 'panel'));
		expect(facts.what).toBe("'Tags' holds 4 entries, but at most 3 are allowed");
		expect(facts.fix).toBe('Give at most 3.');
	});

	it.each<[GenericValue]>([['gift'], [5], [true], [{ 0: 'gift' }]])('may not be %j', (tags) => {
		expect(findingsIn({ tags }, FIELDS, 'json')).toEqual(["'tags' in 'JSON Body' must be a list"]);
	});

	it.each<[GenericValue, string]>([
		[5, '5'],
		[null, 'null'],
		[false, 'false'],
		[['a'], '["a"]'],
	])('may not hold %j', (entry, shown) => {
		expect(findingsIn({ tags: ['a', entry] }, FIELDS)).toEqual([
			`'Tags' has the tag ${shown}, but must hold texts`,
		]);
	});

	it('of a closed set may hold what stands in it, and nothing else', () => {
		expect(findingsIn({ content: ['rx', 'fragile'] }, FIELDS)).toEqual([]);
		const facts = factsOf(() => check({ content: ['rx', 'glass'] }, FIELDS, 'panel'));
		expect(facts.what).toBe('\'Content\' has the content "glass", which is not one of rx, fragile');
		expect(facts.fix).toBe('Give one of rx, fragile.');
	});

	it.each(['', 'constructor', 'RX'])('of a closed set may not hold %j', (entry) => {
		expect(findingsIn({ content: [entry] }, FIELDS)).toHaveLength(1);
	});
});
