import { problem } from '../shared/problem.mts';
import type { Call, FlexportEndpoint } from './call.mts';
import { webhookBodyOf } from './webhook-schema.mts';
import type { StoredWebhook } from './webhook-types.mts';
import type { World } from './world.mts';

function webhookOfPath(call: Call): StoredWebhook {
	const id = call.param('webhookId');
	const webhook = call.account.webhooks.get(Number(id));
	if (webhook === undefined) throw problem(404, `There is no webhook ${id}.`);
	return webhook;
}

/** Endpoints of the webhooks. None changes one. */
export function webhookEndpoints(world: World, allowInsecure: boolean): FlexportEndpoint[] {
	const read = 'read_logistics_webhooks';
	const write = 'write_logistics_webhooks';
	return [
		{
			method: 'POST',
			path: '/webhooks',
			scope: write,
			handle(call) {
				const { openEventTypes: openTypes } = world.switches;
				const body = webhookBodyOf(call, { openTypes, allowInsecure });
				// 409 is documented, what conflicts is not: here the same type and url.
				for (const other of call.account.webhooks.values()) {
					if (other.type === body.type && other.url === body.url) {
						throw problem(409, `Webhook ${other.id} sends ${body.type} to this url already.`);
					}
				}
				const webhook: StoredWebhook = { ...body, id: world.next.webhook() };
				call.account.webhooks.set(webhook.id, webhook);
				return { status: 202, body: webhook };
			},
		},
		{
			method: 'GET',
			path: '/webhooks',
			scope: read,
			handle: (call) => ({ status: 200, body: [...call.account.webhooks.values()] }),
		},
		{
			method: 'GET',
			path: '/webhooks/:webhookId',
			scope: read,
			handle: (call) => ({ status: 200, body: webhookOfPath(call) }),
		},
		{
			method: 'DELETE',
			path: '/webhooks/:webhookId',
			scope: write,
			handle(call) {
				call.account.webhooks.delete(webhookOfPath(call).id);
				return { status: world.switches.deletedWebhookStatus };
			},
		},
	];
}
