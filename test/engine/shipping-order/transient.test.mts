import type { INodeParameters } from 'n8n-workflow';
import { refusedAs, failing } from '../support/shipment-parameters.mts';
import { onlyErrorItem, onlyItem, seenError } from '../support/seen.mts';
import { createParameters, useShippingDesk } from '../support/shipping-desk.mts';
import { useHurry } from '../support/use-hurry.mts';

const desk = useShippingDesk();
useHurry();

const goOn = { onError: 'continueRegularOutput' } as const;
const posts = () => desk.bodies('POST', '/shipments').length;

describe.each([
	['PLACE_ORDER_FAILED', /^None of the delivery providers took the shipment/],
	['UNMAPPED_ERROR', /^The delivery provider gave an answer that/],
])('422 %s, which the API calls transient', (type, what) => {
	it.each([1, 2, 4])('is tried again until it passes, after %i times', async (times) => {
		const parameters = createParameters(failing(`create ${type} x${times}`));
		expect(onlyItem(await desk.run(parameters))).toMatchObject({
			outcome: 'created',
			status: 'processing',
			message: 'Shipment "SHOP-1" was created.',
		});
		expect(posts()).toBe(times + 1);
		expect(desk.api.shipments()).toHaveLength(1);
	});

	it('is believed after five tries', async () => {
		const result = await desk.run(createParameters(failing(`create ${type}`)));
		const { message, description, httpCode } = seenError(result);
		expect(message).toMatch(what);
		expect(message).toMatch(/\(HTTP 422\) \[item 0\]$/);
		expect(description).toMatch(/[Tt]ry again later/);
		expect(description).toContain(`code ${type}`);
		expect(httpCode).toBe('422');
		expect(posts()).toBe(5);
		expect(desk.api.shipments()).toEqual([]);
	});

	it('is called passing in the error item', async () => {
		const result = await desk.run(createParameters(failing(`create ${type}`)), goOn);
		expect(onlyErrorItem(result).details).toMatchObject({
			code: type,
			httpCode: '422',
			transient: true,
		});
	});

	it('is not tried again before the shipment was looked for', async () => {
		await desk.run(createParameters(failing(`create ${type} x1`)));
		expect(desk.sent()).toEqual([
			'POST /shipments',
			'GET /shipments/SHOP-1',
			'POST /shipments/list',
			'POST /shipments',
		]);
	});

	it('may have left a shipment that has failed, which is told and not made twice', async () => {
		const fault = refusedAs(type, 422);
		desk.sandbox.faults.add({ method: 'POST', path: '/shipments', fault, when: { every: 1 } });
		desk.api.addShipment({
			orderExternalId: 'SHOP-1',
			status: 'ORDER_FAILED',
			itemList: [{ sku: 'WATCH-1', quantity: 2 }],
			deliveryContact: { name: 'Ada Lovelace', phone: '+1 617 555 0100' },
		});
		expect(onlyItem(await desk.run(createParameters()))).toMatchObject({
			outcome: 'created',
			status: 'failed',
			message: expect.stringContaining('But it has failed.'),
		});
		expect(posts()).toBe(1);
		expect(desk.api.shipments()).toHaveLength(1);
	});
});

describe.each<[string, string, INodeParameters]>([
	['NO_PROVIDER_ASSIGNED', 'a location without providers', { locationExternalId: 'no-providers' }],
	[
		'NO_PROVIDER_MATCHED',
		'a provider that is not there',
		{ additionalFields: { proposedProviders: { entries: [{ name: 'Nobody' }] } } },
	],
	[
		'NO_PROVIDER_MATCHED',
		'a package that is too heavy',
		{ package: { weight: { values: { value: 151, unit: 'lb' } } } },
	],
	['GEOCODING_FAILED', 'an address that is nowhere', { postalCode: '00000' }],
	['INVALID_DATA', 'a location that is not known', { locationExternalId: '9999' }],
])('422 %s, which the API calls hard (%s)', (type, _how, changes) => {
	it('is sent once', async () => {
		const result = await desk.run(createParameters(changes), goOn);
		expect(onlyErrorItem(result).details).toMatchObject({
			code: type,
			httpCode: '422',
			transient: false,
		});
		expect(desk.sent()).toEqual(['POST /shipments']);
		expect(desk.api.shipments()).toEqual([]);
	});
});

describe('the type decides, and not the number', () => {
	it.each([400, 403, 404, 409, 418, 422])(
		'a transient type with %i is sent again',
		async (status) => {
			const fault = refusedAs('PLACE_ORDER_FAILED', status);
			const when = { times: 2 };
			desk.sandbox.faults.add({ method: 'POST', path: '/shipments', fault, when });
			expect(onlyItem(await desk.run(createParameters())).outcome).toBe('created');
			expect(posts()).toBe(3);
		},
	);

	it.each([400, 403, 404, 409, 422, 500])(
		'a hard type with %i is sent once, and told as what it is',
		async (status) => {
			const fault = refusedAs('NO_PROVIDER_MATCHED', status);
			desk.sandbox.faults.add({ method: 'POST', path: '/shipments', fault, when: { every: 1 } });
			const { error, details } = onlyErrorItem(await desk.run(createParameters(), goOn));
			expect(error).toMatch(/^No delivery provider takes this shipment/);
			expect(details).toMatchObject({
				code: 'NO_PROVIDER_MATCHED',
				httpCode: String(status),
				transient: false,
			});
			expect(posts()).toBe(1);
		},
	);

	it('a type that is not listed goes by the number, and is passed on', async () => {
		const fault = refusedAs('MOON_PHASE', 422);
		desk.sandbox.faults.add({ method: 'POST', path: '/shipments', fault, when: { every: 1 } });
		const { error, details } = onlyErrorItem(await desk.run(createParameters(), goOn));
		expect(error).toContain('Refused: MOON_PHASE (HTTP 422)');
		expect(details).toMatchObject({ code: 'MOON_PHASE', httpCode: '422', transient: false });
		expect(posts()).toBe(1);
	});
});
