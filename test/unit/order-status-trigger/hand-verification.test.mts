import { createHmac } from 'node:crypto';
import type { IDataObject } from 'n8n-workflow';
import { isAuthentic } from '../../../nodes/OrderStatusTrigger/authenticity.ts';
import { settingsOf } from '../../../nodes/OrderStatusTrigger/settings.ts';
import { deliveryOf } from '../../../nodes/shared/webhooks/delivery.ts';
import type { SentHeader } from '../support/incoming.mts';
import { deliveryContext } from '../support/trigger-context.mts';

const SECRET = 'a-long-random-text-51aa';
const BODY = '{"orderId":"64f0c1a2b3d4e5f60718293a","status":"IN_TRANSIT","note":"Größe"}';

interface Case {
	panel: IDataObject;
	headers: SentHeader[];
	webhookSecret?: string;
	body?: string;
}

async function isProven({ panel, headers, webhookSecret = SECRET, body = BODY }: Case) {
	const { ctx } = deliveryContext({
		parameters: { provider: 'deliverySolutions', events: ['order'], ...panel },
		credential: { webhookSecret },
		headers,
		body,
	});
	return await isAuthentic(ctx, settingsOf(ctx), deliveryOf(ctx));
}

const pair = (username: string, password: string) =>
	Buffer.from(`${username}:${password}`, 'utf8').toString('base64');

const hmac = (algorithm: string, encoding: 'hex' | 'base64', { key = SECRET, body = BODY } = {}) =>
	createHmac(algorithm, key).update(body, 'utf8').digest(encoding);

const TOKEN: IDataObject = { verification: 'header', headerName: 'X-Webhook-Token' };
const BASIC: IDataObject = { verification: 'basic', username: 'ds' };
const BEARER: IDataObject = { verification: 'bearer' };
const SIGNATURE: IDataObject = { verification: 'signature', signatureHeader: 'X-DS-Signature' };

/** Each way with a delivery that proves itself by it. */
const WAYS: Array<[string, IDataObject, SentHeader]> = [
	['nothing chosen, which is a header token', {}, ['X-Webhook-Token', SECRET]],
	['a header token', TOKEN, ['X-Webhook-Token', SECRET]],
	['a header of another name', { ...TOKEN, headerName: ' x-shop ' }, ['X-Shop', SECRET]],
	['Basic', BASIC, ['Authorization', `Basic ${pair('ds', SECRET)}`]],
	['bearer', BEARER, ['Authorization', `Bearer ${SECRET}`]],
	...(['sha256', 'sha1', 'sha512'] as const).flatMap((algorithm) =>
		(['hex', 'base64'] as const).map((encoding): [string, IDataObject, SentHeader] => [
			`${algorithm} in ${encoding}`,
			{ ...SIGNATURE, algorithm, encoding },
			['X-DS-Signature', hmac(algorithm, encoding)],
		]),
	),
];

describe.each(WAYS)('%s', (_way, panel, header) => {
	const [name, value] = header;
	const [scheme = '', proof = ''] = value.includes(' ') ? value.split(/(?<= )/) : ['', value];

	it('proves a delivery', async () => {
		expect(await isProven({ panel, headers: [header] })).toBe(true);
	});

	it('proves it whatever the case of the header is', async () => {
		expect(await isProven({ panel, headers: [[name.toLowerCase(), value]] })).toBe(true);
		expect(await isProven({ panel, headers: [[name.toUpperCase(), value]] })).toBe(true);
	});

	it.each<[string, SentHeader[]]>([
		['the header is missing', []],
		['the header is empty', [[name, '']]],
		['the header has nothing but its scheme', [[name, scheme]]],
		['the header was sent twice', [header, header]],
		['the header was sent with a wrong one', [[name, 'wrong'], header]],
		['it stands in another header', [['X-Another', value]]],
		['one character is missing', [[name, value.slice(0, -1)]]],
		['there is one character more', [[name, `${value}0`]]],
		['the first character is another', [[name, `${scheme}#${proof.slice(1)}`]]],
		['it is of another length', [[name, scheme + proof.repeat(3)]]],
		['it is beyond ASCII', [[name, scheme + '\u0130'.repeat(proof.length)]]],
	])('proves nothing if %s', async (_why, headers) => {
		expect(await isProven({ panel, headers })).toBe(false);
	});

	it('proves nothing against another secret', async () => {
		expect(await isProven({ panel, headers: [header], webhookSecret: `${SECRET}0` })).toBe(false);
	});

	it.each(['', ' ', '   \t\n '])(
		'proves nothing if the secret of the credential is %j',
		async (webhookSecret) => {
			const claims: SentHeader[][] = [
				[header],
				[],
				[[name, webhookSecret]],
				[[name, scheme]],
				[[name, `Basic ${pair('ds', webhookSecret)}`]],
				[[name, hmac('sha256', 'hex', { key: '' })]],
				[[name, hmac('sha256', 'hex', { key: webhookSecret })]],
			];
			for (const headers of claims) {
				expect(await isProven({ panel, headers, webhookSecret })).toBe(false);
			}
		},
	);

	it('does not mind space around the secret of the credential, as it comes with copying', async () => {
		const webhookSecret = `  ${SECRET}\n`;
		expect(await isProven({ panel, headers: [header], webhookSecret })).toBe(true);
	});
});

