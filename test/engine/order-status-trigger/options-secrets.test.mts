import { createHmac } from 'node:crypto';
import type { INodeParameters } from 'n8n-workflow';
import { useTriggerDesk } from '../support/trigger-desk.mts';
import { closeWire, sendWire } from './forged-send.mts';

const desk = useTriggerDesk();

afterAll(closeWire);

const BODY = '{"orderId":"1","status":"ORDER_DELIVERED","receivedAtEpoch":1}';

/** How the portal sends a secret, in each way that the panel offers. */
const WAYS: Array<[string, INodeParameters, (secret: string) => [string, string]]> = [
	['header', {}, (secret) => ['X-Webhook-Token', secret]],
	[
		'basic',
		{ username: 'portal' },
		(secret) => ['Authorization', `Basic ${Buffer.from(`portal:${secret}`).toString('base64')}`],
	],
	['bearer', {}, (secret) => ['Authorization', `Bearer ${secret}`]],
	[
		'signature',
		{},
		(secret) => ['X-DS-Signature', createHmac('sha256', secret).update(BODY).digest('hex')],
	],
];

/** "A long random text of your own", as people make it up. */
const SECRETS = ['k7#Vq!x0/9+a=b~c', 'with:colons:and,commas;and"quotes"', 'x'.repeat(2000)];
const WITH_BLANKS = ['correct horse battery staple', 'two  spaces  in  a  row'];
const ABROAD = ['p\u00e4ssw\u00f6rd', '\u043f\u0430\u0440\u043e\u043b\u044c', 'snow\u2603man'];

describe.each(WAYS)('authentication by %s', (verification, parameters, proof) => {
	async function active(webhookSecret: string) {
		const host = await desk.host(
			'deliverySolutions',
			{ verification, ...parameters },
			{ credentials: desk.credentials('deliverySolutions', { webhookSecret }) },
		);
		await host.activate();
		const send = async (...header: [string, string]) => {
			const headers = [['Content-Type', 'application/json'] as const, header];
			const wire = { url: host.productionUrl, method: 'POST', headers, body: Buffer.from(BODY) };
			return (await sendWire(wire)).status;
		};
		return { host, send };
	}

	const secrets = verification === 'bearer' ? SECRETS : [...SECRETS, ...WITH_BLANKS];

	it.each(secrets)('takes a delivery that has the secret "%s"', async (secret) => {
		const { send } = await active(secret);
		expect(await send(...proof(secret))).toBe(200);
	});

	it.each(secrets)('refuses a delivery that has not quite the secret "%s"', async (secret) => {
		const { send } = await active(secret);
		expect(await send(...proof(secret.slice(0, -1)))).toBe(401);
		expect(await send(...proof(`${secret}.`))).toBe(401);
	});

	it('takes a secret that was pasted with a line break behind it', async () => {
		const { send } = await active(' pasted-with-care \n');
		expect(await send(...proof('pasted-with-care'))).toBe(200);
	});

	it('refuses everything once the secret is gone from the credential', async () => {
		const { host, send } = await active('once-there');
		for (const webhookSecret of ['', '   ']) {
			host.setCredentials(desk.credentials('deliverySolutions', { webhookSecret }));
			for (const tried of ['once-there', '', '   ', 'undefined', 'null']) {
				expect(await send(...proof(tried === '' ? 'x' : tried))).toBe(401);
			}
		}
		expect(await send('X-Nothing', '')).toBe(401);
		expect(host.executions()).toEqual([]);
	});

	// A header cannot carry them for certain, and Bearer ends at a blank: better refused than to refuse.
	const unfit = { header: ABROAD, bearer: [...ABROAD, ...WITH_BLANKS] }[verification] ?? [];
	const fit = verification === 'basic' || verification === 'signature' ? ABROAD : [];

	if (unfit.length > 0) {
		it.each(unfit)('is not activated with the secret "%s"', async (secret) => {
			const refused = await desk.refusal(active(secret));
			expect(refused.message).toContain("'Webhook Secret'");
		});
	} else {
		it.each(fit)('takes a delivery that has the secret "%s"', async (secret) => {
			const { send } = await active(secret);
			expect(await send(...proof(secret))).toBe(200);
		});
	}
});
