import { checked } from '../shared/broken-rules.mts';
import { webhookBodySchema, type CreateWebhookBody } from '../shared/credential-webhooks.mts';
import { scrambled } from '../shared/ids.mts';
import { requireJson, type ReadBody } from '../shared/json-body.mts';
import { problem } from '../shared/problem.mts';
import { compile } from '../shared/validation.mts';
import { isWebhookUrl } from '../shared/webhook-url.mts';
import type { Call, DeliverrEndpoint } from './call.mts';
import { mockEvent } from './mock-event.mts';
import { EVENT_TYPES, type StoredWebhook } from './webhook-types.mts';
import type { World } from './world.mts';

const validateWebhook = compile<CreateWebhookBody>(
	webhookBodySchema({ type: 'string', enum: EVENT_TYPES }),
);

/** How a bad body is refused is not documented: like that of an order, but without a type. */
function webhookBody(body: ReadBody, allowInsecure: boolean): CreateWebhookBody {
	const outcome = checked(validateWebhook, requireJson(body));
	if ('broken' in outcome) {
		throw problem(400, outcome.broken.map(({ message }) => message).join(' '));
	}
	if (isWebhookUrl(outcome.value.url, allowInsecure)) return outcome.value;
	throw problem(400, 'url must begin with https://.');
}

function webhookOf({ account, id }: Call): StoredWebhook {
	const webhook = account.webhooks.get(id);
	if (webhook === undefined) throw problem(404, `There is no webhook ${id}.`);
	return webhook;
}

/** Endpoints of webhooks, and the one that fires a mock event. None changes a webhook. */
export function webhookEndpoints(world: World, allowInsecure: boolean): DeliverrEndpoint[] {
	const path = '/webhooks/v1/webhook';
	const scope = 'api/webhooks';
	return [
		{
			method: 'POST',
			path,
			scope,
			handle({ account, body }) {
				const id = `WH${scrambled(world.nextWebhook())}`;
				const webhook: StoredWebhook = { id, ...webhookBody(body, allowInsecure) };
				account.webhooks.set(id, webhook);
				return { status: world.switches.createdWebhookStatus, body: webhook };
			},
		},
		{
			method: 'GET',
			path,
			scope,
			handle: ({ account }) => ({ status: 200, body: [...account.webhooks.values()] }),
		},
		{
			method: 'GET',
			path: `${path}/:id`,
			scope,
			handle: (call) => ({ status: 200, body: webhookOf(call) }),
		},
		{
			method: 'DELETE',
			path: `${path}/:id`,
			scope,
			handle(call) {
				call.account.webhooks.delete(webhookOf(call).id);
				return { status: world.switches.deletedWebhookStatus };
			},
		},
		{
			method: 'POST',
			path: '/webhooks/v1/event',
			scope,
			handle: (call) => mockEvent(world, call),
		},
	];
}
