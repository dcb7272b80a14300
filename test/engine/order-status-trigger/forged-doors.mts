import type { INodeParameters } from 'n8n-workflow';
import type { TargetAuth } from '../../sandbox/delivery-solutions/control.mts';
import type { ComposedMessage } from '../../sandbox/shared/webhook-control.mts';
import type { WebhookHost } from '../harness/index.mts';
import { PORTAL_SECRET, type TriggerDesk, type TriggerProvider } from '../support/trigger-desk.mts';

/** A way in that is guarded: an active trigger, and what its provider would really send to it. */
export interface Door {
	host: WebhookHost;
	/** A delivery as the provider would send it. */
	good(details?: Record<string, unknown>): ComposedMessage;
}

/** One provider with one way to prove deliveries. */
export interface DoorKind {
	name: string;
	provider: TriggerProvider;
	/** The header that carries the proof, in lower case as the sandbox sends it or not. */
	proof: string;
	/** Whether the proof covers the body. */
	signs: boolean;
	/** The type of event to forge. */
	type: string;
	/** What else stands in the panel. */
	parameters: INodeParameters;
	/** For Delivery Solutions: what is set up in its portal. */
	auth?: TargetAuth;
	/** For Digital River: whether the credential has the signing secret. */
	hasSecret?: boolean;
}

const TOKEN = 'X-Fulfillment-Webhook-Token';

const byHand = (
	name: string,
	proof: string,
	auth: TargetAuth,
	parameters: INodeParameters,
): DoorKind => ({
	name: `Delivery Solutions, ${name}`,
	provider: 'deliverySolutions',
	proof,
	signs: auth.type === 'signature',
	type: 'ORDER_DELIVERED',
	parameters,
	auth,
});

const signature = (
	algorithm: 'sha256' | 'sha1' | 'sha512',
	encoding: 'hex' | 'base64',
	header = 'X-DS-Signature',
): DoorKind =>
	byHand(
		`signature ${algorithm} ${encoding} in ${header}`,
		header,
		{ type: 'signature', secret: PORTAL_SECRET, algorithm, encoding, header },
		{ verification: 'signature', algorithm, encoding, signatureHeader: header },
	);

const DIGITAL_RIVER = {
	provider: 'digitalRiver',
	type: 'fulfillment_order.shipped',
	parameters: {},
} as const;

/** Every provider, and of Delivery Solutions every way to prove deliveries but none. */
export const DOORS: readonly DoorKind[] = [
	{
		name: 'Flexport',
		provider: 'flexport',
		proof: TOKEN,
		signs: false,
		type: 'Order.Shipped',
		parameters: {},
	},
	{
		name: 'Deliverr',
		provider: 'deliverr',
		proof: TOKEN,
		signs: false,
		type: 'ORDER_STATUS_UPDATE',
		parameters: {},
	},
	{ ...DIGITAL_RIVER, name: 'Digital River', proof: 'authorization', signs: false },
	{
		...DIGITAL_RIVER,
		name: 'Digital River with its secret',
		proof: 'DigitalRiver-Signature',
		signs: true,
		hasSecret: true,
	},
	byHand(
		'header token',
		'X-Webhook-Token',
		{ type: 'header', name: 'X-Webhook-Token', value: PORTAL_SECRET },
		{},
	),
	byHand(
		'header of another name',
		'X-Shop-Door',
		{ type: 'header', name: 'X-Shop-Door', value: PORTAL_SECRET },
		{ verification: 'header', headerName: 'X-Shop-Door' },
	),
	byHand(
		'Basic',
		'authorization',
		{ type: 'basic', username: 'portal', password: PORTAL_SECRET },
		{ verification: 'basic', username: 'portal' },
	),
	byHand(
		'Bearer',
		'authorization',
		{ type: 'bearer', token: PORTAL_SECRET },
		{ verification: 'bearer' },
	),
	signature('sha256', 'hex'),
	signature('sha512', 'base64', 'X-Shop-Seal'),
];

/** Activates a trigger, with the webhook set up in the portal where that is done by hand. */
export async function openDoor(
	desk: TriggerDesk,
	{ provider, type, parameters, auth, hasSecret }: DoorKind,
	options: INodeParameters = {},
): Promise<Door> {
	const host = await desk.host(provider, { ...parameters, options });
	await host.activate();
	if (auth) {
		desk.sandbox.deliverySolutions.hooks.addTarget({
			url: host.productionUrl,
			kind: 'order',
			auth,
		});
	}
	if (hasSecret) host.setCredentials(desk.credentials(provider, { webhookSecret: secret(desk) }));
	return {
		host,
		good(details) {
			const [message] = desk.hooks(provider).message(type, details);
			if (!message) throw new Error(`Nobody is registered for ${type}`);
			return message;
		},
	};
}

/** The signing secret of the only webhook at Digital River, as its dashboard shows it. */
export function secret(desk: TriggerDesk): string {
	const { hooks } = desk.sandbox.digitalRiver;
	return hooks.secretOf(String(hooks.list()[0]?.id));
}
