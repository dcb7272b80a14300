import type { Sandbox } from '../../sandbox/server.mts';
import type { CredentialData, Engine, WebhookHost } from '../harness/index.mts';
import {
	PORTAL_SECRET,
	TRIGGER_PROVIDERS,
	triggerWorkflow,
	type TriggerProvider,
} from '../support/trigger-desk.mts';

/** A workflow that waits for the events of a provider. */
export interface Trigger {
	provider: TriggerProvider;
	host: WebhookHost;
}

/** The credential of each provider's default account. */
const CREDENTIALS: Readonly<Record<TriggerProvider, (sandbox: Sandbox) => CredentialData>> = {
	flexport: ({ flexport: { tokens, baseUrl } }) => ({
		flexportApi: { apiToken: tokens.full, baseUrl },
	}),
	deliverr: ({ deliverr: { tokens, baseUrl } }) => ({
		deliverrApi: { accessToken: tokens.access, refreshToken: tokens.refresh, baseUrl },
	}),
	digitalRiver: ({ digitalRiver: { keys, baseUrl } }) => ({
		digitalRiverApi: { apiKey: keys.secret, baseUrl },
	}),
	deliverySolutions: ({ deliverySolutions: { client, tokenUrl, baseUrl } }) => ({
		deliverySolutionsApi: { ...client, webhookSecret: PORTAL_SECRET, tokenUrl, baseUrl },
	}),
};

const HEADER = 'X-Webhook-Token';

/** Starts a workflow for each provider, and registers it there. */
export async function startTriggers(engine: Engine, sandbox: Sandbox): Promise<Trigger[]> {
	const triggers: Trigger[] = [];
	for (const provider of TRIGGER_PROVIDERS) {
		const verification =
			provider === 'deliverySolutions' ? { verification: 'header', headerName: HEADER } : {};
		const workflow = triggerWorkflow({ provider, events: ['*'], ...verification });
		const credentials = CREDENTIALS[provider](sandbox);
		const host = await engine.hostWebhooks(workflow, { credentials });
		await host.activate();
		triggers.push({ provider, host });
		if (provider !== 'deliverySolutions') continue;
		const auth = { type: 'header', name: HEADER, value: PORTAL_SECRET } as const;
		sandbox.deliverySolutions.hooks.addTarget({ url: host.productionUrl, kind: 'order', auth });
	}
	return triggers;
}
