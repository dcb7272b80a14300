import type { WebhookControl } from '../shared/webhook-control.mts';
import { isWebhookUrl } from '../shared/webhook-url.mts';
import type { TargetInput } from './targets.mts';
import type { World } from './world.mts';

/** The webhooks, and what is done with them by hand in the portal. */
export interface DeliverySolutionsHooks extends WebhookControl {
	/** Sets a webhook up, for the default account unless a client ID is given. */
	addTarget(target: TargetInput, clientId?: string): { id: string };
	removeTarget(id: string): void;
}

/** Adds the portal to a control. That it wants https is not documented. */
export function portalOf(
	world: World,
	hooks: WebhookControl,
	allowInsecure: boolean,
): DeliverySolutionsHooks {
	return {
		...hooks,
		addTarget(target, clientId) {
			if (!isWebhookUrl(target.url, allowInsecure)) {
				throw new Error(`${target.url} is no https URL.`);
			}
			const id = `target-${world.nextTarget()}`;
			world.accountOf(clientId).targets.set(id, { id, ...target });
			return { id };
		},
		removeTarget(id) {
			if (!world.accounts.some(({ targets }) => targets.delete(id))) {
				throw new Error(`There is no target ${id}.`);
			}
		},
	};
}
