import { fromJson, onShipment } from '../support/shipment-parameters.mts';
import { onlyItem, seenError } from '../support/seen.mts';
import { useShippingDesk } from '../support/shipping-desk.mts';
import { useHurry } from '../support/use-hurry.mts';

const desk = useShippingDesk();
useHurry();

const CUT = { kind: 'cutAfter' } as const;
const OPEN = /^Delivery Solutions may or may not have done this\. (Get|Look)/;

const stored = (orderExternalId: string, status = 'ORDER_DISPATCHED') =>
	desk.api.addShipment({ orderExternalId, status });

/** The answer to the first sending is lost, and so is every look from then on, or so many of them. */
const lose = (method: string, looks?: number) => {
	desk.sandbox.faults.add({ method, fault: CUT });
	for (const look of [{ method: 'GET' }, { method: 'POST', path: '/list' }]) {
		const when = looks === undefined ? { every: 1 } : { times: looks };
		desk.sandbox.faults.add({ ...look, when, fault: CUT });
	}
};

const rename = (from: string, to: string) =>
	desk.run(onShipment('update', from, fromJson({ orderExternalId: to })));

it('a cancellation that was done and cannot be seen says that it may have been', async () => {
	stored('SHOP-1');
	lose('DELETE');
	const { description } = seenError(await desk.run(onShipment('cancel', 'SHOP-1')));
	expect(desk.api.shipment('SHOP-1')?.status).toBe('ORDER_CANCELLED');
	expect(description).toMatch(OPEN);
});

it('a new external ID that was set and cannot be seen says that it may have been', async () => {
	stored('SHOP-1', 'PENDING_DISPATCH');
	lose('PUT');
	const { description } = seenError(await rename('SHOP-1', 'SHOP-2'));
	expect(desk.api.shipment('SHOP-2')).toBeDefined();
	expect(description).toMatch(OPEN);
});

it('a new external ID that was set is found once looks get through again', async () => {
	stored('SHOP-1', 'PENDING_DISPATCH');
	lose('PUT', 5);
	expect(onlyItem(await rename('SHOP-1', 'SHOP-2'))).toMatchObject({ externalOrderId: 'SHOP-2' });
});

it('another shipment that has the new external ID is not taken for the one that was to get it', async () => {
	stored('SHOP-1', 'PENDING_DISPATCH');
	stored('SHOP-2', 'PENDING_DISPATCH');
	desk.sandbox.faults.add({ method: 'PUT', fault: { kind: 'cutBefore' } });
	expect((await rename('SHOP-1', 'SHOP-2')).status).toBe('error');
	expect(desk.api.shipment('SHOP-1')?.orderExternalId).toBe('SHOP-1');
});
