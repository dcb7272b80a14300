import { id, text, type Json } from '../../read';
import { soleHeader } from '../../webhooks/delivery';
import type { Registrar } from './registrar';

/** The header that carries our token. It also tells our webhooks from those of others. */
export const TOKEN_HEADER = 'X-Fulfillment-Webhook-Token';

/**
 * Webhooks of Flexport and of the Deliverr API, which have one body: one webhook for each type, with
 * a token in a header that is named by whoever registers (Webhooks API, CreateWebhook).
 */
export function tokenRegistrar(own: Pick<Registrar, 'path' | 'portal' | 'failure'>): Registrar {
	return {
		...own,
		bodies: (url, types, secret) =>
			types.map((type) => ({
				type,
				url,
				method: 'POST',
				authMethod: 'TOKEN',
				token: secret,
				tokenHeader: TOKEN_HEADER,
			})),
		read: (webhook) => {
			const webhookId = id(webhook.id);
			if (webhookId === undefined) return undefined;
			return {
				id: webhookId,
				address: text(webhook.url),
				types: [text(webhook.type) ?? ''],
				isOurs: isOurs(webhook),
				isOn: true,
			};
		},
		proofOf: (secret) => secret,
		presented: (delivery) => soleHeader(delivery, TOKEN_HEADER),
	};
}

/** That a list repeats the credentials is documented for the answer to a registration only. */
function isOurs({ authMethod, tokenHeader }: Json): boolean {
	const header = text(tokenHeader);
	if (header !== undefined) return header.toLowerCase() === TOKEN_HEADER.toLowerCase();
	return authMethod === undefined || authMethod === 'TOKEN';
}
