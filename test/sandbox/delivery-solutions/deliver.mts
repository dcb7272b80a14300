import type { FiredEvent, WebhookSource } from '../shared/webhook-control.mts';
import type { WebhookMessage } from '../shared/webhook-message.mts';
import type { WebhookSender } from '../shared/webhook-sender.mts';
import type { Json, StoredShipment } from './shipment-types.mts';
import { SET_BY_PROVIDER } from './statuses.mts';
import { authHeaders, type Target } from './targets.mts';
import { communicationBody, isMessaged, orderBody, type StatusChange } from './webhook-body.mts';
import type { Account, World } from './world.mts';

function messagesOf(
	{ targets }: Account,
	kind: Target['kind'],
	status: unknown,
	payload: Json,
): WebhookMessage[] {
	const body = JSON.stringify(payload);
	return [...targets.values()]
		.filter((target) => target.kind === kind)
		.filter(({ statuses }) => statuses === undefined || statuses.some((each) => each === status))
		.map((target) => ({
			webhookId: target.id,
			url: target.url,
			method: 'POST',
			headers: () => authHeaders(target, body),
			body,
			isWanted: () => targets.has(target.id),
		}));
}

function orderMessages(
	{ switches, clock }: World,
	account: Account,
	change: { shipment: StoredShipment; details?: Json } & StatusChange,
): WebhookMessage[] {
	const { shipment, details = {}, ...step } = change;
	const how = { spelling: switches.webhookSpelling, sentAt: clock.now() };
	const payload = { ...orderBody(shipment, step, how), ...details };
	return messagesOf(account, 'order', step.entry.status, payload);
}

function communicationMessages(
	{ clock }: World,
	account: Account,
	change: { shipment: StoredShipment; details?: Json } & StatusChange,
): WebhookMessage[] {
	const { shipment, details = {}, ...step } = change;
	const payload = { ...communicationBody(shipment, step, { sentAt: clock.now() }), ...details };
	return messagesOf(account, 'communication', step.entry.status, payload);
}

/** Sends what shipments come to, to the targets set up for it. */
export function deliverEvents(world: World, sender: WebhookSender): void {
	world.onStatus = (account, shipment, step) => {
		const change = { shipment, ...step };
		const messages = [
			...orderMessages(world, account, change),
			...(isMessaged(step.entry.status) ? communicationMessages(world, account, change) : []),
		];
		for (const message of messages) void sender.send(message);
	};
}

/** What names a shipment in the details of an event, in both spellings. */
const IDS = ['orderId', 'id', 'orderExternalId'];

/** The shipment that is named, or else the newest; or one that nobody made. */
function shipmentOf(world: World, { store, tenantId }: Account, details: Json): StoredShipment {
	const names = IDS.map((name) => details[name]).filter((id) => id !== undefined);
	const found = names.map((id) => store.find(String(id))).find(Boolean);
	const record = found ?? (names.length === 0 ? store.records.at(-1) : undefined);
	const now = new Date(world.clock.now()).toISOString();
	return (
		record?.shipment ?? {
			id: String(details.orderId ?? details.id ?? world.newId(world.clock.now(), 0)),
			orderExternalId: String(details.orderExternalId ?? 'WEB-1'),
			locationExternalId: '7709',
			tenantId,
			status: 'ORDER_DISPATCHED',
			deliveryContact: { name: 'Ada Lee', phone: '+1 617-555-0111' },
			createdAt: now,
			lastUpdatedAt: now,
		}
	);
}

/** Types that mean the message to a customer instead of a status. */
const COMMUNICATION = /^communication$|^event\./i;

function fired(world: World, account: Account, { type, details = {} }: FiredEvent) {
	const shipment = shipmentOf(world, account, details);
	const at = world.clock.now();
	if (COMMUNICATION.test(type)) {
		const { status = shipment.status, ...rest } = details;
		return communicationMessages(world, account, {
			shipment,
			at,
			entry: { status },
			details: rest,
		});
	}
	const statusUser = SET_BY_PROVIDER.has(type) ? 'UPS' : 'Default_Business_Key';
	return orderMessages(world, account, {
		shipment,
		at,
		entry: { status: type, statusUser },
		details,
	});
}

/** What the control of the webhooks works on; the token is the account's client ID. */
export function deliverySolutionsWebhooks(world: World): WebhookSource<Account> {
	return {
		accountOf: (clientId) => world.accountOf(clientId),
		list: ({ targets }) => [...targets.values()].map((target) => ({ ...target })),
		compose: (account, event) => fired(world, account, event),
	};
}
