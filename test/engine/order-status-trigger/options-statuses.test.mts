import type { GenericValue, IDataObject, INodeParameters } from 'n8n-workflow';
import type { WebhookHost } from '../harness/index.mts';
import { PORTAL_SECRET, useTriggerDesk, type TriggerProvider } from '../support/trigger-desk.mts';
import { DOORS, openDoor, type DoorKind } from './forged-doors.mts';

const desk = useTriggerDesk();

const doorOf = (provider: TriggerProvider): DoorKind => {
	const found = DOORS.find((one) => one.provider === provider);
	if (!found) throw new Error(`There is no door of ${provider}`);
	return found;
};

type Fired = [type: string, details: IDataObject];

/** Opens a door for all events, and lets events come in; gives the status of each output. */
async function statusesOf(
	provider: TriggerProvider,
	statuses: GenericValue,
	events: Fired[],
): Promise<unknown[]> {
	const kind = doorOf(provider);
	const parameters = { ...kind.parameters, events: ['*'] };
	const options = JSON.parse(JSON.stringify({ statuses }));
	const { host } = await openDoor(desk, { ...kind, parameters }, options);
	for (const [type, details] of events) await desk.hooks(provider).fire(type, details);
	const answers = desk
		.hooks(provider)
		.attempts()
		.map(({ status }) => status);
	expect(answers).toEqual(events.map(() => 200));
	await host.settled();
	return host.outputs().map(({ status }) => status);
}

const EVENTS: Array<[TriggerProvider, Fired[]]> = [
	[
		'flexport',
		[
			['Order.Shipped', {}],
			['Order.Cancelled', {}],
			['Shipment.Created', {}],
			['Parcel.TrackingUpdated', { status: 'DELIVERED' }],
			['Parcel.TrackingUpdated', { status: 'FAILURE' }],
			['Inventory.Adjusted', {}],
		],
	],
	[
		'deliverr',
		[
			['ORDER_STATUS_UPDATE', { newStatus: 'SHIPPED' }],
			['ORDER_STATUS_UPDATE', { newStatus: 'CANCELLED' }],
			['ORDER_STATUS_UPDATE', { newStatus: 'PROCESSING' }],
			['ORDER_STATUS_UPDATE', { newStatus: 'DELIVERED' }],
			['ORDER_STATUS_UPDATE', { newStatus: 'ERROR' }],
			['INVENTORY_UPDATE', {}],
		],
	],
	[
		'deliverySolutions',
		[
			['IN_TRANSIT', { orderId: 'A' }],
			['ORDER_CANCELLED', { orderId: 'B' }],
			['PICKUP_STARTED', { orderId: 'C' }],
			['ORDER_DELIVERED', { orderId: 'D' }],
			['ORDER_FAILED', { orderId: 'E' }],
			['SOMETHING_NEW', { orderId: 'F' }],
		],
	],
];

const ALL = ['shipped', 'cancelled', 'processing', 'delivered', 'failed', 'unknown'];

describe.each(EVENTS)('of %s', (provider, events) => {
	it.each<[string, GenericValue, string[]]>([
		['all states if none is chosen', [], ALL],
		['one state', ['failed'], ['failed']],
		['several states', ['delivered', 'cancelled'], ['cancelled', 'delivered']],
		['what tells no state', ['unknown'], ['unknown']],
		['states as the text of an expression', 'shipped, failed', ['shipped', 'failed']],
		['nothing, if no event has the state', ['pending'], []],
	])('%s start the workflow', async (_name, statuses, expected) => {
		expect(await statusesOf(provider, statuses, events)).toEqual(expected);
	});
});

describe('of Digital River', () => {
	it('only the chosen states start the workflow', async () => {
		const events = ['pending', 'backordered', 'shipped', 'cancelled'].map((word): Fired => [
			`fulfillment_order.${word}`,
			{},
		]);
		const statuses = ['processing', 'cancelled'];
		expect(await statusesOf('digitalRiver', statuses, events)).toEqual(statuses);
	});
});

