import type { INodeParameters } from 'n8n-workflow';
import { useOrderDesk } from '../support/order-desk.mts';
import { byExternalId, byId } from '../support/order-parameters.mts';
import { sampleOrder, samplePanel, type SampleOrder } from '../support/sample-order.mts';
import { onlyItem } from '../support/seen.mts';

const desk = useOrderDesk();

const WAYS: Array<[string, (sku: string) => INodeParameters]> = [
	['fields', samplePanel],
	[
		'JSON text',
		(sku) => ({
			operation: 'create',
			inputMode: 'json',
			jsonBody: JSON.stringify(sampleOrder(sku)),
		}),
	],
	[
		'a JSON object from an expression',
		() => ({ operation: 'create', inputMode: 'json', jsonBody: '={{ $json }}' }),
	],
];

const create = async (parameters: INodeParameters) =>
	onlyItem(await desk.run(parameters, { input: [sampleOrder(desk.sku())] }));

/** What the API's answer holds of an order as it was sent (FulfillmentOrder). */
function kept({ address, externalOrderId, lineItems, source, ...order }: SampleOrder) {
	return {
		address,
		externalOrderId,
		source,
		promisedShipByTime: order.promisedShipByTime,
		promisedDeliveryByTime: order.promisedDeliveryByTime,
		lineItems: lineItems.map(({ logisticsSku, quantity, customsUnitValue }) => ({
			logisticsSku,
			quantity,
			customsUnitValue,
		})),
	};
}

/** What comes back of the drop ship data, in answers that have it. */
function keptDropShip({ dropShipData, lineItems }: SampleOrder, id: unknown) {
	const [line] = lineItems;
	const lineItemData = { key: line?.logisticsSku, value: line?.lineItemDropShipData };
	return { ...dropShipData, lineItemData, orderId: Number(id) };
}

describe.each(WAYS)("the documentation's sample order, given as %s", (_way, panel) => {
	it('reaches the API whole', async () => {
		await create(panel(desk.sku()));
		expect(desk.sandbox.log.find('POST', '/orders').map(({ body }) => body)).toEqual([
			sampleOrder(desk.sku()),
		]);
	});

	it('comes back whole from the create with Simplify off', async () => {
		const sample = sampleOrder(desk.sku());
		const order = await create({ ...panel(desk.sku()), simplify: false });
		expect(order).toMatchObject(kept(sample));
		expect(order.address).toEqual(sample.address);
		expect(order.dropshipDetails).toEqual(keptDropShip(sample, order.id));
	});

	it('comes back whole from Get by ID with Simplify off', async () => {
		const sample = sampleOrder(desk.sku());
		const { id } = await create(panel(desk.sku()));
		const order = onlyItem(await desk.run(byId('get', String(id), { simplify: false })));
		expect(order).toMatchObject(kept(sample));
		expect(order.address).toEqual(sample.address);
		expect(order.lineItems).toEqual(kept(sample).lineItems);
		expect(order.dropshipDetails).toEqual(keptDropShip(sample, id));
	});

	it('comes back from Get by external ID, which has no drop ship data', async () => {
		const sample = sampleOrder(desk.sku());
		await create(panel(desk.sku()));
		const parameters = byExternalId('get', sample.externalOrderId, { simplify: false });
		const order = onlyItem(await desk.run(parameters));
		expect(order).toMatchObject(kept(sample));
		expect(order).not.toHaveProperty('dropshipDetails');
	});

	it('is the same order when it is created again', async () => {
		const first = await create(panel(desk.sku()));
		const second = await create(panel(desk.sku()));
		expect(second).toMatchObject({ id: first.id, outcome: 'alreadyExisted' });
	});
});
