import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { onShipment, refusedAs } from '../support/shipment-parameters.mts';
import { onlyErrorItem, onlyItem, seenError } from '../support/seen.mts';
import { example, useShippingDesk } from '../support/shipping-desk.mts';
import { useHurry } from '../support/use-hurry.mts';

const desk = useShippingDesk();
useHurry();

const GET = 'GET /shipments/SHOP-1';
const POST = 'POST /shipments/SHOP-1/retry';
const anyway: INodeParameters = { options: { onlyIfFailed: false } };

const stored = (status: string, changes: IDataObject = {}) =>
	desk.api.addShipment({ orderExternalId: 'SHOP-1', status, ...changes });

const retry = (changes: INodeParameters = {}, options = {}) =>
	desk.run(onShipment('retry', 'SHOP-1', changes), options);

describe('a shipment that failed', () => {
	it.each(['ORDER_FAILED', 'ESTIMATES_FAILED', 'ERROR_EXCEPTION', 'PENDING_AUTORETRY'])(
		'is sent to a provider again (%s)',
		async (status) => {
			const { id } = stored(status);
			expect(onlyItem(await retry())).toMatchObject({
				id,
				externalOrderId: 'SHOP-1',
				status: 'processing',
				providerStatus: 'ORDER_DISPATCHED',
				outcome: 'retried',
				message: 'Shipment "SHOP-1" was sent to a delivery provider again.',
			});
			expect(desk.sent()).toEqual([GET, POST]);
			expect(desk.bodies('POST', '/shipments/SHOP-1/retry')).toEqual([undefined]);
		},
	);

	it('goes on its way', async () => {
		stored('ORDER_FAILED');
		await retry();
		await desk.clock.advance(16_000);
		expect(desk.api.shipment('SHOP-1')?.status).toBe('ORDER_DELIVERED');
	});

	it("is retried by Delivery Solutions' own ID", async () => {
		const { id } = stored('ORDER_FAILED');
		expect(onlyItem(await desk.run(onShipment('retry', id))).outcome).toBe('retried');
	});

	it('is retried where the API takes its own IDs in a path only', async () => {
		const { id } = stored('ORDER_FAILED');
		const fault = refusedAs('INVALID_DATA', 422);
		desk.sandbox.faults.add({ path: /SHOP-1/, fault, when: { every: 1 } });
		expect(onlyItem(await retry()).outcome).toBe('retried');
		expect(desk.sent().at(-1)).toBe(`POST /shipments/${id}/retry`);
	});

	it("comes out as the API's answer with Simplify off", async () => {
		stored('ORDER_FAILED');
		const answer = example('retry-answer');
		const fault = { kind: 'status', status: 201, body: answer } as const;
		desk.sandbox.faults.add({ method: 'POST', path: /retry$/, fault });
		expect(onlyItem(await retry({ simplify: false }))).toEqual(answer);
	});

	it('says so where it has failed again at once', async () => {
		const body = { ...stored('ORDER_FAILED') };
		const fault = { kind: 'status', status: 201, body } as const;
		desk.sandbox.faults.add({ method: 'POST', path: /retry$/, fault });
		expect(onlyItem(await retry())).toMatchObject({
			outcome: 'retried',
			status: 'failed',
			message: 'Shipment "SHOP-1" was sent to a delivery provider again. It has failed again.',
		});
	});

	it.each(['PLACE_ORDER_FAILED', 'UNMAPPED_ERROR'])(
		'is tried again while the API says %s, which it calls transient',
		async (type) => {
			stored('ORDER_FAILED', { orderAttributes: { sandboxFail: `retry ${type} x2` } });
			expect(onlyItem(await retry()).outcome).toBe('retried');
			expect(desk.sent().filter((call) => call === POST)).toHaveLength(3);
		},
	);

	it('is refused once where no provider takes it, with what to do', async () => {
		const parcel = { name: 'custom', weight: { value: 200, unit: 'lb' } };
		stored('ORDER_FAILED', { package: parcel });
		const result = await retry({}, { onError: 'continueRegularOutput' });
		expect(onlyErrorItem(result).details).toMatchObject({
			code: 'NO_PROVIDER_MATCHED',
			httpCode: '422',
			transient: false,
		});
		expect(desk.sent()).toEqual([GET, POST]);
		expect(desk.api.shipment('SHOP-1')?.status).toBe('ORDER_FAILED');
	});
});

describe('a shipment that did not fail', () => {
	it.each([
		['processing', 'ORDER_DISPATCHED'],
		['pending', 'PENDING_RELEASE'],
		['shipped', 'IN_TRANSIT'],
		['delivered', 'ORDER_DELIVERED'],
		['cancelled', 'ORDER_CANCELLED'],
		['unknown', 'SOMETHING_NEW'],
	])('is left alone when it is %s (%s)', async (status, providerStatus) => {
		const before = structuredClone(stored(providerStatus));
		expect(onlyItem(await retry())).toMatchObject({
			outcome: 'notFailed',
			status,
			providerStatus,
			message: `Shipment "SHOP-1" has not failed: its status is ${providerStatus}. It was left alone.`,
		});
		expect(desk.sent()).toEqual([GET]);
		expect(desk.api.shipment('SHOP-1')).toEqual(before);
	});

	it('comes out as the API has it with Simplify off', async () => {
		stored('IN_TRANSIT');
		expect(onlyItem(await retry({ simplify: false }))).toEqual(desk.api.shipment('SHOP-1'));
	});

	it('is refused by the API with Only If Failed off', async () => {
		stored('ORDER_DISPATCHED');
		const { message, description, httpCode } = seenError(await retry(anyway));
		expect(message).toBe(
			'The shipment can no longer be retried: The Order can no longer be retried (HTTP 409) [item 0]',
		);
		expect(description).toContain('code INVALID_OPERATION');
		expect(httpCode).toBe('409');
		expect(desk.sent().filter((call) => call === POST)).toHaveLength(1);
	});

	it('is sent to the API with Only If Failed off, which may take it', async () => {
		const body = { ...stored('ORDER_UNASSIGNED') };
		const fault = { kind: 'status', status: 201, body } as const;
		desk.sandbox.faults.add({ method: 'POST', path: /retry$/, fault });
		expect(onlyItem(await retry(anyway)).outcome).toBe('retried');
	});
});

it('a shipment that does not exist is named', async () => {
	expect(seenError(await retry()).message).toBe(
		'Delivery Solutions has no shipment with the ID "SHOP-1" (HTTP 404) [item 0]',
	);
	expect(desk.sent()).not.toContain(POST);
});
