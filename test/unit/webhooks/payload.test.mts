import { payloadOf } from '../../../nodes/shared/webhooks/payload.ts';

const read = (body: string) => payloadOf(Buffer.from(body, 'utf8'));

/** JSON objects inside of each other, with a number in the innermost. */
const nested = (levels: number) => `${'{"a":'.repeat(levels)}1${'}'.repeat(levels)}`;

describe('the payload of a delivery', () => {
	it('is the object in its body', () => {
		expect(read('{"orderId":"1","lines":[{"sku":"MUG"}],"note":null}')).toEqual({
			orderId: '1',
			lines: [{ sku: 'MUG' }],
			note: null,
		});
	});

	it.each([
		['an empty object', '{}', {}],
		['space around it', ' \n{"a":1}\r\n ', { a: 1 }],
		['letters beyond ASCII', '{"city":"Köln 🏙"}', { city: 'Köln 🏙' }],
		['escaped letters', '{"city":"K\\u00f6ln"}', { city: 'Köln' }],
		['a mark of the byte order', '\ufeff{"a":1}', { a: 1 }],
	])('may have %s', (_what, body, expected) => {
		expect(read(body)).toEqual(expected);
	});

	it.each([
		['empty', ''],
		['white space', '   '],
		['a list', '[{"orderId":"1"}]'],
		['a number', '42'],
		['a text', '"order"'],
		['true', 'true'],
		['null', 'null'],
		['cut short', '{"orderId":"1"'],
		['followed by more', '{"orderId":"1"}{"orderId":"2"}'],
		['a form', 'orderId=1&status=shipped'],
		['XML', '<order id="1"/>'],
		['JSON with a comment', '{"a":1 /* one */}'],
		['JSON with a comma too many', '{"a":1,}'],
		['not a number', '{"a":NaN}'],
	])('is malformed if the body is %s', (_what, body) => {
		expect(read(body)).toBeUndefined();
	});

	it.each([
		['a byte that no text has', [0xff]],
		['a letter that is cut in two', [0xc3]],
		['a letter written in too many bytes', [0xc0, 0xaf]],
		['half of a pair', [0xed, 0xa0, 0x80]],
	])('is malformed if a text in it is no UTF-8: %s', (_what, bytes) => {
		const body = Buffer.concat([Buffer.from('{"a":"'), Buffer.from(bytes), Buffer.from('"}')]);
		expect(payloadOf(body)).toBeUndefined();
	});

	it('is malformed if the body is UTF-16', () => {
		expect(payloadOf(Buffer.from('\ufeff{"a":1}', 'utf16le'))).toBeUndefined();
	});

	it('is malformed if n8n kept no body', () => {
		expect(payloadOf(undefined)).toBeUndefined();
	});
});

describe('a payload that is made to hurt', () => {
	it('may be 64 levels deep, and no deeper', () => {
		expect(read(nested(64))).toBeDefined();
		expect(read(nested(65))).toBeUndefined();
		expect(read(`{"a":${'['.repeat(64)}1${']'.repeat(64)}}`)).toBeUndefined();
	});

	it.each([100_000, 1_000_000])('is malformed and does no harm at %i levels', (levels) => {
		expect(read(nested(levels))).toBeUndefined();
		expect(read(`{"a":${'['.repeat(levels)}${']'.repeat(levels)}}`)).toBeUndefined();
		expect(read('[['.repeat(levels))).toBeUndefined();
	});

	it('may be wide: 5 MB of lines', () => {
		const line = { sku: 'MUG-BLUE', quantity: 1, note: 'x'.repeat(60) };
		const lines = Array.from({ length: 50_000 }, () => line);
		const body = JSON.stringify({ orderId: '1', lines });
		expect(body.length).toBeGreaterThan(5_000_000);
		expect(read(body)?.lines).toHaveLength(50_000);
	});

	it('may be wide: 5 MB of zeros in one list, and of keys in one object', () => {
		expect(read(`{"a":[${'0,'.repeat(2_500_000)}0]}`)?.a).toHaveLength(2_500_001);
		const keys = Array.from({ length: 400_000 }, (_, at) => `"key${at}":1`);
		expect(Object.keys(read(`{${keys.join()}}`) ?? {})).toHaveLength(400_000);
	});

	it('changes nothing for other objects', () => {
		const payload = read('{"__proto__":{"status":"SHIPPED"},"constructor":{"prototype":{"x":1}}}');
		expect(Object.keys(payload ?? {})).toEqual(['__proto__', 'constructor']);
		expect(payload?.status).toBeUndefined();
		expect({}).not.toHaveProperty('status');
		expect({}).not.toHaveProperty('x');
	});
});
