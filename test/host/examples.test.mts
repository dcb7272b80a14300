import { useExamples } from './examples/use-examples.mts';
import { executionsOf, untilFinished, type Execution } from './rest/executions.mts';
import { deactivate } from './rest/workflows.mts';
import { PORTAL_SECRET } from './support/accounts.mts';
import { until } from './support/until.mts';
import { useHost } from './support/use-host.mts';

const desk = useHost();
const examples = useExamples(desk, 'examples');

const A_MINUTE_MS = 60_000;

/**
 * Time goes on while it waits: n8n stores a registration a moment after the system knows of it, and a
 * delivery in between is refused, and sent again by the system.
 */
const firstRun = async (id: string): Promise<Execution> => {
	const started = await until('an execution', async () => {
		await desk.clock.advance(A_MINUTE_MS);
		return (await executionsOf(desk.rest, id))[0];
	});
	return await untilFinished(desk.rest, started.id);
};

it('an order that Flexport refuses leaves at the lower output, with what was wrong', async () => {
	const { output } = await examples.run('flexport-create-order');
	expect(output('Order was refused')).toMatchObject([
		{ orderNumber: 'SHOP-1001', error: expect.any(String), details: { fix: expect.any(String) } },
	]);
	expect(output('Order is with Flexport')).toEqual([]);
});

it('orders at Flexport: create, follow, retry, cancel', async () => {
	const { flexport } = desk.sandbox;
	const { logisticsSku } = flexport.addProduct({ name: 'Mug', merchantSku: 'MUG' });
	const created = await examples.run('flexport-create-order', logisticsSku);
	expect(created.output('Order is with Flexport')).toMatchObject([{ outcome: 'created' }]);
	const followed = await examples.run('flexport-follow-order');
	expect(followed.output('Get order')).toMatchObject([{ externalOrderId: 'SHOP-1001' }]);
	flexport.setOrder('SHOP-1001', { error: { type: 'NO_RATES', retriable: true } });
	const retried = await examples.run('flexport-retry-failed-order');
	expect(retried.output('Look at the order')).toMatchObject([{ status: 'failed' }]);
	expect(retried.output('Retry order')).toMatchObject([{ outcome: 'retried' }]);
	const cancelled = await examples.run('flexport-cancel-order');
	expect(cancelled.output('Order is cancelled')).toMatchObject([{ outcome: 'cancelled' }]);
});

it('low stock', async () => {
	desk.sandbox.flexport.addProduct({
		name: 'Cup',
		merchantSku: 'CUP',
		inventory: { DEFAULT: { onHand: 2 } },
	});
	const { output } = await examples.run('flexport-low-stock');
	expect(output('List low stock')).toMatchObject([{ merchantSku: 'CUP', available: 2 }]);
});

it('an order on any provider', async () => {
	const { logisticsSku } = desk.sandbox.flexport.addProduct({ name: 'Pan', merchantSku: 'PAN' });
	const { output } = await examples.run('order-on-any-provider', logisticsSku);
	expect(output('Create order')).toMatchObject([{ outcome: 'created' }]);
	expect(output('Get order')).toMatchObject([{ externalOrderId: 'SHOP-3001' }]);
	expect(output('Cancel order')).toMatchObject([{ outcome: 'cancelled' }]);
});

it('shipments at Delivery Solutions: create, follow, mend and retry, cancel', async () => {
	const { deliverySolutions } = desk.sandbox;
	const created = await examples.run('delivery-solutions-create-shipment');
	expect(created.output('Shipment is on its way')).toMatchObject([{ outcome: 'created' }]);
	const followed = await examples.run('delivery-solutions-follow-shipment');
	expect(followed.output('Get shipment')).toMatchObject([{ externalOrderId: 'SHOP-2001' }]);
	expect(followed.output('Get status history').length).toBeGreaterThan(0);
	deliverySolutions.setShipment('SHOP-2001', { status: 'ORDER_FAILED' });
	const retried = await examples.run('delivery-solutions-retry-shipment');
	expect(retried.output('Retry shipment')).toMatchObject([{ outcome: 'retried' }]);
	expect(deliverySolutions.shipment('SHOP-2001')?.deliveryInstructions).toBe('Use the side door');
	const cancelled = await examples.run('delivery-solutions-cancel-shipment');
	expect(cancelled.output('Shipment is cancelled')).toMatchObject([{ outcome: 'cancelled' }]);
});

it('tell the customer when an order ships', async () => {
	const { hooks } = desk.sandbox.flexport;
	const { id } = await examples.publish('flexport-order-shipped');
	await until('both events are registered', () => hooks.list().length === 2 || undefined);
	await hooks.fire('Order.Shipped', { externalOrderId: 'SHOP-1001' });
	const { output } = await firstRun(id);
	expect(output('Tell the customer')).toMatchObject([
		{ eventType: 'Order.Shipped', externalOrderId: 'SHOP-1001', order: { provider: 'flexport' } },
	]);
	await deactivate(desk.rest, id);
	await until('nothing is registered', () => hooks.list().length === 0 || undefined);
});

it('tell the team when a delivery fails', async () => {
	const { deliverySolutions } = desk.sandbox;
	const { id, path } = await examples.publish('delivery-solutions-failed-alert');
	const url = `${desk.host.webhookUrl}${path}`;
	await until('the webhook is there', async () => {
		const { status } = await fetch(url, { method: 'POST' });
		return status === 401 || undefined;
	});
	const auth = { type: 'header', name: 'X-Webhook-Token', value: PORTAL_SECRET } as const;
	deliverySolutions.hooks.addTarget({ url, kind: 'order', auth });
	deliverySolutions.addShipment({ orderExternalId: 'SHOP-2002' });
	deliverySolutions.setShipment('SHOP-2002', { status: 'ORDER_UNDELIVERABLE' });
	const { output } = await firstRun(id);
	expect(output('Tell the team')).toContainEqual(
		expect.objectContaining({ providerStatus: 'ORDER_UNDELIVERABLE' }),
	);
	await deactivate(desk.rest, id);
});

it('those were all', () => {
	expect(examples.untried()).toEqual([]);
});
