import { checkExists, create, remove } from '../../../nodes/OrderStatusTrigger/webhook-methods.ts';
import type { Json } from '../../../nodes/shared/read.ts';
import { foreignWebhook, ownWebhook, SOME_TYPES } from '../support/own-webhook.mts';
import { answers } from '../support/scripted-api.mts';
import { API_SECRETS, URL_HERE } from '../support/trigger-context.mts';
import { FROM_EDITOR, triggerStage } from '../support/trigger-stage.mts';
import { SELF_REGISTERING } from '../support/webhook-desk.mts';

describe.each(SELF_REGISTERING)('a trigger for %s', (provider) => {
	it('is not there before it was activated, and is afterwards', async () => {
		const { call, desk } = triggerStage(provider);
		expect(await call(checkExists)).toBe(false);
		expect(desk.calls).toEqual([]);
		expect(await call(create)).toBe(true);
		expect(await call(checkExists)).toBe(true);
	});

	it('leaves the list of webhooks as it was once it is deactivated', async () => {
		const before = [foreignWebhook(provider)];
		const { call, desk, registrations } = triggerStage(provider, { webhooks: before });
		await call(create);
		expect(desk.webhooks.length).toBeGreaterThan(1);
		expect(await call(remove)).toBe(true);
		expect(desk.webhooks).toEqual(before);
		expect(registrations()).toEqual([]);
	});

	it('can be deactivated if its webhooks are gone already', async () => {
		const { call, desk } = triggerStage(provider);
		await call(create);
		desk.webhooks.splice(0);
		expect(await call(remove)).toBe(true);
	});

	it('is registered anew after a crash before n8n had stored anything, without leftovers', async () => {
		const { call, desk, crash, registrations } = triggerStage(provider);
		await call(create);
		const first = desk.webhooks.map(({ id }) => id);
		crash();
		expect(await call(checkExists)).toBe(false);
		await call(create);
		expect(desk.webhooks).toHaveLength(first.length);
		expect(desk.webhooks.filter(({ id }) => first.includes(id))).toEqual([]);
		expect(registrations()).toHaveLength(1);
	});

	it('removes what is its own after such a crash, if it is deactivated instead', async () => {
		const foreign = foreignWebhook(provider);
		const { call, desk, crash } = triggerStage(provider, { webhooks: [foreign] });
		await call(create);
		crash();
		await call(remove);
		expect(desk.webhooks).toEqual([foreign]);
	});

	it('has a registration for tests beside that for production, and each is removed by itself', async () => {
		const { call, desk, registrations } = triggerStage(provider);
		await call(create);
		const production = structuredClone(desk.webhooks);
		await call(create, FROM_EDITOR);
		expect(registrations().map(({ test }) => test)).toEqual([false, true]);
		expect(new Set(registrations().map(({ proof }) => proof)).size).toBe(2);
		await call(remove, FROM_EDITOR);
		expect(desk.webhooks).toEqual(production);
		expect(await call(checkExists)).toBe(true);
	});

	it('takes its webhooks along when n8n gets another host name', async () => {
		const { call, desk, registrations } = triggerStage(provider);
		await call(create);
		const url = URL_HERE.replace('n8n.example.com', 'flows.example.org');
		expect(await call(checkExists, { url })).toBe(false);
		await call(create, { url });
		const addresses = new Set(desk.webhooks.map((one) => one.url ?? one.address));
		expect([...addresses]).toEqual([url]);
		expect(registrations()).toHaveLength(1);
	});

	it('is registered anew when other events are chosen', async () => {
		const { call, desk } = triggerStage(provider);
		await call(create);
		const parameters = { events: [SOME_TYPES[provider][0]] };
		expect(await call(checkExists, { parameters })).toBe(false);
		await call(create, { parameters });
		const types = desk.webhooks.flatMap((one) => one.types ?? one.type);
		expect(types).toEqual([SOME_TYPES[provider][0]]);
	});

	it('keeps no secret with the workflow', async () => {
		const { call, desk, stored } = triggerStage(provider);
		await call(create);
		const secrets = JSON.stringify(desk.webhooks).match(/[0-9a-f]{64}/g) ?? [];
		expect(secrets.length).toBeGreaterThan(0);
		for (const secret of [...secrets, ...API_SECRETS]) {
			expect(JSON.stringify(stored())).not.toContain(secret);
		}
	});

	it('throws if it cannot be registered, as n8n ignores anything else, and says what to do', async () => {
		const { call } = triggerStage(provider, {
			trouble: ({ method }) => (method === 'POST' ? answers(403, {}) : undefined),
		});
		await expect(call(create)).rejects.toThrow(
			/^The credential may not manage webhooks at .+ \(HTTP 403\)\. Give it the right .+ activate the workflow again\.$/,
		);
	});

	it('throws if no event is chosen, and asks for nothing', async () => {
		const { call, desk } = triggerStage(provider);
		await expect(call(create, { parameters: { events: [] } })).rejects.toThrow(
			"No event is chosen. Choose at least one in 'Events'.",
		);
		expect(desk.calls).toEqual([]);
	});

	it('throws if n8n has no https address, and registers nothing', async () => {
		const { call, desk } = triggerStage(provider);
		const url = 'http://n8n.internal:5678/webhook/9f3c-4a51/webhook';
		await expect(call(create, { url })).rejects.toThrow(/https only.+WEBHOOK_URL/);
		expect(desk.calls).toEqual([]);
	});

	it('does without https where the API is on the same machine', async () => {
		const { call, desk } = triggerStage(provider);
		const credential = { baseUrl: 'http://localhost:4010/api' };
		const url = 'http://localhost:5678/webhook/9f3c-4a51/webhook';
		expect(await call(create, { url, credential })).toBe(true);
		expect(desk.webhooks.length).toBeGreaterThan(0);
	});

	it('can be deactivated whatever the panel says by then', async () => {
		const { call, desk } = triggerStage(provider);
		await call(create);
		expect(await call(remove, { parameters: { events: ['of.another'] } })).toBe(true);
		expect(desk.webhooks).toEqual([]);
	});

	it('whose registration failed does not also fail to be removed, as n8n asks for that next', async () => {
		const { call, desk } = triggerStage(provider, {
			trouble: ({ method }) => (method === 'DELETE' ? undefined : answers(403, {})),
		});
		await expect(call(create)).rejects.toThrow(/may not manage webhooks/);
		expect(await call(remove)).toBe(true);
		expect(desk.webhooks).toEqual([]);
	});

	it('names what is left if it cannot be removed, and removes it when n8n tries again', async () => {
		let isDown = true;
		const { call, desk, registrations } = triggerStage(provider, {
			trouble: ({ method }) => (method === 'DELETE' && isDown ? answers(403, {}) : undefined),
		});
		await call(create);
		const left = desk.webhooks.map(({ id }) => String(id)).join(', ');
		await expect(call(remove)).rejects.toThrow(`Webhook ${left} could not be removed from `);
		expect(registrations()).toHaveLength(1);
		isDown = false;
		await call(remove);
		expect(desk.webhooks).toEqual([]);
		expect(registrations()).toEqual([]);
	});
});

/** Where a list does not show whose a webhook is, only what n8n has kept can tell. */
it('what Digital River had registered for it is removed even where its list hides the credentials', async () => {
	const hidden = (webhook: Json): Json => ({ ...webhook, authentication: undefined });
	const { call, desk } = triggerStage('digitalRiver', {
		trouble: ({ method, id }) =>
			method === 'GET' && id === ''
				? () => answers(200, desk.webhooks.map(hidden))({ url: '' })
				: undefined,
	});
	await call(create);
	await call(create, { parameters: { events: ['fulfillment_order.pending'] } });
	expect(desk.webhooks).toHaveLength(1);
});

it('a leftover of ours is taken for no registration', async () => {
	const { call } = triggerStage('flexport', { webhooks: [ownWebhook('flexport')] });
	expect(await call(checkExists)).toBe(false);
});
