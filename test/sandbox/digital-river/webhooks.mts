import { randomBytes, randomUUID } from 'node:crypto';
import { problem } from '../shared/problem.mts';
import type { Call, DigitalRiverEndpoint } from './call.mts';
import type { Query } from './page.mts';
import { badParameter, refusal } from './refusal.mts';
import { readNewWebhook, readWebhookChanges } from './webhook-schema.mts';
import type { WebhookBody, WebhookRecord } from './webhook-types.mts';
import type { Account, World } from './world.mts';

/** A secret for the signatures. Its form is not documented. */
export function newSecret(): string {
	return randomBytes(32).toString('hex');
}

function recordOf({ account, id }: Call): WebhookRecord {
	const record = account.webhooks.get(id);
	if (record === undefined) throw problem(404, `There is no webhook "${id}".`);
	return record;
}

/** A 409 is documented, what conflicts is not. */
function refuseDuplicate(world: World, { webhooks }: Account, { address }: WebhookBody): void {
	if (world.switches.duplicateWebhooks === 'allowed') return;
	if (![...webhooks.values()].some(({ webhook }) => webhook.address === address)) return;
	const message = 'There is a webhook with this address already.';
	throw refusal(409, [{ code: 'already_exists', parameter: 'address', message }]);
}

function create(world: World, call: Call, allowInsecure: boolean): WebhookRecord {
	const body = readNewWebhook(call.body, allowInsecure);
	refuseDuplicate(world, call.account, body);
	const now = world.timestamp();
	const record: WebhookRecord = {
		webhook: {
			id: randomUUID(),
			createdTime: now,
			updatedTime: now,
			enabled: true,
			apiVersion: 'default',
			transportType: 'HTTP',
			...body,
		},
		secret: newSecret(),
		failingSince: undefined,
	};
	call.account.webhooks.set(record.webhook.id, record);
	return record;
}

function update(world: World, call: Call, allowInsecure: boolean): WebhookRecord {
	const record = recordOf(call);
	const changes = readWebhookChanges(call.body, record.webhook, allowInsecure);
	Object.assign(record.webhook, changes, { updatedTime: world.timestamp() });
	if (changes.enabled === true) record.failingSince = undefined;
	return record;
}

function matches(pattern: string, type: string): boolean {
	const parts = pattern.split('*').map((part) => part.replace(/[.\\^$+?()[\]{}|]/g, '\\$&'));
	return new RegExp(`^${parts.join('.*')}$`).test(type);
}

/** The filters of the list: one type, or a group with a *; or up to twenty types. Not both. */
function wantedTypes(query: Query): string[] | undefined {
	for (const name of Object.keys(query)) {
		if (['type', 'types', 'types[]'].includes(name)) continue;
		throw badParameter(name, `${name} is not a known parameter.`, 'unknown_parameter');
	}
	const types = [query.types ?? [], query['types[]'] ?? []].flat();
	if (query.type !== undefined && types.length > 0) {
		throw badParameter('types', 'Either type or types can be given, not both.');
	}
	if (types.length > 20) throw badParameter('types', 'There can be no more than 20 types.');
	const all = [query.type ?? types].flat();
	return all.length === 0 ? undefined : all;
}

function list({ account, query }: Call): object[] {
	const wanted = wantedTypes(query);
	return [...account.webhooks.values()]
		.map(({ webhook }) => webhook)
		.filter(
			({ types }) =>
				wanted === undefined ||
				wanted.some((pattern) => types.some((type) => matches(pattern, type))),
		);
}

/** Endpoints of webhooks. No answer tells the secret. */
export function webhookEndpoints(world: World, allowInsecure: boolean): DigitalRiverEndpoint[] {
	const path = '/webhooks';
	const one = `${path}/:id`;
	return [
		{
			method: 'POST',
			path,
			handle: (call) => ({ status: 201, body: create(world, call, allowInsecure).webhook }),
		},
		// A bare list, unlike the others.
		{ method: 'GET', path, handle: (call) => ({ status: 200, body: list(call) }) },
		{ method: 'GET', path: one, handle: (call) => ({ status: 200, body: recordOf(call).webhook }) },
		{
			method: 'PATCH',
			path: one,
			handle: (call) => ({ status: 200, body: update(world, call, allowInsecure).webhook }),
		},
		{
			method: 'DELETE',
			path: one,
			handle(call) {
				call.account.webhooks.delete(recordOf(call).webhook.id);
				return { status: 204 };
			},
		},
	];
}
