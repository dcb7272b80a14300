import fc, { type Arbitrary } from 'fast-check';
import { tryToParseDateTime } from 'n8n-workflow';

/** Stands for an expression that fails when n8n works it out. */
export class FailingExpression {
	readonly isFailing = true;
}

/** Whether there is such an expression in a value; n8n works out a parameter with all that is in it. */
export function isFailing(value: unknown, depth = 0): boolean {
	if (value instanceof FailingExpression) return true;
	if (typeof value !== 'object' || value === null || depth > 12) return false;
	return Object.values(value).some((one) => isFailing(one, depth + 1));
}

const circular: { name: string; self?: unknown } = { name: 'circle' };
circular.self = circular;

/** An object in an object, and so on. */
export function deep(levels: number): unknown {
	let value: unknown = 'bottom';
	for (let level = 0; level < levels; level++) value = level % 2 === 0 ? { a: value } : [value];
	return value;
}

/** Values as JSON has them that break what is written carelessly. */
const AWKWARD_JSON: readonly unknown[] = [
	...[null, true, false, 0, -1, -0, 1.5, 0.1, 1e15, 2 ** 53, 1e21, 1e300, -1e300],
	...['', ' ', '0', '-1', '1e400', 'null', 'true', '{}', '[]', '{', '"', 'DEFAULT', 'D0000000000'],
	...['constructor', '__proto__', 'toString', 'length', 'hasOwnProperty', '.', '..', '../..', '%'],
	...[
		'a/b?c=d#e',
		'a\nb',
		'a\r\nX-Evil: 1',
		'\u0000',
		'\ufeff',
		'\ud800',
		'x\udc00y',
		'😀',
		'İ',
		'ß',
	],
	...['2030-02-31', '0000-00-00T00:00:00Z', '+275760-09-13T00:00:00.001Z', '2030-01-31T17:00:00'],
	...['https://[', 'javascript:alert(1)', 'data:;base64,AAAA', '${7*7}', '{{ $json }}', '=1+1'],
	...[[], {}, [null], [[]], [{}], { values: null }, { entries: 5 }, { value: {} }, [1, 'two', {}]],
	...['x'.repeat(5_000), '😀'.repeat(300), Array.from({ length: 300 }, (_, n) => n), deep(40)],
	JSON.parse('{"__proto__": {"polluted": true}, "constructor": {"prototype": null}}'),
];

/** What only an expression can give. */
const AWKWARD_RESULTS: readonly unknown[] = [
	...[undefined, NaN, Infinity, -Infinity, 10n, new Date(NaN), new Date(8.64e15), new Date(0)],
	...[tryToParseDateTime('2030-01-31T17:00:00Z'), circular, [circular], new Map([['a', 1]])],
	...[deep(3_000), 'x'.repeat(200_000), Buffer.from('bytes')],
	...[Object.create(null), new FailingExpression(), { a: new FailingExpression() }],
];

/** Any value that JSON can hold, with a liking for what is awkward. */
export const anyJson: Arbitrary<unknown> = fc.oneof(
	{ weight: 3, arbitrary: fc.constantFrom(...AWKWARD_JSON) },
	{ weight: 1, arbitrary: fc.jsonValue({ maxDepth: 3 }) },
	{ weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 20 }) },
);

/** Any value that an expression can give for a parameter. */
export const anyResult: Arbitrary<unknown> = fc.oneof(
	{ weight: 3, arbitrary: anyJson },
	{ weight: 2, arbitrary: fc.constantFrom(...AWKWARD_RESULTS) },
);
