import type { GenericValue } from 'n8n-workflow';
import { coerce } from '../../../nodes/shared/checks/coerce.ts';
import type { Field } from '../../../nodes/shared/checks/field.ts';

const FIELDS: readonly Field[] = [
	{ key: 'zip', label: 'Postal Code', kind: 'text' },
	{ key: 'count', label: 'Count', kind: 'number' },
	{ key: 'gift', label: 'Gift', kind: 'flag' },
	{ key: 'at', label: 'At', kind: 'time' },
	{
		key: 'group',
		label: 'Group',
		kind: 'group',
		fields: [{ key: 'count', label: 'Count', kind: 'number' }],
	},
	{
		key: 'list',
		label: 'List',
		kind: 'list',
		entry: 'entry',
		fields: [
			{ key: 'code', label: 'Code', kind: 'text' },
			{ key: 'at', label: 'At', kind: 'time' },
		],
	},
];
const coerced = (key: string, value: GenericValue, timezone = 'America/New_York') =>
	coerce({ [key]: value }, FIELDS, timezone)[key];

describe('a text', () => {
	it.each<[GenericValue, GenericValue]>([
		[94105, '94105'],
		[true, 'true'],
		['94105', '94105'],
		['', ''],
	])('may come as %j', (value, text) => {
		expect(coerced('zip', value)).toBe(text);
	});
});

describe('a number', () => {
	it.each<[GenericValue, GenericValue]>([
		['5', 5],
		[' 2.50 ', 2.5],
		['0', 0],
		[3, 3],
		['', ''],
		['five', 'five'],
		['5 pieces', '5 pieces'],
	])('may come as %j', (value, number) => {
		expect(coerced('count', value)).toBe(number);
	});
});

describe('a yes or no', () => {
	it.each<[GenericValue, GenericValue]>([
		['true', true],
		['FALSE', false],
		[' True ', true],
		[false, false],
		['yes', 'yes'],
		[1, 1],
	])('may come as %j', (value, flag) => {
		expect(coerced('gift', value)).toBe(flag);
	});

	it.each(['constructor', 'toString', '__proto__'])('stays as it is where it is %s', (word) => {
		expect(coerced('gift', word)).toBe(word);
	});
});

describe('a time', () => {
	it.each([
		['2030-01-31T17:00:00', 'America/New_York', '2030-01-31T22:00:00.000Z'],
		['2030-07-31T17:00:00', 'America/New_York', '2030-07-31T21:00:00.000Z'],
		['2030-01-31T17:00:00', 'Asia/Tokyo', '2030-01-31T08:00:00.000Z'],
		['2030-01-31 17:00', 'Asia/Tokyo', '2030-01-31T08:00:00.000Z'],
		['2030-01-31', 'Europe/Berlin', '2030-01-30T23:00:00.000Z'],
	])('without a zone is one of the workflow: %s in %s', (value, timezone, instant) => {
		expect(coerced('at', value, timezone)).toBe(instant);
	});

	it.each([
		['2030-01-31T17:00:00Z', '2030-01-31T17:00:00.000Z'],
		['2030-01-31T17:00:00+02:00', '2030-01-31T15:00:00.000Z'],
		['2030-01-31T17:00:00.000-05:00', '2030-01-31T22:00:00.000Z'],
	])('with a zone keeps it: %s', (value, instant) => {
		expect(coerced('at', value, 'Asia/Tokyo')).toBe(instant);
	});

	it('may come as a date of JavaScript', () => {
		const value = new Date('2030-01-31T17:00:00Z');
		expect(coerced('at', value)).toBe('2030-01-31T17:00:00.000Z');
	});

	it.each<[GenericValue]>([['soon'], [''], [true]])(
		'that is none stays as it is, for the check to name: %j',
		(value) => {
			expect(coerced('at', value)).toBe(value);
		},
	);

	it('on a day that no calendar has is not moved to another day', () => {
		expect(coerced('at', '2030-02-31')).toBe('2030-02-31');
	});
});

describe('what lies deeper', () => {
	it('is converted in groups', () => {
		expect(coerced('group', { count: '7', other: '7' })).toEqual({ count: 7, other: '7' });
	});

	it('is converted in each entry of a list', () => {
		const list = [{ code: 1 }, { code: 2, at: '2030-01-31T00:00:00Z' }];
		expect(coerced('list', list)).toEqual([
			{ code: '1' },
			{ code: '2', at: '2030-01-31T00:00:00.000Z' },
		]);
	});

	it.each<[string, GenericValue]>([
		['group', 'text'],
		['group', [1]],
		['list', 'text'],
		['list', { code: 1 }],
	])('stays as it is where a %s is %j', (key, value) => {
		expect(coerced(key, value)).toEqual(value);
	});
});

describe('a body', () => {
	it('keeps fields that are not in the table', () => {
		expect(coerce({ other: '5' }, FIELDS, 'UTC')).toEqual({ other: '5' });
	});

	it('gains no fields', () => {
		expect(coerce({ zip: 5, count: null }, FIELDS, 'UTC')).toEqual({ zip: '5', count: null });
	});

	it('is not changed itself', () => {
		const body = { zip: 5, group: { count: '1' }, list: [{ code: 1 }] };
		const before = structuredClone(body);
		coerce(body, FIELDS, 'UTC');
		expect(body).toEqual(before);
	});
});