describe('an event whose state is not wanted', () => {
	it('is not remembered: it counts when the state is wanted later', async () => {
		const parameters = (statuses: string[]): INodeParameters => ({
			provider: 'flexport',
			events: ['Order.Shipped'],
			options: { statuses },
		});
		const host = await desk.host('flexport', parameters(['failed']));
		await host.activate();
		await desk.hooks('flexport').fire('Order.Shipped', { logisticsEventId: 'A' });
		host.setParameters(parameters(['shipped']));
		await host.activate();
		await desk.hooks('flexport').fire('Order.Shipped', { logisticsEventId: 'A' });
		await host.settled();
		expect(host.outputs()).toMatchObject([{ eventId: 'A', status: 'shipped' }]);
	});

	it('leaves no trace in what n8n stores', async () => {
		const host = await desk.host('flexport', { options: { statuses: ['failed'] } });
		await host.activate();
		const before = host.staticData();
		await desk.hooks('flexport').fire('Order.Shipped');
		await host.settled();
		expect(host.staticData()).toEqual(before);
	});

	it('costs no request for its order', async () => {
		const options = { statuses: ['failed'], includeOrder: true };
		const host = await desk.host('flexport', { options });
		await host.activate();
		const before = desk.sent().length;
		await desk.hooks('flexport').fire('Order.Shipped');
		await host.settled();
		expect(desk.sent()).toHaveLength(before);
	});
});

describe('an event that was not chosen', () => {
	/** An authentic delivery whose payload says what it wants. */
	async function deliver(host: WebhookHost, changes: IDataObject) {
		const [message] = desk.hooks('flexport').message('Order.Shipped', changes);
		if (!message) throw new Error('Nobody is registered');
		expect(await desk.deliver(message)).toMatchObject({ status: 200 });
		await host.settled();
		return host.outputs().map(({ eventType }) => eventType);
	}

	const hostFor = async (parameters: INodeParameters) => {
		const host = await desk.host('flexport', parameters);
		await host.activate();
		return host;
	};

	it('starts nothing', async () => {
		const host = await hostFor({ events: ['Order.Shipped'] });
		expect(await deliver(host, { logisticsEventType: 'Order.Cancelled' })).toEqual([]);
	});

	it('starts the workflow if all are wanted, whatever it is called', async () => {
		const host = await hostFor({ events: ['*'] });
		expect(await deliver(host, { logisticsEventType: 'Order.Beamed' })).toEqual(['Order.Beamed']);
		expect(host.outputs()).toMatchObject([{ status: 'unknown' }]);
	});

	it('starts the workflow if its type was entered by hand', async () => {
		const host = await hostFor({
			events: ['Order.Shipped'],
			options: { otherEvents: ' Order.Held ,, Order.Delivered' },
		});
		await desk.hooks('flexport').fire('Order.Held');
		expect(await deliver(host, { logisticsEventType: 'Order.Shipped' })).toEqual([
			'Order.Held',
			'Order.Shipped',
		]);
	});

	it('cannot be told by an event that has no type, which starts the workflow', async () => {
		const host = await hostFor({ events: ['Order.Shipped'] });
		expect(await deliver(host, { logisticsEventType: null })).toEqual(['unknown']);
	});

	it.each([
		['order', ['order']],
		['communication', ['communication']],
	])('at Delivery Solutions: of two kinds only "%s"', async (chosen, expected) => {
		const host = await desk.host('deliverySolutions', { events: [chosen] });
		await host.activate();
		const auth = { type: 'header', name: 'X-Webhook-Token', value: PORTAL_SECRET } as const;
		const { hooks } = desk.sandbox.deliverySolutions;
		for (const kind of ['order', 'communication'] as const) {
			hooks.addTarget({ url: host.productionUrl, kind, auth });
		}
		await hooks.fire('ORDER_DELIVERED');
		await hooks.fire('communication');
		await host.settled();
		expect(host.outputs().map(({ eventType }) => eventType)).toEqual(expected);
	});
});
