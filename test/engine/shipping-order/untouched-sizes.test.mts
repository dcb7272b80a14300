import { createParameters, useShippingDesk } from '../support/shipping-desk.mts';
import { onlyItem } from '../support/seen.mts';

const desk = useShippingDesk();

const UNTOUCHED = { values: { length: 0, width: 0, height: 0, unit: 'in' } };

it('a size or weight that was added and left at 0 is not sent', async () => {
	const parcel = { size: UNTOUCHED, weight: { values: { value: 0, unit: 'lb' } }, barcode: 'B-1' };
	const item = { sku: 'WATCH-1', quantity: 2, additionalFields: { size: UNTOUCHED } };
	const run = desk.run(createParameters({ package: parcel, lineItems: { item: [item] } }));
	expect(onlyItem(await run).outcome).toBe('created');
	expect(desk.bodies('POST', '/shipments')).toEqual([
		expect.objectContaining({
			package: { name: 'custom', barcode: 'B-1' },
			itemList: [{ sku: 'WATCH-1', quantity: 2 }],
		}),
	]);
});

it('one that is filled in in part is sent as it is', async () => {
	const size = { values: { length: 0, width: 2, height: 0, unit: 'in' } };
	await desk.run(createParameters({ package: { size } }));
	expect(desk.bodies('POST', '/shipments')).toEqual([
		expect.objectContaining({
			package: { name: 'custom', size: { length: 0, width: 2, height: 0, unit: 'in' } },
		}),
	]);
});
