import { webhookBodySchema, type CreateWebhookBody } from '../shared/credential-webhooks.mts';
import { compile, unprocessable } from '../shared/validation.mts';
import { isWebhookUrl } from '../shared/webhook-url.mts';
import type { Call } from './call.mts';
import { EVENT_TYPES } from './enums.mts';

const validateKnown = compile<CreateWebhookBody>(
	webhookBodySchema({ type: 'string', enum: EVENT_TYPES }),
);

// Events API: the pattern of its type filter; an empty type is no type.
const validateOpen = compile<CreateWebhookBody>(
	webhookBodySchema({ type: 'string', pattern: '^[\\w.]{1,50}$' }),
);

/** Body of CreateWebhook. */
export function webhookBodyOf(
	call: Call,
	{ openTypes, allowInsecure }: { openTypes: boolean; allowInsecure: boolean },
): CreateWebhookBody {
	const body = call.body(openTypes ? validateOpen : validateKnown);
	if (isWebhookUrl(body.url, allowInsecure)) return body;
	throw unprocessable(['/url must match ^https://.+']);
}
