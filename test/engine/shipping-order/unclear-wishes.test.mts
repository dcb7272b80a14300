import { locator } from '../support/locator.mts';
import { seenError } from '../support/seen.mts';
import { useShippingDesk } from '../support/shipping-desk.mts';

const desk = useShippingDesk();

const shipment = locator('id', 'SHOP-1');

it.each([
	['Delivery Time', { deliveryEndsAt: '2030-01-31T18:00:00Z' }, 'deliveryTime'],
	['Pickup Time', { pickupStartsAt: '2030-01-31T18:00:00Z' }, 'pickupTime'],
	['Delivery Instructions', { deliveryInstructions: 'Ring twice' }, 'deliveryInstructions'],
])('%s that is set and emptied at once is refused', async (label, updateFields, field) => {
	const run = desk.run({ operation: 'update', shipment, updateFields, clearFields: [field] });
	const { message, description } = seenError(await run);
	expect(message).toBe(
		`'${label}' is set under 'Update Fields' and emptied under 'Clear Fields' [item 0]`,
	);
	expect(description).toBe('Take it away from one of them.');
	expect(desk.sent()).toEqual([]);
});

it.each([
	['External Order IDs', { externalOrderIds: '={{ [] }}' }],
	['Location IDs', { locationIds: '={{ [] }}' }],
])('a list for %s that holds none does not mean all shipments', async (label, filters) => {
	const { message } = seenError(await desk.run({ operation: 'getAll', filters }));
	expect(message).toBe(`'${label}' holds no ID [item 0]`);
	expect(desk.sent()).toEqual([]);
});
