import fc, { type Arbitrary } from 'fast-check';
import type { SentHeader } from '../../support/incoming.mts';
import { anyJson } from './awkward.mts';
import { edited, type Edit } from './edits.mts';

/** What a sender puts into a request, as bytes and header lines. */
export interface Message {
	body: Buffer | string | undefined;
	headers: readonly SentHeader[];
}

const anyEdit: Arbitrary<Edit> = fc.oneof(
	fc.record({
		at: fc.nat(200),
		does: fc.constantFrom('delete', 'list', 'object', 'many', 'rename'),
	}),
	fc.record({ at: fc.nat(200), does: fc.constant('put' as const), value: anyJson }),
);

const ODD_BODIES: ReadonlyArray<Message['body']> = [
	...[undefined, '', ' ', 'null', '[]', '{}', '"text"', '{"a":', 'a=b&c=d', '<xml/>', '\ufeff{}'],
	...['{"a":1}{}', '{"id":1e999,"__proto__":{"type":"x"},"type":{"toString":null}}'],
	Buffer.from([0xff, 0xfe, 0x7b, 0x7d]),
	`{"id":"\\ud800","type":"${'x'.repeat(100_000)}"}`,
	`${'{"a":'.repeat(20_000)}1${'}'.repeat(20_000)}`,
	`${'['.repeat(200_000)}${']'.repeat(200_000)}`,
];

/** Bodies that begin with an event of the system, changed here and there, and others. */
export function anyBody(event: unknown): Arbitrary<Message['body']> {
	const changed = fc
		.array(anyEdit, { maxLength: 5 })
		.map((edits) => JSON.stringify(edited(event, edits)) ?? '');
	return fc.oneof(
		{ weight: 6, arbitrary: changed },
		{ weight: 1, arbitrary: fc.constantFrom(...ODD_BODIES) },
		{ weight: 1, arbitrary: fc.uint8Array({ maxLength: 40 }).map((bytes) => Buffer.from(bytes)) },
	);
}

const NAMES = [
	...['Authorization', 'X-Fulfillment-Webhook-Token', 'X-Webhook-Token', 'DigitalRiver-Signature'],
	...[
		'X-DS-Signature',
		'Content-Type',
		'Content-Encoding',
		'Cookie',
		'__proto__',
		'constructor',
		'x',
	],
];

const VALUES = [
	...['', ' ', ',', 'Basic', 'Basic ', 'Basic Og==', 'Basic %%%', 'Bearer', 'Bearer  a b', 'a, b'],
	...[
		'0',
		'0,',
		'1768478400, ',
		'1768478400,AAAA',
		'-1,x',
		'1e99,x',
		'NaN,x',
		',,,',
		'x'.repeat(20_000),
	],
	...['application/json; charset=utf-16', '\u00ff\u0080'],
];

/** Header lines of any kind, some of them twice. */
export const anyHeaders: Arbitrary<SentHeader[]> = fc.array(
	fc.tuple(
		fc.oneof(fc.constantFrom(...NAMES), fc.stringMatching(/^[A-Za-z][\w-]{0,20}$/)),
		fc.oneof(fc.constantFrom(...VALUES), fc.stringMatching(/^[ -~]{0,60}$/)),
	),
	{ maxLength: 6 },
);