describe('a signature', () => {
	const panel = { ...SIGNATURE, algorithm: 'sha256', encoding: 'hex' };
	const signed = (signature: string): SentHeader[] => [['X-DS-Signature', signature]];

	it.each([
		['of another body', hmac('sha256', 'hex', { body: '{"orderId":"other"}' })],
		['of the same JSON with other spaces', hmac('sha256', 'hex', { body: `${BODY}\n` })],
		['by another algorithm', hmac('sha512', 'hex')],
		['in another encoding', hmac('sha256', 'base64')],
		['that is a mere hash of the body', hmac('sha256', 'hex', { key: '' })],
	])('is refused if it is one %s', async (_what, signature) => {
		expect(await isProven({ panel, headers: signed(signature) })).toBe(false);
	});

	it('in hexadecimal may be in capitals', async () => {
		const headers = signed(hmac('sha256', 'hex').toUpperCase());
		expect(await isProven({ panel, headers })).toBe(true);
	});

	it('in Base64 may not be in capitals', async () => {
		const headers = signed(hmac('sha256', 'base64').toUpperCase());
		const isRight = await isProven({ panel: { ...panel, encoding: 'base64' }, headers });
		expect(isRight).toBe(false);
	});

	it('is refused for a body that was tampered with', async () => {
		const headers = signed(hmac('sha256', 'hex'));
		const body = BODY.replace('IN_TRANSIT', 'ORDER_DELIVERED');
		expect(await isProven({ panel, headers, body })).toBe(false);
	});
});

describe('the scheme of an Authorization header', () => {
	it.each(['bearer', 'BEARER', 'Bearer  '])('may be written %j', async (scheme) => {
		const headers: SentHeader[] = [['Authorization', `${scheme} ${SECRET}`]];
		expect(await isProven({ panel: BEARER, headers })).toBe(true);
	});

	it.each([
		['Basic', BEARER, `Basic ${SECRET}`],
		['none', BEARER, SECRET],
		['Bearer', BASIC, `Bearer ${pair('ds', SECRET)}`],
		['Basic with another user', BASIC, `Basic ${pair('DS', SECRET)}`],
		['Basic with plain text', BASIC, `Basic ds:${SECRET}`],
	])('may not be %s', async (_scheme, panel, value) => {
		expect(await isProven({ panel, headers: [['Authorization', value]] })).toBe(false);
	});
});

it('Basic works with a user name and a secret beyond ASCII', async () => {
	const webhookSecret = 'geheim-ß-🔑';
	const headers: SentHeader[] = [['Authorization', `Basic ${pair('größe', webhookSecret)}`]];
	const panel = { ...BASIC, username: 'größe' };
	expect(await isProven({ panel, headers, webhookSecret })).toBe(true);
});

it('"None" takes every delivery, and needs no secret', async () => {
	const panel = { verification: 'none' };
	expect(await isProven({ panel, headers: [], webhookSecret: '' })).toBe(true);
});

it.each([
	['a way that there is not', { verification: 'open' }],
	['no way', { verification: '' }],
	['a header without a name', { ...TOKEN, headerName: '  ' }],
	['no user name', { ...BASIC, username: '' }],
	['a signature header without a name', { ...SIGNATURE, signatureHeader: '' }],
	['an algorithm that there is not', { ...SIGNATURE, algorithm: 'md5' }],
	['an encoding that there is not', { ...SIGNATURE, encoding: 'utf8' }],
	['a list of ways', { verification: ['none'] }],
])('a panel with %s is refused before anything is compared', async (_what, panel) => {
	await expect(isProven({ panel, headers: [['X-Webhook-Token', SECRET]] })).rejects.toThrow(/^'/);
});
