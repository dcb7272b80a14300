import type { IDataObject } from 'n8n-workflow';
import { readAttributes } from '../../../nodes/ShippingOrder/fields/attributes-field.ts';
import { factsOf } from '../support/failing.mts';

const LABEL = 'Custom Attributes';
const read = (...entries: IDataObject[]) => readAttributes(entries, LABEL);

describe('an attribute', () => {
	it.each<[unknown, unknown, unknown]>([
		['text', 'Cash', 'Cash'],
		['text', 5, '5'],
		['text', true, 'true'],
		['text', '', ''],
		['text', undefined, ''],
		['number', 5, 5],
		['number', ' 2.50 ', 2.5],
		['number', '0', 0],
		['boolean', true, true],
		['boolean', 'FALSE', false],
		['list', 'gift, summer', ['gift', 'summer']],
		['list', ['gift', 'summer'], ['gift', 'summer']],
		['list', [1, 2], [1, 2]],
		['list', 5, ['5']],
		[undefined, 'Cash', 'Cash'],
		['', 'Cash', 'Cash'],
	])('of the kind %j with %j is %j', (type, value, expected) => {
		const entry: IDataObject = JSON.parse(JSON.stringify({ name: 'payment', type, value }));
		expect(read(entry)).toEqual({ payment: expected });
	});

	it.each([
		['number', 'five', '"five"'],
		['number', '', '""'],
		['number', true, 'true'],
		['boolean', 'yes', '"yes"'],
		['boolean', 1, '1'],
		['text', { a: 1 }, '{"a":1}'],
		['text', ['a'], '["a"]'],
		['list', { a: 1 }, '{"a":1}'],
	])('of the kind %s may not be %j', (type, value, shown) => {
		expect(factsOf(() => read({ name: 'payment', type, value }))).toEqual({
			kind: 'input',
			what: `'${LABEL}' has "payment", which is ${shown}, but must be a ${type}`,
			fix: "Correct the value, or choose another 'Type'.",
			field: LABEL,
		});
	});

	it.each(['', '  ', null, undefined, {}])('may not be without a name: %j', (name) => {
		expect(factsOf(() => read({ name, type: 'text', value: 'x' }))).toMatchObject({
			what: `'${LABEL}' has a value without a name`,
			field: LABEL,
		});
	});

	it('may have a number for its name, and spaces around it', () => {
		expect(
			read({ name: 7, type: 'text', value: 'a' }, { name: ' b ', type: 'text', value: 'c' }),
		).toEqual({ 7: 'a', b: 'c' });
	});

	it.each(['constructor', 'toString', 'valueOf', '__proto__', 'colour'])(
		'of a kind that there is not (%s) is read as text',
		(type) => {
			expect(read({ name: 'payment', type, value: 'Cash' })).toEqual({ payment: 'Cash' });
		},
	);

	it('of the kind list that is left empty has no entry, and not one of nothing', () => {
		const attributes = read({ name: 'tags', type: 'list', value: '' }) ?? {};
		expect(attributes.tags ?? []).toEqual([]);
	});
});

describe('several attributes', () => {
	it('become one object', () => {
		expect(
			read(
				{ name: 'payment', type: 'text', value: 'Cash' },
				{ name: 'floor', type: 'number', value: '3' },
			),
		).toEqual({ payment: 'Cash', floor: 3 });
	});

	it.each<[unknown]>([[[]], [undefined], ['x'], [{}], [[null]]])(
		'are none where there is %j',
		(entries) => {
			expect(readAttributes(entries, LABEL)).toBeUndefined();
		},
	);
});
