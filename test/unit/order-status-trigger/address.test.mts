import type { IHookFunctions } from 'n8n-workflow';
import { checkAddress, webhookUrlOf } from '../../../nodes/OrderStatusTrigger/address.ts';
import { factsOf } from '../support/failing.mts';
import { partialFake } from '../support/partial-fake.mts';

const API = 'https://logistics-api.flexport.com/logistics/api/2026-02';
const HERE = 'http://localhost:5678/webhook/9f3c/webhook';

const check = (url: string, baseUrl = API) => checkAddress(url, 'Flexport', baseUrl);

describe('an address with https', () => {
	it.each([
		'https://n8n.example.com/webhook/9f3c/webhook',
		'HTTPS://n8n.example.com/webhook/9f3c/webhook',
		'https://203.0.113.7:8443/webhook/9f3c/webhook',
		'https://localhost/webhook/9f3c/webhook',
	])('is taken: %s', (url) => {
		expect(() => check(url)).not.toThrow();
	});
});

describe('an address without https', () => {
	it.each([
		HERE,
		'http://n8n.example.com/webhook/9f3c/webhook',
		'http://n8n.example.com/https://',
		'http://https//n8n.example.com',
		'httpss://n8n.example.com/webhook',
		'ftp://n8n.example.com/webhook',
		'n8n.example.com/webhook/9f3c/webhook',
		'//n8n.example.com/webhook/9f3c/webhook',
		' http://n8n.example.com',
	])('is refused before anything is registered, with what to set: %s', (url) => {
		const { kind, what, fix } = factsOf(() => check(url));
		expect(kind).toBe('input');
		expect(what).toMatch(/^Flexport sends to addresses with https only/);
		expect(fix).toContain('WEBHOOK_URL');
		expect(fix).toContain('Nothing was registered');
	});

	it('is refused with the address of n8n, and without the path that nobody else should know', () => {
		const { what } = factsOf(() => check(HERE));
		expect(what).toContain('http://localhost:5678');
		expect(what).not.toContain('9f3c');
	});

	it.each([
		'http://localhost:4010/flexport',
		'http://LOCALHOST:4010',
		'https://localhost',
		'http://127.0.0.1:4010',
		'http://127.1.2.3',
		'http://[::1]:4010/flexport',
		'http://sandbox.localhost:4010',
		'http://a.b.localhost',
	])('is taken where the API is on the same machine: %s', (baseUrl) => {
		expect(() => check(HERE, baseUrl)).not.toThrow();
	});

	it.each([
		'https://127.0.0.1.example.com',
		'https://localhost.example.com',
		'https://examplelocalhost.com',
		'https://notlocalhost',
		'https://localhost@evil.example',
		'https://127.0.0.1@evil.example',
		'https://evil.example/localhost',
		'https://evil.example/?127.0.0.1',
		'https://evil.example#localhost',
		'https://1127.0.0.1.example',
		'https://[::2]',
		'https://[::ffff:203.0.113.7]',
		'https://0.0.0.0',
		'https://10.127.0.1',
		'https://192.168.1.10',
		'https://.localhost.example',
	])('is refused where the API only looks as if it were: %s', (baseUrl) => {
		expect(factsOf(() => check(HERE, baseUrl)).kind).toBe('input');
	});
});

describe('the address of the webhook', () => {
	const ctxWith = (url: string | undefined) =>
		partialFake<IHookFunctions>({ getNodeWebhookUrl: () => url });

	it('is that of n8n', () => {
		expect(webhookUrlOf(ctxWith(HERE))).toBe(HERE);
	});

	it.each([undefined, ''])('is asked for if n8n gives none: %j', (url) => {
		expect(factsOf(() => webhookUrlOf(ctxWith(url))).what).toContain('no address');
	});
});
