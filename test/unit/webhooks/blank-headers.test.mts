import { blankHeaders } from '../../../nodes/shared/webhooks/blank-headers.ts';

describe('the headers that a person sees', () => {
	it('are those of the delivery', () => {
		const headers = {
			'content-type': 'application/json',
			'user-agent': 'Flexport-Webhooks/1.0',
			'x-forwarded-for': '203.0.113.7',
			'x-request-id': '7f1c',
			'content-length': '412',
		};
		expect(blankHeaders(headers, [])).toEqual(headers);
	});

	it.each([
		'authorization',
		'proxy-authorization',
		'x-fulfillment-webhook-token',
		'digitalriver-signature',
		'x-ds-signature',
		'x-hub-signature-256',
		'cookie',
		'set-cookie',
		'x-api-key',
		'x-apikey',
		'x-client-secret',
		'x-password',
		'x-amz-security-token',
		'x-csrf-token',
	])('show that there is %s, and not what it says', (name) => {
		expect(blankHeaders({ [name]: 'abc123' }, [])).toEqual({ [name]: '***' });
	});

	// What proxies in front of n8n add for it to trust, and what other senders sign with.
	it.each([
		'cf-access-jwt-assertion',
		'x-goog-iap-jwt-assertion',
		'x-shopify-hmac-sha256',
		'x-session-id',
		'x-api_key',
		'x-access-key',
	])('show nothing of %s either', (name) => {
		expect(blankHeaders({ [name]: 'abc123' }, [])).toEqual({ [name]: '***' });
	});

	it.each(['X-Shop-Proof', 'x-shop-proof', '  X-SHOP-PROOF '])(
		'show nothing of a header that the panel names: %j',
		(named) => {
			expect(blankHeaders({ 'x-shop-proof': 'abc123' }, [named])).toEqual({
				'x-shop-proof': '***',
			});
		},
	);

	it('are not those that the rest of n8n works with', () => {
		const headers = { authorization: 'Bearer abc' };
		blankHeaders(headers, []);
		expect(headers.authorization).toBe('Bearer abc');
	});

	it.each([
		['a name that every object has', { constructor: '1', ['__proto__']: '2' }],
		['no headers', {}],
	])('may be %s', (_what, headers) => {
		expect(Object.keys(blankHeaders(headers, ['', '  ', 'toString']))).toEqual(
			Object.keys(headers),
		);
	});
});
