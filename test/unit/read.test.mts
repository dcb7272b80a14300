import fc from 'fast-check';
import { extent } from '../jest/extent.mts';
import * as read from '../../nodes/shared/read.ts';

const NOTHING = undefined;

const RECORD: Array<[string, unknown, unknown]> = [
	['an object', { a: 1 }, { a: 1 }],
	['an empty object', {}, {}],
	['a list', [1], NOTHING],
	['null', null, NOTHING],
	['text', 'a', NOTHING],
];

const TEXT: Array<[string, unknown, unknown]> = [
	['text', 'a', 'a'],
	['text of spaces, as it is', ' ', ' '],
	['empty text', '', NOTHING],
	['a number', 5, NOTHING],
	['null', null, NOTHING],
];

const ID: Array<[string, unknown, unknown]> = [
	['text', 'O-1', 'O-1'],
	['a number', 17, '17'],
	['zero', 0, '0'],
	['a large number', 9_007_199_254_740_991, '9007199254740991'],
	['empty text', '', NOTHING],
	['no number', NaN, NOTHING],
	['a boolean', true, NOTHING],
	['an object', {}, NOTHING],
];

const NUMBER: Array<[string, unknown, unknown]> = [
	['a number', 1.5, 1.5],
	['zero', 0, 0],
	['text that is a number', '16', 16],
	['text with spaces around the number', ' -2.5 ', -2.5],
	['text with a unit', '5 kg', NOTHING],
	['a decimal comma', '1,5', NOTHING],
	['empty text', '', NOTHING],
	['text of spaces', '  ', NOTHING],
	['infinity', Infinity, NOTHING],
	['infinity as text', 'Infinity', NOTHING],
	['no number', NaN, NOTHING],
	['a boolean', true, NOTHING],
	['null', null, NOTHING],
	['a list with a number', [5], NOTHING],
];

const FLAG: Array<[string, unknown, unknown]> = [
	['true', true, true],
	['false', false, false],
	['text', 'true', NOTHING],
	['a number', 1, NOTHING],
];

const LOOSE_FLAG: Array<[string, unknown, unknown]> = [
	['true', true, true],
	['false', false, false],
	['text', 'true', true],
	['text in capitals with spaces', ' FALSE ', false],
	['other text', 'yes', NOTHING],
	['empty text', '', NOTHING],
	['a number', 1, NOTHING],
];

const TIME: Array<[string, unknown, unknown]> = [
	['ISO text', '2026-01-15T12:00:00Z', '2026-01-15T12:00:00.000Z'],
	['ISO text of another zone', '2026-01-15T12:00:00+02:00', '2026-01-15T10:00:00.000Z'],
	['a day', '2026-01-15', '2026-01-15T00:00:00.000Z'],
	['epoch milliseconds', 1_768_478_400_000, '2026-01-15T12:00:00.000Z'],
	['text that is no date', 'tomorrow', 'tomorrow'],
	['text that is no date, with a number in it', 'week 5', 'week 5'],
	['empty text', '', NOTHING],
	['a number beyond all dates', 1e20, NOTHING],
	['null', null, NOTHING],
	['an object', {}, NOTHING],
];

describe.each([
	['record', read.record, RECORD],
	['text', read.text, TEXT],
	['id', read.id, ID],
	['number', read.number, NUMBER],
	['flag', read.flag, FLAG],
	['looseFlag', read.looseFlag, LOOSE_FLAG],
	['time', read.time, TIME],
])('%s', (_, reader, table) => {
	it.each(table)('reads %s', (_name, value, expected) => {
		expect(reader(value)).toEqual(expected);
	});
});

describe('lists', () => {
	it.each([
		['a list', [1, 'a'], [1, 'a']],
		['something else', { 0: 1, length: 1 }, []],
		['nothing', undefined, []],
	])('list reads %s', (_, value, expected) => {
		expect(read.list(value)).toEqual(expected);
	});

	it('records leaves out whatever is no object', () => {
		expect(read.records([{ a: 1 }, null, 'a', [2], 3, {}])).toEqual([{ a: 1 }, {}]);
	});

	it('records of something else than a list are none', () => {
		expect(read.records({ data: [{}] })).toEqual([]);
	});

	it('texts leaves out blanks, and whatever is empty or no text', () => {
		expect(read.texts([' a', 'b c\n', '', ' ', null, 5, ['d']])).toEqual(['a', 'b c']);
	});

	it('texts of something else than a list are none', () => {
		expect(read.texts('a')).toEqual([]);
	});
});

describe('row', () => {
	const table = { OPEN: 'open', NONE: '', ZERO: 0 };

	it.each([
		['OPEN', 'open'],
		['NONE', ''],
		['ZERO', 0],
	])('finds %s', (name, found) => {
		expect(read.row<string | number>(table, name)).toBe(found);
	});

	it.each([
		'constructor',
		'toString',
		'hasOwnProperty',
		'valueOf',
		'__proto__',
		'',
		'open',
		'OPEN ',
		undefined,
	])('finds none for %j', (name) => {
		expect(read.row<unknown>(table, name)).toBeUndefined();
	});

	it('finds no row of a table behind the table', () => {
		const inherited: Record<string, string> = Object.create(table);
		expect(inherited.OPEN).toBe('open');
		expect(read.row(inherited, 'OPEN')).toBeUndefined();
	});

	it('finds a row that the table itself names like that', () => {
		expect(read.row({ constructor: 'builder' }, 'constructor')).toBe('builder');
	});
});

it('no reader throws, whatever it is given', () => {
	const { row, ...readers } = read;
	expect(row).toBeInstanceOf(Function);
	fc.assert(
		fc.property(fc.anything({ withBigInt: true, withDate: true, withMap: true }), (value) => {
			for (const reader of Object.values(readers)) expect(() => reader(value)).not.toThrow();
		}),
		{ seed: 20260115, numRuns: extent(1000) },
	);
});
