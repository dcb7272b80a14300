import { createHmac } from 'node:crypto';
import { isSigned } from '../../../nodes/shared/providers/digital-river/signature.ts';
import { delivered, type SentHeader } from '../support/incoming.mts';

const KEY = 'whtok_7c1e';
const BODY = Buffer.from('{"id":"e1","type":"fulfillment_order.shipped","note":"Größe"}', 'utf8');
const NOW = Date.parse('2026-01-15T12:00:00.000Z');
const NOW_S = NOW / 1000;
const TOLERANCE_MS = 300_000;

/** The header as Digital River's own cartridge reads it: timestamp, comma, space, Base64. */
function headerOf(timestamp: number | string, { key = KEY, body = BODY } = {}): string {
	const message = Buffer.concat([Buffer.from(`${timestamp}.`), body]);
	return `${timestamp}, ${createHmac('sha256', key).update(message).digest('base64')}`;
}

const check = { secret: KEY, toleranceMs: TOLERANCE_MS, now: NOW };

interface Changes extends Partial<typeof check> {
	body?: Buffer;
}

const isGood = (header: string, { body = BODY, ...changes }: Changes = {}) => {
	const headers: SentHeader[] = [['DigitalRiver-Signature', header]];
	return isSigned(delivered({ headers, body }), { ...check, ...changes });
};

/** The signature alone. */
const base64Of = (header: string) => header.split(', ')[1] ?? '';

describe('a signature of Digital River', () => {
	it('is valid', () => {
		expect(isGood(headerOf(NOW_S))).toBe(true);
	});

	it.each([
		['without a space', headerOf(NOW_S).replace(', ', ',')],
		['with more spaces', headerOf(NOW_S).replace(', ', ' ,   ')],
		['with an older one in front, while the secret is rotated', twoOf('old', KEY)],
		['with an older one behind it, while the secret is rotated', twoOf(KEY, 'old')],
	])('is valid %s', (_how, header) => {
		expect(isGood(header)).toBe(true);
	});

	it('is found whatever the case of the header is', () => {
		const headers: SentHeader[] = [['DIGITALRIVER-SIGNATURE', headerOf(NOW_S)]];
		expect(isSigned(delivered({ headers, body: BODY }), check)).toBe(true);
	});

	it.each([
		['of another body', headerOf(NOW_S, { body: Buffer.from('{"id":"e2"}') })],
		['with another key', headerOf(NOW_S, { key: 'whtok_7c1f' })],
		['with no key', headerOf(NOW_S, { key: '' })],
		['of another time', `${NOW_S}, ${base64Of(headerOf(NOW_S - 1))}`],
		['of the body without the time', `${NOW_S}, ${hmacOf(BODY)}`],
		['of the time and the body without the dot', `${NOW_S}, ${hmacOf(`${NOW_S}${BODY}`)}`],
		['in hexadecimal', `${NOW_S}, ${Buffer.from(hmacOf(BODY), 'base64').toString('hex')}`],
		['in small letters', headerOf(NOW_S).toLowerCase()],
		['cut short', headerOf(NOW_S).slice(0, -1)],
		['with more behind it', `${headerOf(NOW_S)}AAAA`],
		['with nothing but the time', String(NOW_S)],
		['with nothing behind the comma', `${NOW_S}, `],
		['with commas only', ', , , ,'],
		['with the two parts in turn', headerOf(NOW_S).split(', ').reverse().join(', ')],
		['with no time', `, ${base64Of(headerOf(NOW_S))}`],
		['in the way of Stripe', `t=${NOW_S},v1=${base64Of(headerOf(NOW_S))}`],
		['that is empty', ''],
		['beyond ASCII', `${NOW_S}, ${'\u0130'.repeat(44)}`],
	])('is refused if it is one %s', (_what, header) => {
		expect(isGood(header)).toBe(false);
	});

	it('is refused if there is none', () => {
		expect(isSigned(delivered({ body: BODY }), check)).toBe(false);
	});

	it('is refused if there is no body to compare it with', () => {
		const headers: SentHeader[] = [
			['DigitalRiver-Signature', headerOf(NOW_S, { body: Buffer.from('') })],
		];
		expect(isSigned(delivered({ headers, body: undefined }), check)).toBe(false);
	});

	it('is refused if it was sent twice, even if both are right', () => {
		const one: SentHeader = ['DigitalRiver-Signature', headerOf(NOW_S)];
		const delivery = delivered({ headers: [one, one], body: BODY });
		expect(isSigned(delivery, check)).toBe(false);
	});

	it('is refused for each body that differs in one byte', () => {
		const header = headerOf(NOW_S);
		const accepted = [...BODY.keys()].filter((at) => {
			const body = Buffer.from(BODY);
			body[at] = (body[at] ?? 0) ^ 1;
			return isGood(header, { body });
		});
		expect(accepted).toEqual([]);
	});

	it('is refused if no secret is known, even if it was made with no key', () => {
		expect(isGood(headerOf(NOW_S, { key: '' }), { secret: '' })).toBe(false);
	});
});

describe('the time in a signature', () => {
	it.each([
		['in seconds', NOW_S - 300, NOW_S + 300, NOW_S - 301, NOW_S + 301],
		['in milliseconds', NOW - 300_000, NOW + 300_000, NOW - 300_001, NOW + 300_001],
	])('may be off by the tolerance and no more: %s', (_unit, oldest, newest, tooOld, tooNew) => {
		expect([oldest, newest].map((time) => isGood(headerOf(time)))).toEqual([true, true]);
		expect([tooOld, tooNew].map((time) => isGood(headerOf(time)))).toEqual([false, false]);
	});

	it('is measured by the tolerance that is given', () => {
		expect(isGood(headerOf(NOW_S - 10), { toleranceMs: 10_000 })).toBe(true);
		expect(isGood(headerOf(NOW_S - 11), { toleranceMs: 10_000 })).toBe(false);
	});

	it('ends a delivery that is sent again later, word for word', () => {
		const header = headerOf(NOW_S);
		expect(isGood(header, { now: NOW + TOLERANCE_MS })).toBe(true);
		expect(isGood(header, { now: NOW + TOLERANCE_MS + 1 })).toBe(false);
	});

	it.each([NaN, -1])('lets nothing through if the tolerance is %d', (toleranceMs) => {
		expect(isGood(headerOf(NOW_S), { toleranceMs })).toBe(false);
	});

	it.each([
		['nothing', ''],
		['a word', 'now'],
		['zero', '0'],
		['negative', `-${NOW_S}`],
		['in microseconds', NOW * 1_000],
		['in nanoseconds', `${NOW}000000`],
		['with an exponent', '1.7684784e9'],
		['in hexadecimal', `0x${NOW_S.toString(16)}`],
		['endless', '9'.repeat(400)],
		['in digits of another script', '١٧٦٨٤٧٨٤٠٠'],
	])('is refused if it is %s, although it is signed', (_what, timestamp) => {
		expect(isGood(headerOf(timestamp))).toBe(false);
	});

	it('may be ISO 8601, as its form is not documented', () => {
		expect(isGood(headerOf('2026-01-15T12:04:59Z'))).toBe(true);
		expect(isGood(headerOf('2026-01-15T12:05:01Z'))).toBe(false);
	});
});

function hmacOf(message: Buffer | string): string {
	return createHmac('sha256', KEY).update(message).digest('base64');
}

function twoOf(first: string, second: string): string {
	const [one, other] = [first, second].map((key) => headerOf(NOW_S, { key }));
	return `${one}, ${base64Of(other ?? '')}`;
}
