import crypto, { createHmac } from 'node:crypto';
import {
	ALGORITHMS,
	ENCODINGS,
	isSignedBy,
	type SignatureRule,
} from '../../../nodes/shared/webhooks/signature.ts';

const KEY = 'whsec_51aa0f';
const BODY = Buffer.from('{"orderId":"6405","note":"Größe 🚚"}', 'utf8');

const RULES = ALGORITHMS.flatMap((algorithm) =>
	ENCODINGS.map((encoding): [string, SignatureRule] => [
		`${algorithm} in ${encoding}`,
		{ algorithm, encoding },
	]),
);

const sign = (rule: SignatureRule, key = KEY, body: Buffer | string = BODY) =>
	createHmac(rule.algorithm, key).update(body).digest(rule.encoding);

afterEach(() => jest.restoreAllMocks());

describe.each(RULES)('a signature by %s', (_name, rule) => {
	const good = sign(rule);

	it('is valid for the body that it was made of', () => {
		expect(isSignedBy(KEY, [BODY], good, rule)).toBe(true);
	});

	it('is valid for the parts of its message, one behind the other', () => {
		const parts = [BODY.subarray(0, 5).toString(), BODY.subarray(5)];
		expect(isSignedBy(KEY, parts, good, rule)).toBe(true);
	});

	it.each([
		['of another body', sign(rule, KEY, '{"orderId":"6406"}')],
		['of the body with one more space', sign(rule, KEY, `${BODY.toString()} `)],
		['of the same JSON, written anew', sign(rule, KEY, JSON.stringify({ orderId: '6405' }))],
		['of an empty body', sign(rule, KEY, '')],
		['with another key', sign(rule, 'whsec_51aa0e')],
		['with no key', sign(rule, '')],
		['cut short by one character', good.slice(0, -1)],
		['cut to a quarter', good.slice(0, good.length / 4)],
		['with one character more', `${good}0`],
		['twice in one header', `${good}, ${good}`],
		['empty', ''],
		['of null bytes', '\u0000'.repeat(good.length)],
		['beyond ASCII', '\u0130'.repeat(good.length)],
		['that is the key', KEY],
	])('is refused if it is one %s', (_what, signature) => {
		expect(isSignedBy(KEY, [BODY], signature, rule)).toBe(false);
	});

	it('is refused for each body that differs in one byte', () => {
		const accepted = [...BODY.keys()].filter((at) => {
			const tampered = Buffer.from(BODY);
			tampered[at] = (tampered[at] ?? 0) ^ 1;
			return isSignedBy(KEY, [tampered], good, rule);
		});
		expect(accepted).toEqual([]);
	});

	it('is refused if there is no key, even one made with no key', () => {
		expect(isSignedBy('', [BODY], sign(rule, ''), rule)).toBe(false);
	});

	it('is compared by timingSafeEqual on 32 bytes each, whatever its length', () => {
		const spy = jest.spyOn(crypto, 'timingSafeEqual');
		for (const given of [good, good.slice(1), 'a'.repeat(9_000)]) {
			isSignedBy(KEY, [BODY], given, rule);
		}
		const lengths = spy.mock.calls.map((pair) => pair.map(({ byteLength }) => byteLength));
		expect(lengths).toEqual([
			[32, 32],
			[32, 32],
			[32, 32],
		]);
	});

	it('is not valid by any other rule', () => {
		const others = RULES.filter(([, other]) => other !== rule);
		expect(others.filter(([, other]) => isSignedBy(KEY, [BODY], good, other))).toEqual([]);
	});
});

describe('the case of a signature', () => {
	it.each(ALGORITHMS)('does not matter in hexadecimal: %s', (algorithm) => {
		const rule = { algorithm, encoding: 'hex' } as const;
		expect(isSignedBy(KEY, [BODY], sign(rule).toUpperCase(), rule)).toBe(true);
	});

	it.each(ALGORITHMS)('matters in Base64: %s', (algorithm) => {
		const rule = { algorithm, encoding: 'base64' } as const;
		expect(isSignedBy(KEY, [BODY], sign(rule).toLowerCase(), rule)).toBe(false);
	});
});

it('covers bytes that are no text as they are', () => {
	const rule = { algorithm: 'sha256', encoding: 'hex' } as const;
	const [one, other] = [Buffer.from([0xff]), Buffer.from([0xfe])];
	const signature = createHmac('sha256', KEY).update(one).digest('hex');
	expect(isSignedBy(KEY, [one], signature, rule)).toBe(true);
	// Both are the same replacement character once they are read as text.
	expect(isSignedBy(KEY, [other], signature, rule)).toBe(false);
});
