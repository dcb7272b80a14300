import type { IHookFunctions } from 'n8n-workflow';
import { inputFailure } from '../shared/failure';
import { text } from '../shared/read';
import type { TriggerContext } from './settings';
import { verificationOf } from './verification';

/** What a person has put into the credential to prove deliveries; undefined if it is empty. */
export async function webhookSecretOf(
	ctx: TriggerContext,
	credential: 'deliverySolutionsApi' | 'digitalRiverApi',
): Promise<string | undefined> {
	const { webhookSecret } = await ctx.getCredentials(credential);
	return text(text(webhookSecret)?.trim());
}

/** Before a workflow is activated that would refuse every delivery. */
export async function checkPortalSecret(ctx: IHookFunctions): Promise<void> {
	const { kind } = verificationOf(ctx);
	if (kind === 'none' || (await webhookSecretOf(ctx, 'deliverySolutionsApi'))) return;
	throw inputFailure(
		"The credential has no 'Webhook Secret', so that every delivery would be refused",
		'Put a long random text into the credential, and the same one into the webhook in the Delivery Solutions portal.',
		'Webhook Secret',
	);
}
