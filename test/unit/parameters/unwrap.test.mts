import type { IDataObject } from 'n8n-workflow';
import { unwrap } from '../../../nodes/shared/parameters/unwrap.ts';

describe('a collection of the panel', () => {
	it.each<[string, IDataObject, IDataObject]>([
		['plain values as they are', { a: 'x', b: 5 }, { a: 'x', b: 5 }],
		[
			'a group without its wrapper',
			{ duties: { values: { incoterm: 'DDP' } } },
			{ duties: { incoterm: 'DDP' } },
		],
		[
			'a list of groups without its wrapper',
			{ map: { entries: [{ sku: 'A' }, { sku: 'B' }] } },
			{ map: [{ sku: 'A' }, { sku: 'B' }] },
		],
		[
			'groups in groups',
			{ drop: { values: { billing: { values: { city: 'Bonn' } } } } },
			{ drop: { billing: { city: 'Bonn' } } },
		],
		[
			'an object of an expression as it is',
			{ duties: { incoterm: 'DDP' } },
			{ duties: { incoterm: 'DDP' } },
		],
		['0 and false, which are not empty', { days: 0, gift: false }, { days: 0, gift: false }],
	])('becomes %s', (_what, collection, result) => {
		expect(unwrap(collection)).toEqual(result);
	});

	it.each<[string, IDataObject]>([
		['empty texts', { a: '', b: { values: { c: '' } } }],
		['nothing at all', { a: null, b: undefined }],
		['groups that were added and not filled in', { a: {}, b: { values: {} } }],
		['groups that hold only such groups', { a: { values: { b: { values: { c: '' } } } } }],
		['lists that were added and not filled in', { a: { entries: [] } }],
	])('loses %s', (_what, collection) => {
		expect(unwrap(collection)).toEqual({});
	});

	it('is not changed itself', () => {
		const collection = { a: { values: { b: '', c: 1 } } };
		const before = structuredClone(collection);
		unwrap(collection);
		expect(collection).toEqual(before);
	});
});

describe('a date of JavaScript in a collection', () => {
	const at = new Date('2030-01-31T17:00:00Z');

	it.each<[string, object, object]>([
		['by itself', { at }, { at: '2030-01-31T17:00:00.000Z' }],
		['in a group', { pickup: { values: { at } } }, { pickup: { at: '2030-01-31T17:00:00.000Z' } }],
		[
			'in a list of groups',
			{ list: { entries: [{ at }] } },
			{ list: [{ at: '2030-01-31T17:00:00.000Z' }] },
		],
	])('is kept as ISO 8601: %s', (_where, collection, result) => {
		expect(unwrap({ ...collection })).toEqual(result);
	});

	it('that is invalid breaks nothing: the check of its field says so', () => {
		expect(() => unwrap({ at: new Date('soon'), b: 1 })).not.toThrow();
		expect(unwrap({ at: new Date('soon'), b: 1 })).toHaveProperty('b', 1);
	});
});
