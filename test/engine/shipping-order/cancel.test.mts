import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { onShipment, refusedAs } from '../support/shipment-parameters.mts';
import { onlyErrorItem, onlyItem, seenError } from '../support/seen.mts';
import { createParameters, example, useShippingDesk } from '../support/shipping-desk.mts';
import { useHurry } from '../support/use-hurry.mts';

const desk = useShippingDesk();
useHurry();

const stored = (status: string, changes: IDataObject = {}) =>
	desk.api.addShipment({ orderExternalId: 'SHOP-1', status, ...changes });

const cancel = (changes: INodeParameters = {}, options = {}) =>
	desk.run(onShipment('cancel', 'SHOP-1', changes), options);

const goOn = { onError: 'continueRegularOutput' } as const;
const DELETE = 'DELETE /shipments/SHOP-1';

describe('a shipment that can be cancelled', () => {
	it.each(['PENDING_RELEASE', 'ORDER_DISPATCHED', 'ORDER_ASSIGNED', 'ORDER_FAILED'])(
		'is cancelled, and the result says so (%s)',
		async (status) => {
			const { id } = stored(status);
			expect(onlyItem(await cancel())).toMatchObject({
				id,
				externalOrderId: 'SHOP-1',
				status: 'cancelled',
				providerStatus: 'ORDER_CANCELLED',
				outcome: 'cancelled',
				message: 'Shipment "SHOP-1" was cancelled.',
			});
			expect(desk.sent()).toEqual([DELETE]);
		},
	);

	it("is cancelled by Delivery Solutions' own ID, and named by the person's", async () => {
		const { id } = stored('ORDER_DISPATCHED');
		const result = onlyItem(await desk.run(onShipment('cancel', id)));
		expect(result.message).toBe('Shipment "SHOP-1" was cancelled.');
	});

	it.each(['A/1#2', '100 %', 'Größe'])('may have the external order ID %j', async (name) => {
		stored('ORDER_DISPATCHED', { orderExternalId: name });
		expect(onlyItem(await desk.run(onShipment('cancel', name))).outcome).toBe('cancelled');
		expect(desk.api.shipment(name)?.status).toBe('ORDER_CANCELLED');
	});

	it('goes no further afterwards', async () => {
		await desk.run(createParameters());
		await cancel();
		await desk.clock.advance(60_000);
		expect(desk.api.shipment('SHOP-1')?.status).toBe('ORDER_CANCELLED');
	});

	it('is found where the API takes its own IDs in a path only', async () => {
		const { id } = stored('ORDER_DISPATCHED');
		const fault = refusedAs('NOT_FOUND', 404);
		desk.sandbox.faults.add({ path: '/shipments/SHOP-1', fault, when: { every: 1 } });
		expect(onlyItem(await cancel())).toMatchObject({ id, outcome: 'cancelled' });
		expect(desk.sent()).toEqual([DELETE, 'POST /shipments/list', `DELETE /shipments/${id}`]);
	});

	it("comes out as the API's answer with Simplify off", async () => {
		stored('ORDER_DISPATCHED');
		const answer = example('cancel-answer');
		const fault = { kind: 'status', status: 200, body: answer } as const;
		desk.sandbox.faults.add({ method: 'DELETE', fault });
		expect(onlyItem(await cancel({ simplify: false }))).toEqual(answer);
	});

	it('is told as requested only where the answer does not say cancelled', async () => {
		const body = { ...stored('ORDER_ASSIGNED') };
		desk.sandbox.faults.add({ method: 'DELETE', fault: { kind: 'status', status: 200, body } });
		expect(onlyItem(await cancel())).toMatchObject({
			outcome: 'cancelRequested',
			status: 'processing',
			message: expect.stringContaining('accepted the cancellation'),
		});
	});
});

