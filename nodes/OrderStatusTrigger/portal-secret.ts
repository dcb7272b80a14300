import type { IHookFunctions } from 'n8n-workflow';
import { inputFailure } from '../shared/failure';
import { text } from '../shared/read';
import type { TriggerContext } from './settings';
import { verificationOf } from './verification';
import type { Verification } from './verification-fields';

/** What a person has put into the credential to prove deliveries; undefined if it is empty. */
export async function webhookSecretOf(
	ctx: TriggerContext,
	credential: 'deliverySolutionsApi' | 'digitalRiverApi',
): Promise<string | undefined> {
	const { webhookSecret } = await ctx.getCredentials(credential);
	return text(text(webhookSecret)?.trim());
}

/** What a header can carry; for Bearer a blank ends the token. */
const CARRIED: Partial<Record<Verification, RegExp>> = {
	header: /^[\x20-\x7e]+$/,
	bearer: /^[\x21-\x7e]+$/,
};

/** Before a workflow is activated that would refuse every delivery. */
export async function checkPortalSecret(ctx: IHookFunctions): Promise<void> {
	const { kind } = verificationOf(ctx);
	if (kind === 'none') return;
	const secret = await webhookSecretOf(ctx, 'deliverySolutionsApi');
	if (secret === undefined) {
		throw inputFailure(
			"The credential has no 'Webhook Secret', so that every delivery would be refused",
			'Put a long random text into the credential, and the same one into the webhook in the Delivery Solutions portal.',
			'Webhook Secret',
		);
	}
	if (!(CARRIED[kind]?.test(secret) ?? true)) {
		throw inputFailure(
			"The 'Webhook Secret' of the credential has blanks or letters that a header cannot carry",
			'Choose one of letters, digits and signs of ASCII, and enter the same one in the Delivery Solutions portal.',
			'Webhook Secret',
		);
	}
}
