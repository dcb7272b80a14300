import { register } from '../../../nodes/shared/providers/webhooks/register.ts';
import { record, text } from '../../../nodes/shared/read.ts';
import { isKnownSecret } from '../../../nodes/shared/webhooks/same-secret.ts';
import { delivered, type SentHeader } from '../support/incoming.mts';
import {
	registrarOf,
	SELF_REGISTERING,
	webhookDesk,
	type SelfRegistering,
} from '../support/webhook-desk.mts';
import { URL_HERE } from '../support/trigger-context.mts';

const TYPES: Record<SelfRegistering, string[]> = {
	flexport: ['Order.Shipped', 'Order.Cancelled'],
	deliverr: ['ORDER_STATUS_UPDATE'],
	digitalRiver: ['fulfillment_order.shipped'],
};

/** A fresh registration: what is kept of it, and the headers that the system then sends. */
async function registered(provider: SelfRegistering) {
	const { session, webhooks } = webhookDesk(provider);
	const kept = await register(registrarOf(provider), session, URL_HERE, TYPES[provider]);
	const headers = webhooks.map((webhook): SentHeader => {
		const { username, password } = record(webhook.authentication) ?? {};
		if (provider !== 'digitalRiver') {
			return [text(webhook.tokenHeader) ?? '', text(webhook.token) ?? ''];
		}
		const pair = Buffer.from(`${String(username)}:${String(password)}`).toString('base64');
		return ['Authorization', `Basic ${pair}`];
	});
	const [header] = headers;
	if (!header) throw new Error('Nothing was registered');
	const isProven = (...sent: SentHeader[]) =>
		isKnownSecret(registrarOf(provider).presented(delivered({ headers: sent })), kept.proof);
	return { kept, headers, header, isProven, webhooks };
}

describe.each(SELF_REGISTERING)('a delivery of %s', (provider) => {
	it('is proven by what was registered, for each of its webhooks', async () => {
		const { headers, isProven } = await registered(provider);
		expect(headers.length).toBeGreaterThan(0);
		expect(headers.map((header) => isProven(header))).toEqual(headers.map(() => true));
	});

	it('is proven whatever the case of the header is', async () => {
		const { header, isProven } = await registered(provider);
		expect(isProven([header[0].toUpperCase(), header[1]])).toBe(true);
		expect(isProven([header[0].toLowerCase(), header[1]])).toBe(true);
	});

	it.each<[string, (value: string) => string]>([
		['nothing', () => ''],
		['one character less', (value) => value.slice(0, -1)],
		['its first half', (value) => value.slice(0, value.length / 2)],
		['one character more', (value) => `${value}0`],
		['its first character changed', (value) => `#${value.slice(1)}`],
		['it reversed', (value) => [...value].reverse().join('')],
		['it in capitals', (value) => value.toUpperCase()],
		['it twice', (value) => `${value}, ${value}`],
		['a very long text', () => 'a'.repeat(60_000)],
		['letters beyond ASCII', (value) => '\u0130'.repeat(value.length)],
	])('is not proven by %s', async (_what, change) => {
		const { header, isProven } = await registered(provider);
		const [name, value] = header;
		const [scheme, proof] = value.startsWith('Basic ') ? ['Basic ', value.slice(6)] : ['', value];
		expect(isProven([name, scheme + change(proof)])).toBe(false);
	});

	it('is not proven if the header is missing, sent twice, or another one', async () => {
		const { header, isProven } = await registered(provider);
		expect(isProven()).toBe(false);
		expect(isProven(header, header)).toBe(false);
		expect(isProven([header[0], 'wrong'], header)).toBe(false);
		expect(isProven(['X-Another', header[1]])).toBe(false);
	});

	it('is not proven by the secret of another registration', async () => {
		const [mine, other] = [await registered(provider), await registered(provider)];
		expect(other.header[1]).not.toBe(mine.header[1]);
		expect(mine.isProven(other.header)).toBe(false);
	});

	it('is not proven by what n8n keeps, in case somebody can read that', async () => {
		const { header, kept, isProven } = await registered(provider);
		expect(isProven([header[0], kept.proof])).toBe(false);
		expect(isProven([header[0], `Basic ${kept.proof}`])).toBe(false);
		expect(kept.proof).toMatch(/^[0-9a-f]{64}$/);
	});

	it('is proven by 32 bytes of chance that no guess finds', async () => {
		const secrets = await Promise.all(
			Array.from({ length: 5 }, async () => (await registered(provider)).webhooks[0]),
		);
		const found = secrets.map((webhook) =>
			text(webhook?.token ?? record(webhook?.authentication)?.password),
		);
		for (const secret of found) expect(secret).toMatch(/^[0-9a-f]{64}$/);
		expect(new Set(found).size).toBe(5);
	});
});

describe('the Basic credentials of Digital River', () => {
	it.each(['basic', 'BASIC', 'Basic ', ' Basic'])('may be sent as %j', async (scheme) => {
		const { header, isProven } = await registered('digitalRiver');
		expect(isProven(['Authorization', header[1].replace('Basic', scheme)])).toBe(true);
	});

	it.each([
		['as a bearer', (pair: string) => `Bearer ${pair}`],
		['without a scheme', (pair: string) => pair],
		['as plain text', (pair: string) => `Basic ${Buffer.from(pair, 'base64').toString()}`],
		['with the password alone', (pair: string) => `Basic ${passwordOf(pair)}`],
		['with another user name', (pair: string) => `Basic ${pairOf('admin', passwordOf(pair))}`],
		['with no password', () => `Basic ${pairOf('n8n-nodes-fulfillment', '')}`],
	])('are refused %s', async (_how, change) => {
		const { header, isProven } = await registered('digitalRiver');
		expect(isProven(['Authorization', change(header[1].slice('Basic '.length))])).toBe(false);
	});
});

function passwordOf(pair: string): string {
	return Buffer.from(pair, 'base64').toString().split(':')[1] ?? '';
}

function pairOf(username: string, password: string): string {
	return Buffer.from(`${username}:${password}`).toString('base64');
}
