import { locator } from '../support/locator.mts';
import { onlyItem, output, seenError } from '../support/seen.mts';
import { createParameters, useShippingDesk } from '../support/shipping-desk.mts';

const desk = useShippingDesk();

const on = (operation: string, value: string) => ({ operation, shipment: locator('id', value) });

/** A shipment that was made by the node, and the id that the API gave it. */
async function shipment(): Promise<string> {
	onlyItem(await desk.run(createParameters()));
	const ownId = desk.api.shipment('SHOP-1')?.id ?? '';
	desk.api.setShipment(ownId, { status: 'ORDER_FAILED' });
	desk.sandbox.log.clear();
	return ownId;
}

describe('where the API finds shipments only by its own id', () => {
	it.each(['get', 'update', 'retry', 'cancel'])(
		'%s with an external id looks it up in the list',
		async (operation) => {
			await shipment();
			desk.api.pathIds = 'own';
			const change = { updateFields: { orderValue: 5 } };
			const result = await desk.run({ ...on(operation, 'SHOP-1'), ...change });
			expect(onlyItem(result).externalOrderId).toBe('SHOP-1');
			expect(desk.sent()).toContain('POST /shipments/list');
		},
	);

	it('the status history too', async () => {
		const ownId = await shipment();
		desk.api.pathIds = 'own';
		const changes = output(await desk.run(on('getStatusHistory', 'SHOP-1')));
		expect(changes.map(({ shipmentId }) => shipmentId)).toContain(ownId);
	});

	it('a create whose answer was lost finds what it made', async () => {
		desk.api.pathIds = 'own';
		const fault = { kind: 'cutAfter' } as const;
		desk.sandbox.faults.add({ method: 'POST', path: /\/shipments$/, fault });
		expect(onlyItem(await desk.run(createParameters()))).toMatchObject({
			outcome: 'created',
			externalOrderId: 'SHOP-1',
		});
		expect(desk.api.shipments()).toHaveLength(1);
	});
});

it('where it finds them only by the external id, that is used as it was given', async () => {
	await shipment();
	desk.api.pathIds = 'external';
	expect(onlyItem(await desk.run(on('get', 'SHOP-1'))).externalOrderId).toBe('SHOP-1');
	expect(desk.sent()).toEqual(['GET /shipments/SHOP-1']);
});

it('an id that nobody knows is named', async () => {
	const { message } = seenError(await desk.run(on('get', 'SHOP-9')));
	expect(message).toContain('Delivery Solutions has no shipment with the ID "SHOP-9"');
});
