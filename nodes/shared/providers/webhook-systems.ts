import { deliverrWebhooks } from './deliverr/webhooks';
import { deliverySolutionsWebhooks } from './delivery-solutions/webhooks';
import { digitalRiverWebhooks } from './digital-river/webhooks';
import { flexportWebhooks } from './flexport/webhooks';
import type { WebhookSystem } from './webhooks/webhook-system';

export const WEBHOOK_PROVIDERS = [
	'flexport',
	'deliverr',
	'digitalRiver',
	'deliverySolutions',
] as const;

export type WebhookProviderName = (typeof WEBHOOK_PROVIDERS)[number];

/** The systems that tell about events. */
export const WEBHOOK_SYSTEMS: Readonly<Record<WebhookProviderName, WebhookSystem>> = {
	flexport: flexportWebhooks,
	deliverr: deliverrWebhooks,
	digitalRiver: digitalRiverWebhooks,
	deliverySolutions: deliverySolutionsWebhooks,
};
