import { createHash } from 'node:crypto';
import type { ComposedMessage } from '../../sandbox/shared/webhook-control.mts';
import type { DoorKind } from './forged-doors.mts';
import type { Wire } from './forged-send.mts';

/** What a forger has at hand: a real delivery, and what is known about how it proves itself. */
export interface Loot {
	good: ComposedMessage;
	/** Another real delivery of the same provider. */
	other: ComposedMessage;
	/** Name of the header that proves, and what it holds. */
	proof: string;
	value: string;
	random: () => number;
}

export interface Forgery {
	name: string;
	/** Default: 401 only. What n8n refuses by itself has another status. */
	answers?: readonly number[];
	/** Default: every door. */
	fits?: (door: DoorKind) => boolean;
	make: (loot: Loot) => Wire;
}

const isAuthorization = ({ proof }: DoorKind) => proof === 'authorization';
const isDigitalRiver = ({ hasSecret }: DoorKind) => hasSecret === true;
const isPlain = ({ signs }: DoorKind) => !signs;

export function wireOf({ url, method, headers, body }: ComposedMessage): Wire {
	return { url, method, headers: Object.entries(headers), body: Buffer.from(body) };
}

/** The value of a header. */
export function headerOf({ headers }: ComposedMessage, name: string): string {
	const found = Object.entries(headers).find(([each]) => each.toLowerCase() === name.toLowerCase());
	return found?.[1] ?? '';
}

/** A real delivery whose proving header is there with these values, in as many lines. */
export function proving({ good, proof }: Loot, ...values: string[]): Wire {
	const wire = wireOf(good);
	const rest = wire.headers.filter(([name]) => name.toLowerCase() !== proof.toLowerCase());
	return { ...wire, headers: [...rest, ...values.map((value) => [proof, value] as const)] };
}

export function pick<T>(list: readonly T[], random: () => number): T {
	const found = list[Math.floor(random() * list.length)];
	if (found === undefined) throw new Error('Nothing to choose from');
	return found;
}

const LETTERS = [...'ghjkmnpqrtvwxyzGHJKMNPQRTVWXYZ'];
const letters = (count: number, random: () => number) =>
	Array.from({ length: count }, () => pick(LETTERS, random)).join('');

/** Differs in one place, which is no matter of upper and lower case. */
export function withOneOff(text: string, random: () => number): string {
	const at = Math.floor(random() * text.length);
	const others = LETTERS.filter((one) => one.toLowerCase() !== text[at]?.toLowerCase());
	return text.slice(0, at) + pick(others, random) + text.slice(at + 1);
}

const wrong = ({ value, random }: Loot) => withOneOff(value, random);
const cut = ({ value, random }: Loot) => 1 + Math.floor(random() * (value.length - 1));
const flipped = (text: string) =>
	[...text].map((one) => (one === one.toLowerCase() ? one.toUpperCase() : one.toLowerCase()));

const SCHEMES = ['Basic', 'Bearer', 'Digest', 'Token', 'Basic Basic', 'Bearer Bearer', ''];
const WORDS = ['undefined', 'null', 'true', '0', '[object Object]', '*', 'Basic', 'Bearer', '***'];
const ELSEWHERE = ['X-Token', 'Cookie', 'X-Api-Key', 'Proxy-Authorization', 'X-Original-Auth'];

