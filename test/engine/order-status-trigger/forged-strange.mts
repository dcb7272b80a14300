import { createHmac } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { withOneOff, pick, proving, wireOf, type Forgery, type Loot } from './forged-kinds.mts';
import type { Wire } from './forged-send.mts';

/** A delivery without a valid proof and with a body of its own. */
function carrying(loot: Loot, type: string, body: string | Buffer, encoding?: string): Wire {
	const values = pick([[], [withOneOff(loot.value, loot.random)]], loot.random);
	const wire = proving(loot, ...values);
	const rest = wire.headers.filter(([name]) => name.toLowerCase() !== 'content-type');
	return {
		...wire,
		headers: [
			...rest,
			['content-type', type],
			...(encoding ? [['content-encoding', encoding] as const] : []),
		],
		body: Buffer.from(body),
	};
}

const JSON_TYPE = 'application/json';
const MIB = 1024 * 1024;
const BOUNDARY = '----------------------------boundary';
const MULTIPART = `multipart/form-data; boundary=${BOUNDARY}`;
const multipart = (data: string) =>
	`--${BOUNDARY}\r\nContent-Disposition: form-data; name="a"\r\n\r\n${data}\r\n--${BOUNDARY}--\r\n`;

const NO_JSON = ['', '{', '{"a":', 'null]', '\u0000', '{"a":1}{"a":2}', 'NaN', "{'a':1}"];
const OTHER_JSON = ['[]', '[{}]', '"text"', '1', 'null', 'true', '[[[[]]]]'];

/** Bodies that nobody sends who means well. Here and there n8n refuses them before the node is asked. */
export const STRANGE: readonly Forgery[] = [
	{
		name: 'what is no JSON',
		answers: [401, 422],
		make: (loot) => carrying(loot, JSON_TYPE, pick(NO_JSON, loot.random)),
	},
	{
		name: 'JSON that is no object',
		make: (loot) => carrying(loot, JSON_TYPE, pick(OTHER_JSON, loot.random)),
	},
	{
		name: 'invalid UTF-8',
		answers: [401, 422],
		make: (loot) =>
			carrying(loot, JSON_TYPE, Buffer.from([0x7b, 0x22, 0xff, 0xfe, 0xc0, 0x80, 0x22, 0x7d])),
	},
	{
		name: 'a form',
		make: (loot) => carrying(loot, 'application/x-www-form-urlencoded', 'token=1&a[b]=2'),
	},
	{
		name: 'a form in parts',
		make: (loot) => carrying(loot, MULTIPART, multipart(loot.good.body)),
	},
	{
		name: 'parts that do not end',
		answers: [400, 401],
		make: (loot) => carrying(loot, MULTIPART, `--${BOUNDARY}\r\nContent-Dis`),
	},
	{
		name: 'text, XML, or what has no name',
		answers: [401, 422],
		make: (loot) => {
			const types = ['text/plain', 'application/xml', 'x/y', 'application/json; charset=utf-7'];
			return carrying(loot, pick(types, loot.random), loot.good.body);
		},
	},
	{
		name: 'a compressed body',
		make: (loot) => carrying(loot, JSON_TYPE, gzipSync(loot.good.body), 'gzip'),
	},
];

const deep = (levels: number) => '{"a":'.repeat(levels) + '1' + '}'.repeat(levels);

/** What costs something to send; a few of each will do. */
export const HEAVY: readonly Forgery[] = [
	{
		name: '5 MB',
		make: (loot) => carrying(loot, JSON_TYPE, JSON.stringify({ a: 'x'.repeat(5 * MIB) })),
	},
	{
		name: '5 MB that were signed, and one byte more',
		fits: ({ signs }) => signs,
		make: (loot) => ({
			...wireOf(loot.good),
			body: Buffer.from(JSON.stringify({ a: 'x'.repeat(5 * MIB) })),
		}),
	},
	{
		name: 'JSON of 100,000 levels',
		answers: [401, 422],
		make: (loot) => carrying(loot, JSON_TYPE, deep(100_000)),
	},
	{
		name: 'a few kilobytes that unpack to 10 MB',
		make: (loot) =>
			carrying(loot, JSON_TYPE, gzipSync(JSON.stringify({ a: ' '.repeat(10 * MIB) })), 'gzip'),
	},
];

const SECOND = 1000;
const otherTimes = [-31_536_000, -3600, -302, 310, 3600, 31_536_000, 3_153_600_000];

/** Signatures of Digital River that only who has the secret could make, at the wrong time. */
export function mistimed(secret: string): readonly Forgery[] {
	const signed = (loot: Loot, timestamp: string, key: string) => {
		const mac = createHmac('sha256', key).update(`${timestamp}.${loot.good.body}`);
		return `${timestamp}, ${mac.digest('base64')}`;
	};
	const at = ({ random }: Loot) => Date.now() + pick(otherTimes, random) * SECOND;
	const now = () => String(Math.floor(Date.now() / SECOND));
	return [
		{
			name: 'a signature that is too old, or from the future (seconds)',
			make: (loot) => proving(loot, signed(loot, String(Math.floor(at(loot) / SECOND)), secret)),
		},
		{
			name: 'a signature that is too old, or from the future (milliseconds)',
			make: (loot) => proving(loot, signed(loot, String(at(loot)), secret)),
		},
		{
			name: 'an old signature with the time of now',
			make: (loot) => {
				const [, mac = ''] = signed(loot, String(Math.floor(at(loot) / SECOND)), secret).split(
					', ',
				);
				return proving(loot, `${now()}, ${mac}`);
			},
		},
		{
			name: 'a time that is none',
			make: (loot) => {
				const words = [
					'',
					'now',
					'NaN',
					'-1',
					'1e99',
					'0x1',
					'Infinity',
					`${now()}.`,
					'9'.repeat(30),
				];
				return proving(loot, signed(loot, pick(words, loot.random), secret));
			},
		},
		{
			name: 'a signature with another key',
			make: (loot) => {
				const keys = [withOneOff(secret, loot.random), 'secret', secret.slice(1), `${secret} `];
				return proving(loot, signed(loot, now(), pick(keys, loot.random)));
			},
		},
		{
			name: 'a time without a signature',
			make: (loot) => proving(loot, pick([now(), `${now()},`, `${now()}, , ,`], loot.random)),
		},
		{
			name: 'a signature without a time',
			make: (loot) => {
				const [, mac = ''] = loot.value.split(', ');
				return proving(loot, pick([mac, `, ${mac}`, `${mac}, ${mac}`], loot.random));
			},
		},
		{
			name: 'a right signature with a wrong password',
			make: (loot) => ({
				...wireOf(loot.good),
				headers: wireOf(loot.good).headers.map(([name, value]) =>
					name.toLowerCase() === 'authorization'
						? ([name, withOneOff(value, loot.random)] as const)
						: ([name, value] as const),
				),
			}),
		},
	];
}
