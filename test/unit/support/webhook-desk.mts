import type { IHttpRequestOptions } from 'n8n-workflow';
import { WEBHOOK_SYSTEMS } from '../../../nodes/shared/providers/webhook-systems.ts';
import type { Registrar } from '../../../nodes/shared/providers/webhooks/registrar.ts';
import { record, type Json } from '../../../nodes/shared/read.ts';
import { answers, scriptedApi, type ScriptedApi, type Step } from './scripted-api.mts';

export const SELF_REGISTERING = ['flexport', 'deliverr', 'digitalRiver'] as const;

export type SelfRegistering = (typeof SELF_REGISTERING)[number];

export function registrarOf(provider: SelfRegistering): Registrar {
	const { registrar } = WEBHOOK_SYSTEMS[provider];
	if (!registrar) throw new Error(`${provider} has no registrar`);
	return registrar;
}

/** One request, as a test looks at it. */
export interface Asked {
	method: string;
	/** What follows the path of the list: empty for the list itself, else the ID. */
	id: string;
	body: Json;
	/** Which request of its method it is, counted from 1. */
	nth: number;
}

export interface WebhookDesk extends ScriptedApi {
	/** The webhooks of the account. */
	webhooks: Json[];
	/** Requests as "POST Order.Shipped", "GET", "DELETE 7". */
	calls: string[];
}

export interface DeskPlan {
	webhooks?: Json[];
	/**
	 * What goes wrong with a request: the step is taken instead of doing what was asked. It may call
	 * `work` itself, to play an answer that was lost after the work was done.
	 */
	trouble?: (asked: Asked, work: () => unknown) => Step | undefined;
}

/** An API that keeps webhooks, as the systems document theirs. */
export function webhookDesk(provider: SelfRegistering, plan: DeskPlan = {}): WebhookDesk {
	const { path } = registrarOf(provider);
	const webhooks = [...(plan.webhooks ?? [])];
	const calls: string[] = [];
	const counts = new Map<string, number>();
	let made = 0;
	const step = (options: IHttpRequestOptions): unknown => {
		const { method = 'GET', url } = options;
		const id = decodeURIComponent(url.slice(url.indexOf(path) + path.length + 1));
		const body = record(options.body) ?? {};
		const nth = (counts.get(method) ?? 0) + 1;
		counts.set(method, nth);
		calls.push([method, ...(method === 'POST' ? [typesOf(body)] : id ? [id] : [])].join(' '));
		const work = () => answer(method, id, body)(options);
		const trouble = plan.trouble?.({ method, id, body, nth }, work);
		return trouble ? trouble(options) : work();
	};
	const answer = (method: string, id: string, body: Json): Step => {
		if (method === 'GET') return answers(200, [...webhooks]);
		if (method === 'POST') {
			const webhook = { id: provider === 'flexport' ? 900 + ++made : `hook-${++made}`, ...body };
			webhooks.push(webhook);
			return answers(202, webhook);
		}
		const at = webhooks.findIndex((one) => String(one.id) === id);
		if (at < 0) return answers(404, { title: 'Not Found' });
		webhooks.splice(at, 1);
		return answers(204, '');
	};
	const api = scriptedApi([step]);
	return { ...api, webhooks, calls };
}

/** The types of a registration, whatever the system calls them. */
function typesOf({ type, types }: Json): string {
	return Array.isArray(types) ? types.join(' ') : String(type);
}
