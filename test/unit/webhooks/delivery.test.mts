import { basic, presented } from '../../../nodes/shared/webhooks/authorization.ts';
import { soleHeader } from '../../../nodes/shared/webhooks/delivery.ts';
import { delivered, type SentHeader } from '../support/incoming.mts';

const NAME = 'X-Webhook-Token';

const tokenOf = (headers: SentHeader[], name = NAME) => soleHeader(delivered({ headers }), name);

describe('a header that proves something', () => {
	it.each(['X-Webhook-Token', 'x-webhook-token', 'X-WEBHOOK-TOKEN', '  X-Webhook-Token '])(
		'is found by the name %j',
		(name) => {
			expect(tokenOf([[NAME, 'secret']], name)).toBe('secret');
			expect(tokenOf([['x-wEbHoOk-ToKeN', 'secret']], name)).toBe('secret');
		},
	);

	it.each<[string, SentHeader[]]>([
		['missing', []],
		['empty', [[NAME, '']]],
		['another one', [['X-Webhook-Token-2', 'secret']]],
	])('is undefined if it is %s', (_what, headers) => {
		expect(tokenOf(headers)).toBeUndefined();
	});

	it.each<[string, SentHeader[]]>([
		[
			'a wrong and a right one',
			[
				[NAME, 'wrong'],
				[NAME, 'secret'],
			],
		],
		[
			'a right and a wrong one',
			[
				[NAME, 'secret'],
				[NAME, 'wrong'],
			],
		],
		[
			'the same twice',
			[
				[NAME, 'secret'],
				[NAME, 'secret'],
			],
		],
		[
			'one in capitals and one in small letters',
			[
				[NAME.toUpperCase(), 'secret'],
				[NAME.toLowerCase(), 'secret'],
			],
		],
		[
			'an empty and a right one',
			[
				[NAME, ''],
				[NAME, 'secret'],
			],
		],
	])('counts as missing if it was sent twice: %s', (_what, headers) => {
		expect(tokenOf(headers)).toBeUndefined();
	});

	it('counts as missing if it was sent twice, also where Node.js keeps the first of them', () => {
		const headers: SentHeader[] = [
			['Authorization', 'Bearer right'],
			['authorization', 'Bearer wrong'],
		];
		expect(delivered({ headers }).headers.authorization).toBe('Bearer right');
		expect(tokenOf(headers, 'Authorization')).toBeUndefined();
	});

	it('is not taken for sent twice because a value is its name', () => {
		const headers: SentHeader[] = [
			['X-First', NAME],
			[NAME, 'secret'],
		];
		expect(tokenOf(headers)).toBe('secret');
	});

	it.each(['constructor', '__proto__', 'toString', 'hasOwnProperty', ''])(
		'is not what every object has: %j',
		(name) => {
			expect(tokenOf([], name)).toBeUndefined();
		},
	);
});

describe('the body of a delivery', () => {
	it('is the bytes that n8n kept', () => {
		const body = Buffer.from([0x7b, 0xff, 0x7d]);
		expect(delivered({ body }).body).toEqual(body);
	});

	it('is undefined where n8n kept none, as for a form with files', () => {
		expect(delivered({ body: undefined }).body).toBeUndefined();
	});
});

describe('what an Authorization header presents', () => {
	it.each([
		'Bearer secret',
		'bearer secret',
		'BEARER secret',
		'Bearer   secret',
		'  Bearer secret  ',
	])('is what follows the scheme: %j', (header) => {
		expect(presented('bearer', header)).toBe('secret');
	});

	it.each([
		['another scheme', 'Basic secret'],
		['a scheme that begins with it', 'BearerX secret'],
		['no scheme', 'secret'],
		['a scheme with nothing behind it', 'Bearer'],
		['a scheme with spaces behind it', 'Bearer    '],
		['two values', 'Bearer secret secret'],
		['two credentials in one header', 'Bearer secret, Bearer secret'],
		['no space', 'Bearersecret'],
		['a colon for the space', 'Bearer:secret'],
		['nothing', ''],
		['no header', undefined],
	])('is nothing for %s', (_what, header) => {
		expect(presented('bearer', header)).toBeUndefined();
	});

	it('is what a client makes of user name and password (RFC 7617)', () => {
		// The examples of the RFC.
		expect(basic('Aladdin', 'open sesame')).toBe('QWxhZGRpbjpvcGVuIHNlc2FtZQ==');
		expect(basic('test', '123£')).toBe('dGVzdDoxMjPCow==');
	});
});
