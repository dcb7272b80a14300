import { readWorkflow } from '../harness/index.mts';
import { FULFILLMENT_ORDER } from '../support/order-desk.mts';
import { createParameters } from '../support/order-parameters.mts';
import { PORTAL_SECRET, useTriggerDesk } from '../support/trigger-desk.mts';

const desk = useTriggerDesk();

/** The names of the credentials that the nodes of a workflow file ask for. */
function credentialNames(path: string): unknown[] {
	return readWorkflow(path).nodes.flatMap(({ credentials = {} }) =>
		Object.values(credentials).map(({ name }) => name),
	);
}

it('flexport-order-shipped.json hears of an order that ships, with its tracking numbers', async () => {
	const path = 'examples/flexport-order-shipped.json';
	expect(credentialNames(path)).toEqual(['Flexport account']);
	const credentials = desk.credentials('flexport');
	const { flexport } = desk.sandbox;
	const [product] = flexport.addProducts(1);
	flexport.setInventory(product?.logisticsSku ?? '', 'DEFAULT', { onHand: 10 });
	const host = await desk.hostWorkflow(path, { credentials });
	await host.activate();
	const made = await desk.engine.runNode(
		FULFILLMENT_ORDER,
		{ provider: 'flexport', ...createParameters(product?.logisticsSku ?? '') },
		{ credentials },
	);
	expect(made.status).toBe('success');
	const [order] = flexport.orders();
	flexport.setOrder(order?.id ?? '', { internalStatus: 'SHIPPED' });
	await flexport.hooks.settled();
	await host.settled();
	const told = host.outputs('Tell the customer');
	expect(told).toMatchObject([
		{
			eventType: 'Order.Shipped',
			orderId: order?.id,
			externalOrderId: order?.externalOrderId,
			status: 'shipped',
			order: { id: order?.id, status: 'shipped', provider: 'flexport' },
			orderError: null,
		},
	]);
	expect(told[0]?.order).toHaveProperty('trackingNumbers.0');
	await host.deactivate();
	expect(desk.registered('flexport')).toEqual([]);
});

it('delivery-solutions-failed-alert.json hears of what failed only, and tells what happened', async () => {
	const path = 'examples/delivery-solutions-failed-alert.json';
	expect(new Set(credentialNames(path))).toEqual(new Set(['Delivery Solutions account']));
	const { deliverySolutions } = desk.sandbox;
	const host = await desk.hostWorkflow(path, {
		credentials: desk.credentials('deliverySolutions'),
	});
	await host.activate();
	const auth = { type: 'header', name: 'X-Webhook-Token', value: PORTAL_SECRET } as const;
	deliverySolutions.hooks.addTarget({ url: host.productionUrl, kind: 'order', auth });
	for (const [orderExternalId, status] of [
		['SHOP-1', 'ORDER_DELIVERED'],
		['SHOP-2', 'ORDER_UNDELIVERABLE'],
	] as const) {
		const { id } = deliverySolutions.addShipment({ orderExternalId });
		deliverySolutions.setShipment(id, { status });
	}
	await deliverySolutions.hooks.settled();
	expect(deliverySolutions.hooks.attempts().map(({ status }) => status)).toEqual([200, 200]);
	await host.settled();
	expect(host.outputs()).toMatchObject([{ externalOrderId: 'SHOP-2', status: 'failed' }]);
	const told = host.outputs('Tell the team');
	expect(told.at(-1)).toMatchObject({ providerStatus: 'ORDER_UNDELIVERABLE', status: 'failed' });
});
