import fc, { type Arbitrary } from 'fast-check';
import { helperError } from '../../support/scripted-api.mts';
import { SECRET } from './accounts.mts';
import { anyJson, deep } from './awkward.mts';
import { edited, type Edit } from './edits.mts';
import type { Spoil } from './replay.mts';
import type { Taped } from './tape.mts';

/** What happens to one answer. */
export type Way =
	| { edits: readonly Edit[] }
	| { body: unknown }
	| { status: number }
	| { headers: Record<string, unknown> }
	| { fault: string };

const TEXTS = [
	...['', ' ', 'OK', '<!DOCTYPE html><html><body>502</body></html>', '{"data": [', '\u0000'],
	...['x'.repeat(300_000), `Bearer ${SECRET}`, '[]', 'null'],
];

const BODIES: readonly unknown[] = [
	...[
		undefined,
		null,
		true,
		0,
		[],
		{},
		[[]],
		[null],
		{ data: null },
		{ data: {} },
		{ data: [null] },
	],
	...[{ errors: 'no' }, { errors: [null, 5, {}] }, { message: {} }, { type: {}, title: [] }],
	...[deep(60), deep(20_000), { message: SECRET, errors: [{ message: SECRET, type: SECRET }] }],
	Buffer.from('%PDF-1.4'),
];

const STATUSES = [
	...[200, 201, 202, 204, 206, 207, 299, 300, 301, 304, 400, 401, 402, 403, 404, 405, 408, 409],
	...[
		410, 413, 415, 418, 422, 423, 425, 428, 429, 431, 451, 499, 500, 501, 502, 503, 504, 520, 599,
	],
	...[0, 99, 100, 600, 999],
];

const HEADERS: ReadonlyArray<Record<string, unknown>> = [
	...[
		'0',
		'1',
		'-5',
		'1e9',
		'299',
		'301',
		'soon',
		'',
		' 2 ',
		'NaN',
		'Infinity',
		'1.5',
		'9'.repeat(400),
	],
	...['Thu, 15 Jan 2026 12:00:05 GMT', 'Thu, 32 Jan 2026 12:00:05 GMT', '2026-01-15T12:00:05Z'],
].map((retryAfter) => ({ 'retry-after': retryAfter }));

const ODD_HEADERS: ReadonlyArray<Record<string, unknown>> = [
	...HEADERS,
	{},
	{ 'retry-after': ['1', '2'] },
	{ 'Retry-After': '1', date: 'never' },
	{ 'content-type': 'text/html' },
	{ 'content-type': '' },
	{ 'content-type': 'image/png; charset=binary' },
	{ 'x-request-id': 'x'.repeat(10_000), 'set-cookie': ['a=b', `t=${SECRET}`] },
	{ __proto__: null, 'x-request-id': null },
];

const FAULTS = [
	...[
		'ECONNREFUSED',
		'ECONNRESET',
		'ETIMEDOUT',
		'ENOTFOUND',
		'CERT_HAS_EXPIRED',
		'ERR_INVALID_URL',
	],
	...['ERR_BAD_RESPONSE', 'constructor', ''],
];

const anyWay: Arbitrary<Way> = fc.oneof(
	{
		weight: 8,
		arbitrary: fc.record({ edits: fc.array(anyEdit(), { minLength: 1, maxLength: 4 }) }),
	},
	{
		weight: 2,
		arbitrary: fc.record({
			body: fc.oneof(fc.constantFrom<unknown>(...TEXTS, ...BODIES), anyJson),
		}),
	},
	{ weight: 2, arbitrary: fc.record({ status: fc.constantFrom(...STATUSES) }) },
	{ weight: 1, arbitrary: fc.record({ headers: fc.constantFrom(...ODD_HEADERS) }) },
	{ weight: 1, arbitrary: fc.record({ fault: fc.constantFrom(...FAULTS) }) },
);

function anyEdit(): Arbitrary<Edit> {
	const at = fc.nat(5_000);
	return fc.oneof(
		fc.record({ at, does: fc.constantFrom('delete', 'list', 'object', 'many', 'rename') }),
		fc.record({ at, does: fc.constant('put' as const), value: anyJson }),
		fc.record({
			at,
			does: fc.constant('put' as const),
			value: fc.constantFrom<unknown>(
				null,
				`Bearer ${SECRET}`,
				'A_NEW_STATE',
				1e300,
				'x'.repeat(1e5),
			),
		}),
	);
}

/** What happens to the answers of one run: to some of them, or to all from one on. */
export interface Spoiling {
	from: number;
	forever: boolean;
	ways: readonly Way[];
}

export const anySpoiling: Arbitrary<Spoiling> = fc.record({
	from: fc.constantFrom(0, 0, 0, 1, 2, 3),
	forever: fc.boolean(),
	ways: fc.array(anyWay, { minLength: 1, maxLength: 3 }),
});

/** Lets all this happen to the answers of a replay. */
export function spoiling(all: readonly Spoiling[]): Spoil {
	return (answer, nth) =>
		all
			.filter(({ from, forever }) => nth === from || (forever && nth > from))
			.flatMap(({ ways }) => ways)
			.reduce(spoilt, answer);
}

function spoilt(answer: Taped, way: Way): Taped {
	if ('fault' in way) throw helperError(way.fault);
	if ('edits' in way) return { ...answer, body: edited(answer.body, way.edits) };
	return Object.assign({ ...answer }, way);
}
