import type { INodeParameters } from 'n8n-workflow';
import type { Json } from '../../sandbox/shared/json.mts';
import type { LoggedRequest } from '../../sandbox/log.mts';
import type { TriggerDesk, REGISTERING } from '../support/trigger-desk.mts';

export type Registering = (typeof REGISTERING)[number];

/** The header and the user name by which our webhooks are known from those of others. */
export const OUR_HEADER = 'X-Fulfillment-Webhook-Token';
export const OUR_USER = 'n8n-nodes-fulfillment';

/** Path of the list of webhooks; one webhook has its id below it. */
export const LIST: Readonly<Record<Registering, RegExp>> = {
	flexport: /^\/flexport\/.*\/webhooks$/,
	deliverr: /^\/deliverr\/webhooks\/v1\/webhook$/,
	digitalRiver: /^\/digital-river\/webhooks$/,
};
export const ONE: Readonly<Record<Registering, RegExp>> = {
	flexport: /^\/flexport\/.*\/webhooks\/[^/]+$/,
	deliverr: /^\/deliverr\/webhooks\/v1\/webhook\/[^/]+$/,
	digitalRiver: /^\/digital-river\/webhooks\/[^/]+$/,
};

/** The panel with two events of each provider, and what is registered for them. */
export const TWO_EVENTS: Readonly<Record<Registering, INodeParameters & { events: string[] }>> = {
	flexport: { events: ['Order.Shipped', 'Order.Cancelled'] },
	deliverr: { events: ['ORDER_STATUS_UPDATE', 'INVENTORY_UPDATE'] },
	digitalRiver: { events: ['fulfillment_order.shipped', 'fulfillment_order.cancelled'] },
};

/** Another event of each, for what is changed or belongs to somebody else. */
export const THIRD_EVENT: Readonly<Record<Registering, string>> = {
	flexport: 'Return.Updated',
	deliverr: 'INBOUNDS_STATUS_UPDATE',
	digitalRiver: 'fulfillment_return.created',
};

/** How many requests register two events: Digital River takes all types at once. */
export const POSTS: Readonly<Record<Registering, number>> = {
	flexport: 2,
	deliverr: 2,
	digitalRiver: 1,
};

const BODY: Readonly<
	Record<Registering, (url: string, type: string, proof: { name: string; secret: string }) => Json>
> = {
	flexport: (url, type, proof) => tokenBody(url, type, proof),
	deliverr: (url, type, proof) => tokenBody(url, type, proof),
	digitalRiver: (address, type, { name, secret }) => ({
		types: [type],
		address,
		authentication: { username: name, password: secret },
	}),
};

function tokenBody(url: string, type: string, { name, secret }: { name: string; secret: string }) {
	return { type, url, method: 'POST', authMethod: 'TOKEN', token: secret, tokenHeader: name };
}

const TOKEN: Readonly<Record<Registering, (desk: TriggerDesk) => string>> = {
	flexport: ({ sandbox }) => sandbox.flexport.tokens.full,
	deliverr: ({ sandbox }) => sandbox.deliverr.tokens.access,
	digitalRiver: ({ sandbox }) => sandbox.digitalRiver.keys.secret,
};

const PATH: Readonly<Record<Registering, string>> = {
	flexport: '/logistics/api/2026-02/webhooks',
	deliverr: '/webhooks/v1/webhook',
	digitalRiver: '/webhooks',
};

/** Registers a webhook of somebody else, or one that only looks like ours, by the provider's API. */
export async function registerByHand(
	desk: TriggerDesk,
	provider: Registering,
	{
		url,
		type = THIRD_EVENT[provider],
		name = 'X-Somebody',
		secret = 'a-secret-of-somebody-else-0001',
	}: { url: string; type?: string; name?: string; secret?: string },
): Promise<void> {
	await callByHand(desk, provider, 'POST', {
		body: JSON.stringify(BODY[provider](url, type, { name, secret })),
	});
}

/** Removes a webhook by the provider's API, as a person may. */
export async function removeByHand(
	desk: TriggerDesk,
	provider: Registering,
	webhookId: unknown,
): Promise<void> {
	await callByHand(desk, provider, 'DELETE', { id: `/${String(webhookId)}` });
}

/** Calls the provider's API for webhooks as a person may; `id` begins with a slash. */
export async function callByHand(
	desk: TriggerDesk,
	provider: Registering,
	method: string,
	{ id = '', body }: { id?: string; body?: string },
): Promise<void> {
	const answer = await fetch(`${desk.sandbox[provider].baseUrl}${PATH[provider]}${id}`, {
		method,
		headers: {
			authorization: `Bearer ${TOKEN[provider](desk)}`,
			...(body === undefined ? {} : { 'content-type': 'application/json' }),
		},
		...(body === undefined ? {} : { body }),
	});
	if (!answer.ok) throw new Error(`${answer.status} ${await answer.text()}`);
}

/** Requests to register a webhook so far. */
export function posts(desk: TriggerDesk, provider: Registering): LoggedRequest[] {
	return desk.sandbox.log.find('POST', LIST[provider]);
}

/** Requests to remove one so far. */
export function deletes(desk: TriggerDesk, provider: Registering): LoggedRequest[] {
	return desk.sandbox.log.find('DELETE', ONE[provider]);
}

/** The types and addresses that are registered, sorted. */
export function wanted(desk: TriggerDesk, provider: Registering): string[] {
	return desk
		.registered(provider)
		.flatMap(({ type, types, url, address }) =>
			[types ?? type].flat().map((one) => `${String(one)} -> ${String(url ?? address)}`),
		)
		.sort();
}

/** The same, as it should be for some events at an address. */
export function expected(types: readonly string[], url: string): string[] {
	return types.map((type) => `${type} -> ${url}`).sort();
}
