import type { GenericValue } from 'n8n-workflow';
import {
	asText,
	flagParam,
	groupParam,
	isJsonInput,
	locatorParam,
	poolOf,
	textParam,
	wantedRows,
} from '../../../nodes/shared/parameters/read.ts';
import { factsOf } from '../support/failing.mts';
import { itemWith } from '../support/fake-item.mts';

describe('a text parameter', () => {
	it.each<[GenericValue, string]>([
		['Ada', 'Ada'],
		[94105, '94105'],
		[0, '0'],
		[true, 'true'],
		['', ''],
		[null, ''],
		[undefined, ''],
	])('that is %j is read as %j', (value, text) => {
		expect(textParam(itemWith({ name: value }), 'name', 'Name')).toBe(text);
	});

	it('that is a date is read as ISO 8601', () => {
		expect(asText(new Date('2030-01-31T09:00:00-08:00'), 'Name')).toBe('2030-01-31T17:00:00.000Z');
	});

	it.each<[GenericValue, string]>([
		[['Ada'], '["Ada"]'],
		[[], '[]'],
		[{ first: 'Ada' }, '{"first":"Ada"}'],
		[{}, '{}'],
	])('that is %j is refused by its label, not left out', (value, shown) => {
		expect(factsOf(() => textParam(itemWith({ name: value }), 'name', 'Recipient Name'))).toEqual({
			kind: 'input',
			what: `'Recipient Name' is ${shown}, but must be text`,
			fix: 'Give text.',
			field: 'Recipient Name',
		});
	});
});

describe('a yes-or-no parameter', () => {
	it.each<[GenericValue, boolean]>([
		[true, true],
		[false, false],
		['true', true],
		['TRUE', true],
		['false', false],
		['', false],
	])('that is %j is read as %j', (value, flag) => {
		expect(flagParam(itemWith({ simplify: value }), 'simplify')).toBe(flag);
	});

	it.each([true, false])('that is missing has its default: %j', (otherwise) => {
		expect(flagParam(itemWith({}), 'simplify', otherwise)).toBe(otherwise);
	});
});

describe('a collection', () => {
	it('is what was added to it', () => {
		expect(groupParam(itemWith({ options: { poolName: 'PREP' } }), 'options')).toEqual({
			poolName: 'PREP',
		});
	});

	it.each<[GenericValue]>([[undefined], [null], [''], [[]]])('is empty if it is %j', (value) => {
		expect(groupParam(itemWith({ options: value }), 'options')).toEqual({});
	});
});

describe('a resource locator', () => {
	it.each<[GenericValue, string, string]>([
		[{ __rl: true, mode: 'list', value: 'DABCDEF1234' }, 'list', 'DABCDEF1234'],
		[{ __rl: true, mode: 'externalId', value: 'SHOP/1' }, 'externalId', 'SHOP/1'],
		[{ __rl: true, mode: 'id', value: 127405472 }, 'id', '127405472'],
		[{ __rl: true, mode: 'id', value: null }, 'id', ''],
		[{ value: '5' }, 'id', '5'],
		['DABCDEF1234', 'id', 'DABCDEF1234'],
		[127405472, 'id', '127405472'],
		['', 'id', ''],
	])('that is %j points at %s %j', (given, mode, value) => {
		expect(locatorParam(itemWith({ order: given }), 'order')).toEqual({ mode, value });
	});
});

describe('how many rows are wanted', () => {
	it('is all with Return All, whatever the limit', () => {
		expect(wantedRows(itemWith({ returnAll: true, limit: 5 }))).toBe(Infinity);
	});

	it.each<[GenericValue, number]>([
		[1, 1],
		[50, 50],
		['7', 7],
	])('is the limit otherwise: %j', (limit, rows) => {
		expect(wantedRows(itemWith({ returnAll: false, limit }))).toBe(rows);
	});

	it.each<[GenericValue]>([[0], [-1], [1.5], ['many'], [''], [null], [[]]])(
		'is refused if the limit is %j',
		(limit) => {
			expect(factsOf(() => wantedRows(itemWith({ returnAll: false, limit })))).toEqual({
				kind: 'input',
				what: "'Limit' must be a whole number of at least 1",
				fix: "Give a number, or switch on 'Return All'.",
				field: 'Limit',
			});
		},
	);

	it('may be as many as the most', () => {
		expect(wantedRows(itemWith({ returnAll: false, limit: 100 }), 100)).toBe(100);
		expect(wantedRows(itemWith({ returnAll: true, limit: 101 }), 100)).toBe(Infinity);
	});

	it.each<[GenericValue]>([[0], [101], [1.5]])('is refused beyond the most: %j', (limit) => {
		expect(factsOf(() => wantedRows(itemWith({ returnAll: false, limit }), 100))).toEqual({
			kind: 'input',
			what: "'Limit' must be a whole number from 1 to 100",
			fix: "Give such a number, or switch on 'Return All'.",
			field: 'Limit',
		});
	});
});

describe('whether a body is given as JSON', () => {
	it.each([
		['json', true],
		['fields', false],
	])('is read from the input mode: %s', (inputMode, isJson) => {
		expect(isJsonInput(itemWith({ inputMode }))).toBe(isJson);
	});

	it.each(['JSON', 'xml', '', null])('is not guessed from %j', (inputMode) => {
		expect(factsOf(() => isJsonInput(itemWith({ inputMode })))).toMatchObject({
			what: `'Input Mode' is ${JSON.stringify(inputMode)}, which is not one of fields, json`,
			field: 'Input Mode',
		});
	});
});

describe('the pool', () => {
	it.each<[GenericValue, string]>([
		[{ poolName: 'STORAGE' }, 'STORAGE'],
		[{ poolName: '' }, ''],
		[{}, ''],
		[undefined, ''],
	])('with the options %j is %j', (options, pool) => {
		expect(poolOf(itemWith({ options }))).toBe(pool);
	});

	it.each<[GenericValue, string]>([
		['storage', '"storage"'],
		['constructor', '"constructor"'],
		[5, '5'],
	])('that there is not is refused: %j', (poolName, shown) => {
		expect(factsOf(() => poolOf(itemWith({ options: { poolName } })))).toEqual({
			kind: 'input',
			what: `'Pool' is ${shown}, which is not one of DEFAULT, UNALLOCATED, STORAGE, PREP`,
			fix: 'Give one of DEFAULT, UNALLOCATED, STORAGE, PREP.',
			field: 'Pool',
		});
	});
});