describe('a shipment that is cancelled already', () => {
	it.each(['ORDER_ALREADY_CANCELED', 'ORDER_ALREADY_CANCELLED'])(
		'is a success that says so (%s)',
		async (type) => {
			const { id } = stored('ORDER_CANCELLED');
			const fault = refusedAs(type, 409);
			desk.sandbox.faults.add({ method: 'DELETE', fault });
			expect(onlyItem(await cancel())).toMatchObject({
				id,
				status: 'cancelled',
				outcome: 'alreadyCancelled',
				message: 'Shipment "SHOP-1" was already cancelled. Nothing was changed.',
			});
			expect(desk.sent()).toEqual([DELETE, 'GET /shipments/SHOP-1']);
		},
	);

	it('is one also when it is cancelled twice', async () => {
		stored('ORDER_DISPATCHED');
		expect(onlyItem(await cancel()).outcome).toBe('cancelled');
		const before = structuredClone(desk.api.shipment('SHOP-1'));
		expect(onlyItem(await cancel()).outcome).toBe('alreadyCancelled');
		expect(desk.api.shipment('SHOP-1')).toEqual(before);
	});

	it('comes out as the API has it with Simplify off', async () => {
		stored('ORDER_CANCELLED');
		expect(onlyItem(await cancel({ simplify: false }))).toEqual(desk.api.shipment('SHOP-1'));
	});
});

describe('a cancellation that is not possible', () => {
	it('is a clear refusal where the provider does not allow it, and nothing is changed', async () => {
		const proposedProviders = [{ name: 'No Cancel Courier' }];
		const before = structuredClone(stored('ORDER_DISPATCHED', { proposedProviders }));
		const { error, details } = onlyErrorItem(await cancel({}, goOn));
		expect(error).toBe('The delivery provider does not allow cancellations (HTTP 403) [item 0]');
		expect(details).toMatchObject({
			fix: expect.stringMatching(/^Nothing was changed\./),
			code: 'CANCELLATION_NOT_ALLOWED',
			httpCode: '403',
			transient: false,
		});
		expect(desk.api.shipment('SHOP-1')).toEqual(before);
		expect(desk.sent()).toEqual([DELETE]);
	});

	it.each(['PICKUP_COMPLETED', 'IN_TRANSIT', 'ORDER_DELIVERED'])(
		'is a clear refusal where the provider cannot do it any more (%s)',
		async (status) => {
			const before = structuredClone(stored(status));
			const { message, description, httpCode } = seenError(await cancel());
			expect(message).toBe(
				'The delivery provider could not cancel the shipment: The shipment has been picked up (HTTP 422) [item 0]',
			);
			expect(description).toMatch(/^Nothing was changed\./);
			expect(description).toContain('code ORDER_CANCELLATION_FAILED');
			expect(httpCode).toBe('422');
			expect(desk.api.shipment('SHOP-1')).toEqual(before);
			expect(desk.sent()).toEqual([DELETE]);
		},
	);

	it('names the shipment where there is none', async () => {
		const { message } = seenError(await cancel());
		expect(message).toBe(
			'Delivery Solutions has no shipment with the ID "SHOP-1" (HTTP 404) [item 0]',
		);
	});

	it('is refused before anything is sent where no shipment is given', async () => {
		const shipment = { __rl: true, mode: 'id', value: '={{ " " }}' };
		const { message } = seenError(await cancel({ shipment }));
		expect(message).toBe("'Shipment' is empty [item 0]");
		expect(desk.sent()).toEqual([]);
	});
});

describe('a refusal that the API calls transient', () => {
	it('is tried again until it passes', async () => {
		stored('ORDER_DISPATCHED', { orderAttributes: { sandboxFail: 'cancel UNMAPPED_ERROR x2' } });
		expect(onlyItem(await cancel()).outcome).toBe('cancelled');
		expect(desk.sandbox.log.find('DELETE', /SHOP-1/)).toHaveLength(3);
	});

	it('may have cancelled it all the same, which is told as done', async () => {
		stored('ORDER_CANCELLED');
		desk.sandbox.faults.add({ method: 'DELETE', fault: refusedAs('UNMAPPED_ERROR', 422) });
		expect(onlyItem(await cancel())).toMatchObject({ outcome: 'cancelled', status: 'cancelled' });
		expect(desk.sent()).toEqual([DELETE, 'GET /shipments/SHOP-1']);
	});
});
