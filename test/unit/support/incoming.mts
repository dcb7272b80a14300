import type { IWebhookFunctions } from 'n8n-workflow';
import { deliveryOf, type Delivery } from '../../../nodes/shared/webhooks/delivery.ts';
import { partialFake } from './partial-fake.mts';

export type SentHeader = readonly [name: string, value: string];

export interface IncomingPlan {
	/** As they were sent, in their order. */
	headers?: readonly SentHeader[];
	/** What n8n keeps as the raw body; undefined where it keeps none. */
	body?: Buffer | string | undefined;
}

/** Node.js keeps the first of these, and joins all others. */
const SINGLE = new Set(['authorization', 'content-type', 'content-length', 'host', 'user-agent']);

/** A request as n8n hands it to a trigger, its headers read as Node.js reads them. */
export function requestOf({ headers = [], body }: IncomingPlan): object {
	const read: Record<string, string> = {};
	for (const [sent, value] of headers) {
		const name = sent.toLowerCase();
		const known = read[name];
		if (known === undefined) read[name] = value;
		else if (!SINGLE.has(name)) read[name] = `${known}, ${value}`;
	}
	const rawBody = typeof body === 'string' ? Buffer.from(body, 'utf8') : body;
	return { headers: read, rawHeaders: headers.flat(), rawBody };
}

/** A delivery as the trigger reads it from such a request. */
export function delivered(plan: IncomingPlan): Delivery {
	const request = requestOf(plan);
	return deliveryOf(partialFake<IWebhookFunctions>({ getRequestObject: () => request }));
}
