import type { IDataObject } from 'n8n-workflow';
import { PORTAL_SECRET, useTriggerDesk } from '../support/trigger-desk.mts';
import { expectForm } from './events-told.mts';
import { STATUSES } from './portal-statuses.mts';

const desk = useTriggerDesk();
const PANEL = { events: ['*'], verification: 'header', headerName: 'X-Webhook-Token' };
const AUTH = { type: 'header', name: 'X-Webhook-Token', value: PORTAL_SECRET } as const;

const hooks = () => desk.sandbox.deliverySolutions.hooks;

/** Activates a workflow, and enters its address in the portal. */
async function start(parameters = {}, kinds: Array<'order' | 'communication'> = ['order']) {
	const host = await desk.host('deliverySolutions', { ...PANEL, ...parameters });
	await host.activate();
	for (const kind of kinds) hooks().addTarget({ url: host.productionUrl, kind, auth: AUTH });
	return host;
}

/** Fires one event, and gives the one output that came of it. */
async function only(
	host: Awaited<ReturnType<typeof start>>,
	type: string,
	details: IDataObject = {},
): Promise<IDataObject | undefined> {
	await hooks().fire(type, details);
	expect(hooks().attempts()).toMatchObject([{ status: 200 }]);
	await host.settled();
	expect(host.outputs()).toHaveLength(1);
	return host.outputs()[0];
}

describe.each(['classic', 'publication'] as const)('a webhook of the portal (%s)', (activation) => {
	it('is registered by nobody but a person: no call is made at any time', async () => {
		const host = await desk.host('deliverySolutions', PANEL, { activation });
		await host.activate();
		await host.restart();
		await host.listen();
		await host.stopListening();
		await host.deactivate();
		expect(desk.sandbox.log.all()).toEqual([]);
		expect(host.problems()).toEqual([]);
	});

	it('is no longer served once the workflow is deactivated', async () => {
		const host = await desk.host('deliverySolutions', PANEL, { activation });
		await host.activate();
		hooks().addTarget({ url: host.productionUrl, kind: 'order', auth: AUTH });
		await host.deactivate();
		await hooks().fire('ORDER_DELIVERED');
		expect(hooks().attempts()).toMatchObject([{ status: 404 }]);
		expect(await host.settled()).toEqual([]);
	});

	it('goes on after a restart', async () => {
		const host = await desk.host('deliverySolutions', PANEL, { activation });
		await host.activate();
		hooks().addTarget({ url: host.productionUrl, kind: 'order', auth: AUTH });
		await host.restart();
		expect(await only(host, 'ORDER_DELIVERED')).toMatchObject({ status: 'delivered' });
	});
});

const SHIPMENT = { orderId: '64b000000000000000000007', orderExternalId: 'SHOP-7' };
const LYNKUP = { id: '64b000000000000000000007', orderExternalId: 'SHOP-7' };

describe.each([
	['classic', SHIPMENT],
	['lynkup', LYNKUP],
] as const)('an order webhook in the %s spelling', (spelling, ids) => {
	it.each(STATUSES)('of status %s is %s', async (providerStatus, status) => {
		desk.sandbox.deliverySolutions.webhookSpelling = spelling;
		const host = await start();
		const output = await only(host, providerStatus, ids);
		expectForm(output);
		expect(output).toMatchObject({
			eventType: 'order',
			provider: 'deliverySolutions',
			orderId: '64b000000000000000000007',
			externalOrderId: 'SHOP-7',
			status,
			providerStatus,
			occurredAt: new Date(desk.clock.now()).toISOString(),
			payload: JSON.parse(hooks().attempts()[0]?.sent ?? ''),
		});
	});

	it('of each state of one shipment is an event of its own', async () => {
		desk.sandbox.deliverySolutions.webhookSpelling = spelling;
		const host = await start();
		for (const status of ['ORDER_DISPATCHED', 'OUT_FOR_DELIVERY', 'ORDER_DELIVERED']) {
			await hooks().fire(status, ids);
		}
		await host.settled();
		const outputs = host.outputs();
		expect(outputs.map(({ status }) => status)).toEqual(['processing', 'shipped', 'delivered']);
		expect(new Set(outputs.map(({ eventId }) => eventId)).size).toBe(3);
	});

	it('that is delivered twice is one event', async () => {
		desk.sandbox.deliverySolutions.webhookSpelling = spelling;
		const host = await start();
		await hooks().fireAll([{ type: 'ORDER_DELIVERED', details: ids }], { copies: 3 });
		await host.settled();
		expect(
			hooks()
				.attempts()
				.map(({ status }) => status),
		).toEqual([200, 200, 200]);
		expect(host.outputs()).toHaveLength(1);
	});
});

it('a shipment on its way tells every state by itself', async () => {
	const host = await start();
	const { deliverySolutions } = desk.sandbox;
	const { id } = deliverySolutions.addShipment({ orderExternalId: 'SHOP-9' });
	deliverySolutions.setShipment(id, { status: 'OUT_FOR_DELIVERY' });
	await hooks().settled();
	await host.settled();
	expect(host.outputs()).toMatchObject([
		{ orderId: id, externalOrderId: 'SHOP-9', status: 'shipped' },
	]);
});

describe('a communication webhook', () => {
	const MESSAGE = { status: 'ORDER_DELIVERED', ...SHIPMENT };

	it('is told apart, and has the order from within', async () => {
		const host = await start({}, ['communication']);
		desk.sandbox.deliverySolutions.addShipment({ orderExternalId: 'SHOP-7' });
		const output = await only(host, 'communication', { status: 'ORDER_DELIVERED' });
		expectForm(output);
		expect(output).toMatchObject({
			eventType: 'communication',
			externalOrderId: 'SHOP-7',
			orderId: desk.sandbox.deliverySolutions.shipment('SHOP-7')?.id,
			status: 'delivered',
			providerStatus: 'ORDER_DELIVERED',
		});
	});

	it.each([
		[['order'], ['order']],
		[['communication'], ['communication']],
		[['*'], ['order', 'communication']],
		[
			['order', 'communication'],
			['order', 'communication'],
		],
	])('with the events %j chosen, what comes in is %j', async (events, types) => {
		const host = await start({ events }, ['order', 'communication']);
		await hooks().fire('ORDER_DELIVERED', SHIPMENT);
		await hooks().fire('communication', MESSAGE);
		expect(
			hooks()
				.attempts()
				.map(({ status }) => status),
		).toEqual([200, 200]);
		await host.settled();
		expect(host.outputs().map(({ eventType }) => eventType)).toEqual(types);
	});

	it('of one moment is not taken for the order webhook of the same moment', async () => {
		const host = await start({}, ['order', 'communication']);
		await hooks().fire('ORDER_DELIVERED', SHIPMENT);
		await hooks().fire('communication', MESSAGE);
		await host.settled();
		const [order, message] = host.outputs().map(({ eventId }) => eventId);
		expect(message).not.toBe(order);
	});
});

it('no event chosen is refused at activation', async () => {
	const host = await desk.host('deliverySolutions', { ...PANEL, events: [] });
	const error = await desk.refusal(host.activate());
	expect(error.message).toContain("Choose at least one in 'Events'.");
});
