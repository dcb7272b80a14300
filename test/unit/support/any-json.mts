import fc, { type Arbitrary } from 'fast-check';
import type { GenericValue, IDataObject } from 'n8n-workflow';
import type { Field } from '../../../nodes/shared/checks/field.ts';

/** Words that are names of JavaScript's own, and values that are nearly right. */
const AWKWARD: readonly GenericValue[] = [
	'constructor',
	'__proto__',
	'toString',
	'',
	'  ',
	'0',
	'US',
	'DABCDEF1234',
	'2030-01-31T17:00:00Z',
	0,
	1,
	-1,
	1.5,
	null,
	true,
	[],
	{},
];

/** Any JSON, with a liking for what is awkward. */
export function anyJson(): Arbitrary<GenericValue> {
	const any: Arbitrary<GenericValue> = fc.jsonValue({ maxDepth: 3 }).map(plain);
	return fc.oneof(fc.constantFrom(...AWKWARD), any);
}

/** Bodies that have some of the fields of a table, right or wrong, at every depth. */
export function anyBody(fields: readonly Field[]): Arbitrary<IDataObject> {
	const shapes = Object.fromEntries(fields.map((field) => [field.key, anyValue(field)]));
	return fc.record(shapes, { requiredKeys: [] }).map((body) => ({ ...body }));
}

function anyValue(field: Field): Arbitrary<GenericValue> {
	switch (field.kind) {
		case 'group':
			return fc.oneof(anyJson(), anyBody(field.fields));
		case 'list':
			return fc.oneof(anyJson(), fc.array(fc.oneof(anyJson(), anyBody(field.fields))));
		default:
			return anyJson();
	}
}

/** JSON as n8n hands it on: objects with a prototype of their own. */
function plain(value: unknown): GenericValue {
	return JSON.parse(JSON.stringify(value) ?? 'null');
}
