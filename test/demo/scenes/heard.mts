import type { WebhookHost } from '../../engine/harness/index.mts';
import { expectOutcome, expectText } from '../expectation.mts';
import { textAt } from '../read.mts';
import { shopOrder } from '../shop.mts';
import { DAY, type Stage } from '../stage.mts';
import type { Paper } from '../paper.mts';
import { createOrder } from './orders.mts';
import type { Scene } from './scene.mts';
import { createShipment, shopDelivery } from './shipments.mts';

const ORDER = 'SHOP-4001';
const SHIPMENT = 'SHOP-4002';
const SECRET = 'a long random text that only the portal knows';

/** Runs a part with a workflow that is active meanwhile. */
async function whileActive(
	{ engine, credentials }: Stage,
	example: string,
	part: (host: WebhookHost) => Promise<void>,
): Promise<void> {
	const { deliverySolutionsApi, flexportApi } = credentials;
	const host = await engine.hostWebhooks(`examples/${example}.json`, {
		credentials: {
			flexportApi,
			deliverySolutionsApi: { ...deliverySolutionsApi, webhookSecret: SECRET },
		},
	});
	try {
		await host.activate();
		await part(host);
		await host.deactivate();
	} finally {
		await host.close();
	}
}

async function flexportPart(stage: Stage, paper: Paper, host: WebhookHost): Promise<void> {
	const { hooks } = stage.sandbox.flexport;
	expectOutcome('Webhooks registered at Flexport', hooks.list().length, 2);
	paper.line(`Activated: Flexport has ${hooks.list().length} webhooks, one for each event.`);
	await createOrder(stage, shopOrder(ORDER, stage.sku));
	await stage.clock.advance(DAY);
	await hooks.settled();
	await host.settled();
	const heardBefore = host.outputs().length;
	const event = host.outputs().find(({ externalOrderId }) => externalOrderId === ORDER);
	expectOutcome('The status in the event', event?.status, 'shipped');
	expectText('The tracking number', textAt(event, 'order', 'trackingNumbers', 0), /\w/);
	paper.line(`  ${textAt(event, 'eventType')}: ${textAt(event, 'externalOrderId')} is shipped,`);
	paper.line(`  tracking ${textAt(event, 'order', 'trackingNumbers', 0)}`);
	const again = { orderId: textAt(event, 'orderId'), logisticsEventId: textAt(event, 'eventId') };
	await hooks.fireAll([{ type: 'Order.Shipped', details: again }], { copies: 3 });
	await host.settled();
	const heardNow = host.outputs().length;
	expectOutcome('Events after one came three times more', heardNow, heardBefore);
	paper.line('  The same event three times more: left out.');
}

async function forgedPart(stage: Stage, paper: Paper, host: WebhookHost): Promise<void> {
	const before = host.executions().length;
	const message = stage.sandbox.flexport.hooks.message('Order.Shipped')[0];
	const forgeries = [
		{},
		{ 'x-fulfillment-webhook-token': 'guessed' },
		{ authorization: 'guessed' },
	];
	for (const headers of forgeries) {
		const body = message?.body ?? '';
		const answer = await fetch(host.productionUrl, { method: 'POST', headers, body });
		expectOutcome('The answer to a forged event', answer.status, 401);
	}
	await host.settled();
	expectOutcome('Executions after forged events', host.executions().length, before);
	paper.line(`  ${forgeries.length} forged events: refused with 401, nothing started.`);
}

async function portalPart(stage: Stage, paper: Paper, host: WebhookHost): Promise<void> {
	const { deliverySolutions } = stage.sandbox;
	const auth = { type: 'header', name: 'X-Webhook-Token', value: SECRET } as const;
	const target = deliverySolutions.hooks.addTarget({
		url: host.productionUrl,
		kind: 'order',
		auth,
	});
	await createShipment(stage, shopDelivery(SHIPMENT));
	deliverySolutions.setShipment(SHIPMENT, { status: 'ORDER_UNDELIVERABLE' });
	await deliverySolutions.hooks.settled();
	await host.settled();
	const [event] = host.outputs();
	expectOutcome('The status in the event', event?.status, 'failed');
	expectOutcome('The shipment in the event', event?.externalOrderId, SHIPMENT);
	const changes = host.outputs('What happened');
	expectOutcome('The last change', changes.at(-1)?.providerStatus, 'ORDER_UNDELIVERABLE');
	paper.line(`Delivery Solutions: ${SHIPMENT} failed (${textAt(event, 'providerStatus')}),`);
	paper.line(`  and the workflow read its ${changes.length} changes of state.`);
	deliverySolutions.hooks.removeTarget(target.id);
}

export const heard: Scene = {
	title: 'A workflow starts by itself when an order changes, and not for a forger',
	examples: ['flexport-order-shipped', 'delivery-solutions-failed-alert'],
	async play(stage, paper) {
		await whileActive(stage, 'flexport-order-shipped', async (host) => {
			await flexportPart(stage, paper, host);
			await forgedPart(stage, paper, host);
		});
		expectOutcome('Webhooks left at Flexport', stage.sandbox.flexport.hooks.list().length, 0);
		paper.line('Deactivated: Flexport has no webhook any more.');
		await whileActive(stage, 'delivery-solutions-failed-alert', async (host) => {
			await portalPart(stage, paper, host);
		});
		paper.good('heard once, refused to forgers, and nothing left behind');
	},
};
