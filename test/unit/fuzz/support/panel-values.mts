import fc, { type Arbitrary } from 'fast-check';
import type { INodeProperties } from 'n8n-workflow';
import { inside, isParameter, type Entry } from '../../support/panel.mts';
import { anyResult } from './awkward.mts';

const RIGHT_TEXTS = [
	...['SHOP-1001', 'Ada Lovelace', 'US', 'USD', 'D0123456789', '10', '2030-01-31T17:00:00Z', 'CA'],
	...[
		'SHOP-1, SHOP-2',
		'https://shop.example/a.pdf',
		'ada@example.com',
		'+1 415 555 0100',
		'94105',
	],
];

const TIMES = ['2030-01-31T17:00:00', '2030-01-31', '2020-01-01T00:00:00Z', '1769860800000', ''];

const JSONS = [
	'{}',
	'[]',
	'[{"sku": "A", "quantity": 1}]',
	'{"A": 1}',
	'{"name": null}',
	'null',
	'{',
];

const NUMBERS = [0, 1, 2, 10, 100, 1000, 1e9, -1, 0.5];

/** What the panel itself can give for one parameter: the right type, though not always a right value. */
function right(property: INodeProperties): Arbitrary<unknown> {
	const entries = inside(property);
	switch (property.type) {
		case 'boolean':
			return fc.boolean();
		case 'number':
			return fc.constantFrom(...NUMBERS);
		case 'dateTime':
			return fc.constantFrom(...TIMES);
		case 'json':
			return fc.constantFrom(...JSONS);
		case 'options':
			return fc.constantFrom<unknown>(...valuesOf(entries), '');
		case 'multiOptions':
			return fc.subarray(valuesOf(entries));
		case 'collection':
			return groupOf(entries.filter(isParameter));
		case 'fixedCollection':
			return fixed(property, entries);
		case 'resourceLocator':
			return fc.record({
				__rl: fc.constant(true),
				mode: fc.constantFrom(...entries.map(({ name }) => name)),
				value: fc.oneof(fc.constantFrom(...RIGHT_TEXTS), anyResult),
			});
		default:
			return fc.constantFrom(...RIGHT_TEXTS, '');
	}
}

/** What can stand in one parameter, be it that an expression puts it there. */
export function valueOf(property: INodeProperties): Arbitrary<unknown> {
	return fc.oneof({ weight: 3, arbitrary: right(property) }, { weight: 2, arbitrary: anyResult });
}

function groupOf(properties: readonly INodeProperties[]): Arbitrary<unknown> {
	const shapes = Object.fromEntries(properties.map((one) => [one.name, valueOf(one)]));
	return fc.record(shapes, { requiredKeys: [] }).map((group) => ({ ...group }));
}

function fixed({ typeOptions }: INodeProperties, entries: readonly Entry[]): Arbitrary<unknown> {
	const groups = entries.map((entry) => {
		const group = groupOf(inside(entry).filter(isParameter));
		const several = fc.array(fc.oneof({ weight: 6, arbitrary: group }, anyResult), {
			maxLength: 3,
		});
		return [entry.name, typeOptions?.multipleValues ? several : group] as const;
	});
	return fc.record(Object.fromEntries(groups), { requiredKeys: [] }).map((all) => ({ ...all }));
}

function valuesOf(entries: readonly Entry[]): unknown[] {
	return entries.flatMap((entry) => ('value' in entry ? [entry.value] : []));
}
