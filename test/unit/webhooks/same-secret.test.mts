import crypto, { createHash } from 'node:crypto';
import {
	fingerprint,
	isKnownSecret,
	isSameSecret,
} from '../../../nodes/shared/webhooks/same-secret.ts';

const SECRET = 'b7e1c0-9f3a-4d2e';

afterEach(() => jest.restoreAllMocks());

describe('two secrets', () => {
	it('are the same if they are', () => {
		expect(isSameSecret(SECRET, SECRET)).toBe(true);
	});

	it.each([
		['another one of the same length', 'b7e1c0-9f3a-4d2f'],
		['its beginning', SECRET.slice(0, -1)],
		['one that begins with it', `${SECRET}0`],
		['it with a space in front', ` ${SECRET}`],
		['it with a line end', `${SECRET}\n`],
		['it in capitals', SECRET.toUpperCase()],
		['it twice, as Node.js joins a header that was sent twice', `${SECRET}, ${SECRET}`],
		['it with a null byte', `${SECRET}\u0000`],
		['its fingerprint', createHash('sha256').update(SECRET).digest('hex')],
		['nothing', ''],
		['no text at all', undefined],
	])('are not the same if one is %s', (_what, given) => {
		expect(isSameSecret(given, SECRET)).toBe(false);
		expect(isSameSecret(SECRET, given)).toBe(false);
	});

	it.each([
		['', ''],
		[undefined, undefined],
		['', undefined],
	])('are never the same if there is none: %j and %j', (given, expected) => {
		expect(isSameSecret(given, expected)).toBe(false);
	});

	it('are compared beyond the letters of ASCII', () => {
		expect(isSameSecret('pä55wörd-🔑', 'pä55wörd-🔑')).toBe(true);
		expect(isSameSecret('pä55wörd-🔑', 'pä55wörd-🔒')).toBe(false);
		// Characters of which the low byte is the same.
		expect(isSameSecret('\u0141\u0142', 'AB')).toBe(false);
		// The same to the eye, as one character and as two.
		expect(isSameSecret('p\u00e4', 'pa\u0308')).toBe(false);
	});
});

describe('a secret of which only the fingerprint was kept', () => {
	it('is known', () => {
		expect(isKnownSecret(SECRET, fingerprint(SECRET))).toBe(true);
	});

	it('is not known by another fingerprint', () => {
		expect(isKnownSecret(SECRET, fingerprint('another'))).toBe(false);
	});

	it.each([
		['nothing', ''],
		['missing', undefined],
		['the secret itself', SECRET],
		['cut short', fingerprint(SECRET).slice(0, 63)],
		['one digit too long', `${fingerprint(SECRET)}0`],
		['in capitals', fingerprint(SECRET).toUpperCase()],
		['64 characters that are no hash', 'z'.repeat(64)],
		['followed by a line end', `${fingerprint(SECRET)}\n`],
		['64 characters outside of ASCII', '\u0130'.repeat(64)],
	])('is not known if what was kept is %s, and nothing is thrown', (_what, kept) => {
		expect(isKnownSecret(SECRET, kept)).toBe(false);
	});

	it('is not known if nothing is given, not even by the fingerprint of nothing', () => {
		expect(isKnownSecret('', fingerprint(''))).toBe(false);
		expect(isKnownSecret(undefined, fingerprint(''))).toBe(false);
	});

	it('cannot be read from the fingerprint', () => {
		expect(fingerprint(SECRET)).toBe(createHash('sha256').update(SECRET, 'utf8').digest('hex'));
		expect(fingerprint(SECRET)).not.toContain(SECRET);
	});
});

describe('the time of a comparison', () => {
	it.each([
		['is right', SECRET],
		['differs in its first character', `x${SECRET.slice(1)}`],
		['differs in its last character', `${SECRET.slice(0, -1)}x`],
		['is one character', 'b'],
		['is 100,000 characters', 'b'.repeat(100_000)],
	])('is that of timingSafeEqual on 32 bytes each, also if the secret %s', (_what, given) => {
		const spy = jest.spyOn(crypto, 'timingSafeEqual');
		isSameSecret(given, SECRET);
		expect(spy.mock.calls.map((pair) => pair.map(({ byteLength }) => byteLength))).toEqual([
			[32, 32],
		]);
	});
});
