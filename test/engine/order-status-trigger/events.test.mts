import { REGISTERING, useTriggerDesk } from '../support/trigger-desk.mts';
import { EVENTS } from './events-table.mts';
import { expectForm } from './events-told.mts';

const desk = useTriggerDesk();

describe.each(REGISTERING)('events of %s', (provider) => {
	it.each(EVENTS[provider])('%s with %j is one output', async (type, details, told) => {
		const host = await desk.host(provider, { events: [type] });
		await host.activate();
		await desk.hooks(provider).fire(type, details);
		expect(desk.hooks(provider).attempts()).toMatchObject([{ status: 200 }]);
		await host.settled();
		const [attempt] = desk.hooks(provider).attempts();
		const [output] = host.outputs();
		expect(host.outputs()).toHaveLength(1);
		expectForm(output);
		expect(output).toMatchObject({
			eventType: type,
			provider,
			orderId: null,
			externalOrderId: null,
			providerStatus: null,
			...told,
		});
		expect(output?.payload).toEqual(JSON.parse(attempt?.sent ?? ''));
		expect(Date.parse(String(output?.occurredAt))).toBeGreaterThan(desk.clock.now() - 1001);
		expect(Date.parse(String(output?.occurredAt))).toBeLessThanOrEqual(desk.clock.now());
	});

	it('all of them come with All Events, each once and with an id of its own', async () => {
		const host = await desk.host(provider, { events: ['*'] });
		await host.activate();
		const types = [...new Set(EVENTS[provider].map(([type]) => type))];
		for (const type of types) await desk.hooks(provider).fire(type);
		await host.settled();
		expect(host.outputs().map(({ eventType }) => eventType)).toEqual(types);
		expect(new Set(host.outputs().map(({ eventId }) => eventId)).size).toBe(types.length);
		expect(host.outputs('Next')).toEqual(host.outputs());
	});

	it('the panel offers exactly the documented ones, and All Events', () => {
		const { properties } = desk.engine.describeNode('n8n-nodes-fulfillment.orderStatusTrigger');
		const field = properties.find(
			({ name, displayOptions }) =>
				name === 'events' && displayOptions?.show?.['/provider']?.[0] === provider,
		);
		const offered = field?.options?.map((option) => 'value' in option && option.value);
		const documented = new Set(EVENTS[provider].map(([type]) => type));
		expect(offered?.sort()).toEqual(['*', ...documented].sort());
	});

	it('an event that was not chosen is not even sent', async () => {
		const [[chosen] = [''], ...rest] = EVENTS[provider];
		const other = rest.find(([type]) => type !== chosen)?.[0] ?? '';
		const host = await desk.host(provider, { events: [chosen] });
		await host.activate();
		await desk.hooks(provider).fire(other);
		expect(desk.hooks(provider).attempts()).toEqual([]);
		expect(host.outputs()).toEqual([]);
	});
});

describe('other event types of Flexport', () => {
	it('are registered beside those that are chosen, and come as they are', async () => {
		const options = { otherEvents: ' Order.Held, Order.Delivered,,Order.Held ' };
		const host = await desk.host('flexport', { events: ['Order.Shipped'], options });
		await host.activate();
		expect(desk.registered('flexport').map(({ type }) => type)).toEqual([
			'Order.Shipped',
			'Order.Held',
			'Order.Delivered',
		]);
		await desk.hooks('flexport').fire('Order.Held', { orderId: '1', externalOrderId: 'SHOP-1' });
		await host.settled();
		const [output] = host.outputs();
		expectForm(output);
		expect(output).toMatchObject({
			eventType: 'Order.Held',
			orderId: '1',
			externalOrderId: 'SHOP-1',
			status: 'unknown',
		});
	});

	it('are enough by themselves', async () => {
		const options = { otherEvents: 'Freight.TrackingUpdated' };
		const host = await desk.host('flexport', { events: [], options });
		await host.activate();
		await desk.hooks('flexport').fire('Freight.TrackingUpdated');
		await host.settled();
		expect(host.outputs()).toMatchObject([{ eventType: 'Freight.TrackingUpdated' }]);
	});

	it('that Flexport does not know refuse the activation in its words', async () => {
		desk.sandbox.flexport.openEventTypes = false;
		const options = { otherEvents: 'Order.Hled' };
		const host = await desk.host('flexport', { events: ['Order.Shipped'], options });
		const error = await desk.refusal(host.activate());
		expect(error.message).toContain('type');
		expect(desk.registered('flexport')).toEqual([]);
	});
});

it.each(['2021-02-23', ''])('Digital River events come with API version "%s"', async (version) => {
	const host = await desk.host(
		'digitalRiver',
		{ events: ['fulfillment_order.pending'] },
		{ credentials: desk.credentials('digitalRiver', { apiVersion: version }) },
	);
	await host.activate();
	await desk.hooks('digitalRiver').fire('fulfillment_order.pending');
	await host.settled();
	expect(host.outputs()).toMatchObject([{ status: 'pending' }]);
});
