import type { IWebhookFunctions } from 'n8n-workflow';
import type { Registrar } from '../shared/providers/webhooks/registrar';
import type { Delivery } from '../shared/webhooks/delivery';
import { isKnownSecret } from '../shared/webhooks/same-secret';
import { webhookSecretOf } from './portal-secret';
import { registrationsOf } from './registrations';
import type { Settings } from './settings';
import { CHECKS, verificationOf } from './verification';

/** Whether a delivery is from the system that it claims to be from. What is not set up proves nothing. */
export async function isAuthentic(
	ctx: IWebhookFunctions,
	settings: Settings,
	delivery: Delivery,
): Promise<boolean> {
	const { registrar } = settings.system;
	if (!registrar) return await provesByHand(ctx, delivery);
	if (!provesRegistration(ctx, settings, registrar, delivery)) return false;
	return await isSignedIfKnown(ctx, settings, delivery);
}

function provesRegistration(
	ctx: IWebhookFunctions,
	{ provider }: Settings,
	{ presented }: Registrar,
	delivery: Delivery,
): boolean {
	// A test from the editor has a registration of its own, and so a token of its own.
	const test = ctx.getMode() === 'manual';
	const given = presented(delivery);
	return registrationsOf(ctx).some(
		(kept) => kept.provider === provider && kept.test === test && isKnownSecret(given, kept.proof),
	);
}

/**
 * The signature counts as soon as the credential holds the secret of the dashboard. Each webhook has
 * its own, and the credential that of production: a test from the editor has its Basic credentials.
 */
async function isSignedIfKnown(
	ctx: IWebhookFunctions,
	{ system: { isSigned }, toleranceMs }: Settings,
	delivery: Delivery,
): Promise<boolean> {
	if (!isSigned || ctx.getMode() === 'manual') return true;
	const secret = await webhookSecretOf(ctx, 'digitalRiverApi');
	return secret === undefined || isSigned(delivery, { secret, toleranceMs, now: Date.now() });
}

async function provesByHand(ctx: IWebhookFunctions, delivery: Delivery): Promise<boolean> {
	const verification = verificationOf(ctx);
	const { kind } = verification;
	if (kind === 'none') return true;
	const secret = await webhookSecretOf(ctx, 'deliverySolutionsApi');
	return secret !== undefined && CHECKS[kind](delivery, secret, verification);
}
