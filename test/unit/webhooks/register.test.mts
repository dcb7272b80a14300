import { register } from '../../../nodes/shared/providers/webhooks/register.ts';
import type { Json } from '../../../nodes/shared/read.ts';
import { elsewhere, foreignWebhook, ownWebhook, SOME_TYPES } from '../support/own-webhook.mts';
import { URL_HERE } from '../support/trigger-context.mts';
import {
	registrarOf,
	SELF_REGISTERING,
	webhookDesk,
	type SelfRegistering,
	type WebhookDesk,
} from '../support/webhook-desk.mts';

const run = (provider: SelfRegistering, { session }: WebhookDesk) =>
	register(registrarOf(provider), session, URL_HERE, SOME_TYPES[provider]);

/** The webhooks of an account as a test compares them: whose they are. */
const idsOf = ({ webhooks }: WebhookDesk) => webhooks.map(({ id }) => String(id));

const POSTS: Record<SelfRegistering, string[]> = {
	flexport: ['POST Order.Shipped', 'POST Order.Cancelled'],
	deliverr: ['POST ORDER_STATUS_UPDATE', 'POST INVENTORY_UPDATE'],
	digitalRiver: ['POST fulfillment_order.shipped fulfillment_order.cancelled'],
};

describe('what is registered', () => {
	it.each(['flexport', 'deliverr'] as const)(
		'at %s is one webhook for each type, with one token in a header of our own',
		async (provider) => {
			const desk = webhookDesk(provider);
			const { ids } = await run(provider, desk);
			expect(desk.webhooks).toEqual(
				SOME_TYPES[provider].map((type, at) => ({
					id: desk.webhooks[at]?.id,
					type,
					url: URL_HERE,
					method: 'POST',
					authMethod: 'TOKEN',
					token: expect.stringMatching(/^[0-9a-f]{64}$/),
					tokenHeader: 'X-Fulfillment-Webhook-Token',
				})),
			);
			expect(new Set(desk.webhooks.map(({ token }) => token)).size).toBe(1);
			expect(ids).toEqual(idsOf(desk));
		},
	);

	it('at Digital River is one webhook for all types, with Basic credentials', async () => {
		const desk = webhookDesk('digitalRiver');
		const { ids } = await run('digitalRiver', desk);
		expect(desk.webhooks).toEqual([
			{
				id: ids[0],
				types: [...SOME_TYPES.digitalRiver],
				address: URL_HERE,
				enabled: true,
				transportType: 'HTTP',
				authentication: {
					username: 'n8n-nodes-fulfillment',
					password: expect.stringMatching(/^[0-9a-f]{64}$/),
				},
			},
		]);
	});

	it('has another secret each time', async () => {
		const desk = webhookDesk('flexport');
		await run('flexport', desk);
		const before = desk.webhooks[0]?.token;
		await run('flexport', desk);
		expect(desk.webhooks[0]?.token).not.toBe(before);
	});
});

describe.each(SELF_REGISTERING)('registering at %s', (provider) => {
	it('asks for what there is before anything is registered', async () => {
		const desk = webhookDesk(provider);
		await run(provider, desk);
		expect(desk.calls).toEqual(['GET', ...POSTS[provider]]);
	});

	it('first removes what an earlier activation has left behind at this address', async () => {
		const webhooks = [ownWebhook(provider), ownWebhook(provider, { id: 'own-2' })];
		const desk = webhookDesk(provider, { webhooks });
		const { ids } = await run(provider, desk);
		expect(desk.calls).toEqual(['GET', 'DELETE own', 'DELETE own-2', ...POSTS[provider]]);
		expect(idsOf(desk)).toEqual(ids);
	});

	it('finds what is left behind in a list of a thousand', async () => {
		const others = Array.from({ length: 999 }, (_, at) =>
			elsewhere(provider, `https://shop.example/${at}`, { id: `other-${at}` }),
		);
		const desk = webhookDesk(provider, { webhooks: [...others, ownWebhook(provider)] });
		await run(provider, desk);
		expect(desk.calls.filter((call) => call.startsWith('DELETE'))).toEqual(['DELETE own']);
	});

	it.each<[string, Json]>([
		['of somebody else at this address', foreignWebhook(provider)],
		[
			'of ours at another address',
			elsewhere(provider, 'https://n8n.example.com/webhook/x/webhook'),
		],
		['of ours for tests', elsewhere(provider, URL_HERE.replace('/webhook/', '/webhook-test/'))],
		['at an address that begins with this one', elsewhere(provider, `${URL_HERE}/2`)],
		['at this address in capitals', elsewhere(provider, URL_HERE.toUpperCase())],
		['without an address', elsewhere(provider, '')],
	])('leaves a webhook alone: one %s', async (_whose, webhook) => {
		const desk = webhookDesk(provider, { webhooks: [webhook] });
		await run(provider, desk);
		expect(desk.calls.filter((call) => call.startsWith('DELETE'))).toEqual([]);
		expect(desk.webhooks[0]).toEqual(webhook);
	});

	it.each<[string, unknown]>([
		['without an ID', { id: undefined }],
		['of null', null],
		['of text', 'webhook'],
		['of a list', []],
	])('does not stumble over an entry of the list: one %s', async (_what, entry) => {
		const odd: Json = Object(entry === null || typeof entry === 'string' ? {} : entry);
		const desk = webhookDesk(provider, { webhooks: [{ ...odd, url: URL_HERE }] });
		await expect(run(provider, desk)).resolves.toMatchObject({ ids: expect.any(Array) });
	});

	it('keeps the IDs as texts, and of the secret a fingerprint only', async () => {
		const desk = webhookDesk(provider);
		const made = await run(provider, desk);
		expect(Object.keys(made).sort()).toEqual(['ids', 'proof']);
		for (const id of made.ids) expect(typeof id).toBe('string');
		const secrets = JSON.stringify(desk.webhooks).match(/[0-9a-f]{64}/g) ?? [];
		expect(secrets.length).toBeGreaterThan(0);
		for (const secret of secrets) expect(JSON.stringify(made)).not.toContain(secret);
	});
});

describe('what is ours in a list that does not show credentials', () => {
	// That the list repeats them is documented for the answer to a registration only.
	it.each(['flexport', 'deliverr'] as const)('is known at %s by our address', async (provider) => {
		const hidden = { authMethod: undefined, token: undefined, tokenHeader: undefined };
		const webhook = ownWebhook(provider, hidden);
		const desk = webhookDesk(provider, { webhooks: [webhook] });
		await run(provider, desk);
		expect(desk.calls).toContain('DELETE own');
	});

	it.each(['NONE', 'BASIC_AUTH'])('is not a webhook with %s', async (authMethod) => {
		const webhook = ownWebhook('flexport', { authMethod, tokenHeader: undefined });
		const desk = webhookDesk('flexport', { webhooks: [webhook] });
		await run('flexport', desk);
		expect(desk.calls).not.toContain('DELETE own');
	});

	it('is known at Digital River also where the user name is spelled as on one page', async () => {
		const authentication = { userName: 'n8n-nodes-fulfillment' };
		const webhooks = [ownWebhook('digitalRiver', { authentication })];
		const desk = webhookDesk('digitalRiver', { webhooks });
		await run('digitalRiver', desk);
		expect(desk.calls).toContain('DELETE own');
	});
});
