import { isRegistered } from '../../../nodes/shared/providers/webhooks/is-registered.ts';
import { removeWebhooks } from '../../../nodes/shared/providers/webhooks/remove-webhooks.ts';
import type { Json } from '../../../nodes/shared/read.ts';
import { failureOf, finish, useFakeTime, useRealTime } from '../support/fake-time.mts';
import { elsewhere, foreignWebhook, ownWebhook, SOME_TYPES } from '../support/own-webhook.mts';
import { answers, breaksWith } from '../support/scripted-api.mts';
import { URL_HERE } from '../support/trigger-context.mts';
import {
	registrarOf,
	SELF_REGISTERING,
	webhookDesk,
	type SelfRegistering,
	type WebhookDesk,
} from '../support/webhook-desk.mts';

beforeEach(useFakeTime);
afterEach(useRealTime);

const named = (provider: SelfRegistering, ...ids: string[]) =>
	ids.map((id) => ownWebhook(provider, { id }));

const remove = (provider: SelfRegistering, { session }: WebhookDesk, ids: string[]) =>
	removeWebhooks(registrarOf(provider), session, ids);

describe.each(SELF_REGISTERING)('removing webhooks from %s', (provider) => {
	it('removes those that are named, and no other', async () => {
		const webhooks = [...named(provider, 'a', 'b', 'c'), foreignWebhook(provider)];
		const desk = webhookDesk(provider, { webhooks });
		await finish(remove(provider, desk, ['a', 'c']));
		expect(desk.calls).toEqual(['DELETE a', 'DELETE c']);
		expect(desk.webhooks.map(({ id }) => id)).toEqual(['b', 'foreign']);
	});

	it('takes one that is gone already for removed', async () => {
		const desk = webhookDesk(provider, { webhooks: named(provider, 'b') });
		await finish(remove(provider, desk, ['a', 'b']));
		expect(desk.webhooks).toEqual([]);
	});

	it('takes one whose removal was answered too late for removed', async () => {
		const desk = webhookDesk(provider, {
			webhooks: named(provider, 'a'),
			trouble: ({ nth }, work) =>
				nth === 1
					? (options) => {
							work();
							return breaksWith('ECONNRESET')(options);
						}
					: undefined,
		});
		await finish(remove(provider, desk, ['a']));
		expect(desk.calls).toEqual(['DELETE a', 'DELETE a']);
	});

	it('removes the others if one cannot be removed, and names those that are left', async () => {
		const desk = webhookDesk(provider, {
			webhooks: named(provider, 'a', 'b', 'c', 'd'),
			trouble: ({ id }) => (id === 'a' || id === 'c' ? answers(403, {}) : undefined),
		});
		const { facts } = await failureOf(remove(provider, desk, ['a', 'b', 'c', 'd']));
		expect(desk.webhooks.map(({ id }) => id)).toEqual(['a', 'c']);
		expect(facts.what).toMatch(/^Webhook a, c could not be removed from /);
		expect(facts.what).toContain('may not manage webhooks');
		expect(facts.fix).toMatch(/deliveries are refused from now on\. Remove it /);
	});

	it('sends an ID as one part of the path, whatever is in it', async () => {
		const desk = webhookDesk(provider, { webhooks: named(provider, '../orders/1?x=#') });
		await finish(remove(provider, desk, ['../orders/1?x=#']));
		expect(desk.webhooks).toEqual([]);
		const { path } = registrarOf(provider);
		expect(desk.sendings[0]?.options.url).toMatch(new RegExp(`${path}/[^/?#]+$`));
	});

	it('asks for nothing if there is nothing to remove', async () => {
		const desk = webhookDesk(provider);
		await finish(remove(provider, desk, []));
		expect(desk.calls).toEqual([]);
	});
});

/** What was registered, one webhook for each type, or one for all of them. */
function registered(provider: SelfRegistering): { webhooks: Json[]; ids: string[] } {
	const types = SOME_TYPES[provider];
	if (provider === 'digitalRiver') {
		return { ids: ['1'], webhooks: [ownWebhook(provider, { id: '1', types: [...types] })] };
	}
	const webhooks = types.map((type, at) => ownWebhook(provider, { id: `${at + 1}`, type }));
	return { ids: ['1', '2'], webhooks };
}

async function isThere(
	provider: SelfRegistering,
	webhooks: Json[],
	{
		types = SOME_TYPES[provider],
		url = URL_HERE,
	}: { types?: readonly string[]; url?: string } = {},
): Promise<boolean> {
	const { session } = webhookDesk(provider, { webhooks });
	const kept = { provider, url, test: false, ids: registered(provider).ids, types: [], proof: '' };
	return await isRegistered(registrarOf(provider), session, kept, types);
}

describe.each(SELF_REGISTERING)('what was registered at %s', (provider) => {
	const { webhooks } = registered(provider);

	it('is there as long as the system has it, whatever else it has', async () => {
		const others = [
			foreignWebhook(provider),
			elsewhere(provider, 'https://n8n.example.com/webhook/x/webhook', { id: 'x' }),
		];
		expect(await isThere(provider, webhooks)).toBe(true);
		expect(await isThere(provider, [...others, ...[...webhooks].reverse()])).toBe(true);
	});

	it('is there if the types come in another order', async () => {
		const types = [...SOME_TYPES[provider]].reverse();
		expect(await isThere(provider, webhooks, { types })).toBe(true);
	});

	it('is there if the system has numbers for IDs', async () => {
		const numbered = webhooks.map((one) => ({ ...one, id: Number(one.id) }));
		expect(await isThere(provider, numbered)).toBe(true);
	});

	const [first = {}, ...rest] = webhooks;

	it.each<[string, Json[]]>([
		['all of it is gone', []],
		['one of it is gone', rest],
		['a leftover of ours is there too', [...webhooks, ownWebhook(provider, { id: 'own' })]],
		[
			'one of it has another address by now',
			[...rest, elsewhere(provider, 'https://n8n.example.com/webhook/x/webhook', { id: first.id })],
		],
		['one of it has another type by now', [...rest, { ...first, type: 'X', types: ['X'] }]],
	])('is not there if %s', async (_why, listed) => {
		expect(await isThere(provider, listed)).toBe(false);
	});

	it.each<[string, (types: readonly string[]) => string[]]>([
		['one more', (types) => [...types, 'Another.Type']],
		['one less', (types) => types.slice(1)],
		['none', () => []],
		['another', ([one = '']) => [one, 'Another.Type']],
	])('is not there if other events are wanted by now: %s', async (_how, change) => {
		const types = change(SOME_TYPES[provider]);
		expect(await isThere(provider, webhooks, { types })).toBe(false);
	});
});

it('what Digital River has switched off is not there', async () => {
	const { webhooks } = registered('digitalRiver');
	const off = webhooks.map((webhook) => ({ ...webhook, enabled: false }));
	expect(await isThere('digitalRiver', off)).toBe(false);
});
