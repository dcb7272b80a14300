import type { IWebhookFunctions } from 'n8n-workflow';
import { list, text } from '../read';

/** A request that came in, before anything of it is believed. */
export interface Delivery {
	/** Names in lower case. A header that was sent several times is joined by Node.js. */
	readonly headers: Readonly<Record<string, string>>;
	/** Names and values in turn, as they were sent. */
	readonly rawHeaders: readonly string[];
	/** The bytes that a signature covers; undefined for what n8n does not keep, such as a form with files. */
	readonly body: Buffer | undefined;
}

/** The request that n8n hands to a trigger. */
export function deliveryOf(ctx: IWebhookFunctions): Delivery {
	const { headers, rawHeaders, rawBody } = ctx.getRequestObject();
	const entries = Object.entries(headers).flatMap(([name, value]): Array<[string, string]> => {
		const one = text(Array.isArray(value) ? value.join(', ') : value);
		return one === undefined ? [] : [[name.toLowerCase(), one]];
	});
	return {
		headers: Object.fromEntries(entries),
		rawHeaders: list(rawHeaders).map((part) => text(part) ?? ''),
		body: Buffer.isBuffer(rawBody) ? rawBody : undefined,
	};
}

/**
 * A header that was sent once. One that was sent twice counts as missing: what stands in between
 * and this node could otherwise believe two different values.
 */
export function soleHeader({ headers, rawHeaders }: Delivery, name: string): string | undefined {
	const wanted = name.trim().toLowerCase();
	const sent = rawHeaders.filter((part, at) => at % 2 === 0 && part.toLowerCase() === wanted);
	return sent.length > 1 || !Object.hasOwn(headers, wanted) ? undefined : text(headers[wanted]);
}
