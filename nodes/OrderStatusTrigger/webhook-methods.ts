import type { IHookFunctions } from 'n8n-workflow';
import { inputFailure } from '../shared/failure';
import { isRegistered } from '../shared/providers/webhooks/is-registered';
import { register } from '../shared/providers/webhooks/register';
import { removeOwn } from '../shared/providers/webhooks/remove-webhooks';
import type { Registrar } from '../shared/providers/webhooks/registrar';
import type { WebhookSystem } from '../shared/providers/webhooks/webhook-system';
import { runtimeWithoutItems } from '../shared/runner/runtime-without-items';
import type { Session } from '../shared/transport/api-request';
import { checkAddress, isReachable, webhookUrlOf } from './address';
import { checkPortalSecret } from './portal-secret';
import { forget, keep, registrationAt } from './registrations';
import { settingsOf, systemOf, type Settings } from './settings';
import { told } from './told';

/** Whether the system still has what was registered for this address. n8n creates it if not. */
export async function checkExists(ctx: IHookFunctions): Promise<boolean> {
	return await told(ctx, async () => {
		const { provider, system, types } = settingsOf(ctx);
		const url = webhookUrlOf(ctx);
		const kept = registrationAt(ctx, url);
		if (!system.registrar || kept?.url !== url || kept.provider !== provider) return false;
		return await isRegistered(system.registrar, await open(ctx, system), kept, types);
	});
}

/** Registers this address. Always throws if it cannot: n8n ignores what this returns. */
export async function create(ctx: IHookFunctions): Promise<boolean> {
	return await told(ctx, async () => {
		const settings = settingsOf(ctx);
		if (settings.types.length === 0) {
			throw inputFailure('No event is chosen', "Choose at least one in 'Events'.", 'Events');
		}
		const { registrar } = settings.system;
		if (registrar) await registerHere(ctx, settings, registrar);
		else await checkPortalSecret(ctx);
		return true;
	});
}

/** Removes what was registered for this address, and nothing else. */
export async function remove(ctx: IHookFunctions): Promise<boolean> {
	return await told(ctx, async () => {
		const { provider, system } = systemOf(ctx);
		const url = webhookUrlOf(ctx);
		const kept = registrationAt(ctx, url);
		const { registrar } = system;
		if (registrar && kept?.provider === provider) {
			// By the list and not by the IDs alone: an ID may belong to somebody else by now.
			await removeOwn(registrar, await open(ctx, system), kept.url, kept.ids);
		} else if (registrar) {
			await sweep(ctx, async () => await removeLeft(registrar, await open(ctx, system), url));
		}
		// Not before: n8n tries again with the same data, and has to find what is left.
		forget(ctx, url);
		return true;
	});
}

async function open(ctx: IHookFunctions, system: WebhookSystem): Promise<Session> {
	return await system.open(runtimeWithoutItems(ctx));
}

/**
 * n8n also asks to remove what could not be created, and then keeps the address open if that throws.
 * The person has been told why creating failed, and the next activation sweeps again.
 */
async function sweep(ctx: IHookFunctions, work: () => Promise<void>): Promise<void> {
	await work().catch((failure: unknown) => {
		const why = failure instanceof Error ? failure.message : String(failure);
		ctx.logger.warn(`Webhooks that an activation may have left could not be looked for: ${why}`);
	});
}

/** Asks nothing of a system that would have refused the address: there is nothing left to find. */
async function removeLeft(registrar: Registrar, session: Session, url: string): Promise<void> {
	if (isReachable(url, session.baseUrl)) await removeOwn(registrar, session, url);
}

async function registerHere(
	ctx: IHookFunctions,
	{ provider, system, types }: Settings,
	registrar: Registrar,
): Promise<void> {
	const url = webhookUrlOf(ctx);
	const session = await open(ctx, system);
	checkAddress(url, system.service, session.baseUrl);
	const kept = registrationAt(ctx, url);
	const older = kept?.provider === provider ? kept : undefined;
	// n8n had another address when it was made: nothing listens there any more.
	if (older && older.url !== url) await removeOwn(registrar, session, older.url, older.ids);
	forget(ctx, url);
	const made = await register(registrar, session, url, types, older?.ids);
	keep(ctx, { provider, url, test: ctx.getMode() === 'manual', ...made });
}