/** Headers that prove nothing. */
const HEADERS: readonly Forgery[] = [
	{ name: 'no header', make: (loot) => proving(loot) },
	{ name: 'an empty header', make: (loot) => proving(loot, '') },
	{ name: 'a header of spaces', make: (loot) => proving(loot, '   ') },
	{ name: 'one character off', make: (loot) => proving(loot, wrong(loot)) },
	{
		name: 'anything of the same length',
		make: (loot) => proving(loot, letters(loot.value.length, loot.random)),
	},
	{
		name: 'something much longer',
		make: (loot) => proving(loot, letters(200 + Math.floor(loot.random() * 8000), loot.random)),
	},
	{
		name: 'the right one, and more behind it',
		make: (loot) => proving(loot, loot.value + letters(1, loot.random)),
	},
	{
		name: 'the right one, and more before it',
		make: (loot) => proving(loot, letters(1, loot.random) + loot.value),
	},
	{
		name: 'the beginning of the right one',
		make: (loot) => proving(loot, loot.value.slice(0, cut(loot))),
	},
	{ name: 'the end of the right one', make: (loot) => proving(loot, loot.value.slice(cut(loot))) },
	{
		name: 'upper and lower case exchanged',
		fits: isPlain,
		make: (loot) => proving(loot, flipped(loot.value).join('')),
	},
	{ name: 'a word of a programming language', make: (l) => proving(l, pick(WORDS, l.random)) },
	{
		name: 'the hash of the right one, as a database may hold it',
		make: (loot) => {
			const secret = loot.value.split(' ').at(-1) ?? '';
			return proving(loot, createHash('sha256').update(secret).digest('hex'));
		},
	},
	{
		name: 'bytes that are no ASCII',
		make: (loot) => proving(loot, Buffer.from(`\u00ff\u00e9${loot.value}`).toString('latin1')),
	},
	{
		name: 'the right one in another header',
		make: (loot) => {
			const wire = proving(loot);
			const header = [pick(ELSEWHERE, loot.random), loot.value] as const;
			return { ...wire, headers: [...wire.headers, header] };
		},
	},
	{
		name: 'the right one in the address',
		make: (loot) => {
			const wire = proving(loot);
			const query = new URLSearchParams({ [loot.proof]: loot.value, token: loot.value });
			return { ...wire, url: `${wire.url}?${query}` };
		},
	},
	{ name: 'two that are wrong', make: (loot) => proving(loot, wrong(loot), wrong(loot)) },
	{ name: 'a wrong one, then the right one', make: (l) => proving(l, wrong(l), l.value) },
	{ name: 'the right one, then a wrong one', make: (l) => proving(l, l.value, wrong(l)) },
	{ name: 'the right one twice', make: (loot) => proving(loot, loot.value, loot.value) },
	{ name: 'an empty one, then the right one', make: (loot) => proving(loot, '', loot.value) },
	{
		name: 'a wrong one and the right one in one line',
		// Digital River sends two signatures while its secret is rotated, and one that is right counts.
		fits: (door) => !isDigitalRiver(door),
		make: (loot) => proving(loot, `${wrong(loot)}, ${loot.value}`),
	},
	{
		name: 'another scheme',
		fits: isAuthorization,
		make: (loot) => {
			const [scheme = '', ...rest] = loot.value.split(' ');
			const others = SCHEMES.filter((one) => one !== scheme);
			return proving(loot, [pick(others, loot.random), ...rest].join(' ').trim());
		},
	},
	{
		name: 'a scheme where none belongs',
		fits: (door) => !isAuthorization(door) && !isDigitalRiver(door),
		make: (loot) => proving(loot, `Bearer ${loot.value}`),
	},
	{
		name: 'the right user name with another password, or the other way round',
		fits: ({ name }) => name.endsWith('Basic') || name === 'Digital River',
		make: (loot) => {
			const [user = '', password = ''] = Buffer.from(loot.value.slice(6), 'base64')
				.toString('utf8')
				.split(':');
			const pairs = [
				`${user}:${letters(password.length, loot.random)}`,
				`${letters(user.length, loot.random)}:${password}`,
				`${user}:`,
				`:${password}`,
				`${user}:${password}:`,
				user,
				password,
				':',
			];
			const pair = Buffer.from(pick(pairs, loot.random)).toString('base64');
			return proving(loot, `Basic ${pair}`);
		},
	},
];

/** Bodies that are not the ones that were signed. */
const changed = (name: string, change: (text: string, loot: Loot) => string): Forgery => ({
	name,
	// What is no JSON any more, n8n refuses before the node is asked.
	answers: [401, 422],
	fits: ({ signs }) => signs,
	make: (loot) => ({ ...wireOf(loot.good), body: Buffer.from(change(loot.good.body, loot)) }),
});

const BODIES: readonly Forgery[] = [
	changed('a body with one character off', (text, { random }) => withOneOff(text, random)),
	changed('a body that is cut', (text, { random }) =>
		text.slice(0, Math.floor(random() * text.length)),
	),
	changed('a body with a space behind it', (text) => `${text} `),
	changed('a body with a byte order mark', (text) => `\uFEFF${text}`),
	changed('the same JSON, written anew', (text) => JSON.stringify(JSON.parse(text), null, 1)),
	changed('the body of another delivery', (_text, { other }) => other.body),
	changed('no body', () => ''),
	{
		name: 'the proof of another delivery',
		fits: ({ signs }) => signs,
		make: (loot) => proving(loot, headerOf(loot.other, loot.proof)),
	},
];

export const FORGERIES: readonly Forgery[] = [...HEADERS, ...BODIES];
