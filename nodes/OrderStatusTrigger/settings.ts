import type { IHookFunctions, IWebhookFunctions } from 'n8n-workflow';
import { inputFailure } from '../shared/failure';
import { asText, oneOf, several } from '../shared/parameters/read';
import {
	WEBHOOK_PROVIDERS,
	WEBHOOK_SYSTEMS,
	type WebhookProviderName,
} from '../shared/providers/webhook-systems';
import type { WebhookSystem } from '../shared/providers/webhooks/webhook-system';
import { looseFlag, number, record } from '../shared/read';
import { ALL_EVENTS } from './event-fields';
import { DEFAULT_TOLERANCE_S } from './option-fields';

export type TriggerContext = IHookFunctions | IWebhookFunctions;

/** What the panel of the trigger says. */
export interface Settings {
	provider: WebhookProviderName;
	system: WebhookSystem;
	/** The types to register for. */
	types: string[];
	/** True if every event is wanted, whatever its type. */
	wantsAll: boolean;
	/** Empty for all. */
	statuses: string[];
	includeOrder: boolean;
	simplify: boolean;
	includeHeaders: boolean;
	dropRedeliveries: boolean;
	toleranceMs: number;
}

/** The system that is chosen, whatever else the panel says. */
export function systemOf(ctx: TriggerContext): Pick<Settings, 'provider' | 'system'> {
	const provider = oneOf(ctx.getNodeParameter('provider', ''), WEBHOOK_PROVIDERS, 'Provider');
	return { provider, system: WEBHOOK_SYSTEMS[provider] };
}

/** @throws Failure of kind `input` for what the panel does not offer */
export function settingsOf(ctx: TriggerContext): Settings {
	const { provider, system } = systemOf(ctx);
	const options = record(ctx.getNodeParameter('options', {})) ?? {};
	const chosen = several(ctx.getNodeParameter('events', []));
	const wantsAll = chosen.includes(ALL_EVENTS);
	const known = system.eventTypes.map(({ value }) => value);
	const others = several(asText(options.otherEvents, 'Other Event Types'));
	return {
		provider,
		system,
		types: [...new Set([...(wantsAll ? known : knownOnes(chosen, known, system)), ...others])],
		wantsAll,
		statuses: several(options.statuses),
		includeOrder: looseFlag(options.includeOrder) ?? false,
		simplify: looseFlag(options.simplify) ?? true,
		includeHeaders: looseFlag(options.includeHeaders) ?? false,
		dropRedeliveries: looseFlag(options.dropRedeliveries) ?? true,
		toleranceMs: (number(options.signatureTolerance) ?? DEFAULT_TOLERANCE_S) * 1000,
	};
}

/** An event of another provider stays chosen when the provider is switched. */
function knownOnes(
	chosen: readonly string[],
	known: readonly string[],
	{ service }: WebhookSystem,
): readonly string[] {
	const foreign = chosen.find((type) => !known.includes(type));
	if (foreign === undefined) return chosen;
	throw inputFailure(
		`'Events' has "${foreign}", which ${service} does not send`,
		`Choose the events again: ${known.join(', ')}.`,
		'Events',
	);
}
