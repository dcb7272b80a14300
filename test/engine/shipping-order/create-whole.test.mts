import type { INodeParameters } from 'n8n-workflow';
import { NODE } from '../harness/index.mts';
import { fromJson, onShipment } from '../support/shipment-parameters.mts';
import { createParameters, SHIPPING_ORDER, useShippingDesk } from '../support/shipping-desk.mts';
import { onlyItem } from '../support/seen.mts';
import { wholePanel, wholeShipment } from '../support/whole-shipment.mts';

const desk = useShippingDesk();

const sentBody = () => desk.bodies('POST', '/shipments').at(-1);

describe.each<[string, INodeParameters]>([
	['in the panel', wholePanel()],
	['as JSON', { operation: 'create', ...fromJson(wholeShipment()) }],
])('a shipment with every field there is, given %s', (_way, parameters) => {
	it('reaches the API whole, which takes it', async () => {
		expect(onlyItem(await desk.run(parameters))).toMatchObject({
			externalOrderId: 'SHOP/1001#A',
			outcome: 'created',
			carrier: 'UPS',
		});
		expect(sentBody()).toEqual(wholeShipment());
	});

	it('is the same shipment when it is created again', async () => {
		await desk.run(parameters);
		expect(onlyItem(await desk.run(parameters))).toMatchObject({ outcome: 'alreadyExisted' });
	});

	it('is found again by Get, by its external order ID', async () => {
		await desk.run(parameters);
		const raw = onlyItem(await desk.run(onShipment('get', 'SHOP/1001#A', { simplify: false })));
		const { pickup, package: parcel, ...same } = wholeShipment();
		expect(raw).toMatchObject({
			...same,
			package: parcel,
			pickupAddress: pickup.address,
			pickupContact: pickup.contact,
			pickupInstructions: pickup.pickupInstructions,
		});
	});
});

describe('a pickup at an address', () => {
	it('arrives with what is required only, and no location beside it', async () => {
		await desk.run(
			createParameters({
				pickupFrom: 'address',
				locationExternalId: '7709',
				pickupName: 'Shop Dublin',
				pickupContactName: 'Michele Parker',
				pickupContactPhone: '+353 1 555 0123',
				pickupAddress1: '1 Dame Street',
				pickupPostalCode: 'D02 X285',
				pickupCountryCode: 'IE',
			}),
		);
		expect(sentBody()).toMatchObject({
			pickup: {
				name: 'Shop Dublin',
				address: { street1: '1 Dame Street', postalCode: 'D02 X285', countryCode: 'IE' },
				contact: { name: 'Michele Parker', phone: '+353 1 555 0123' },
			},
		});
		expect(sentBody()).not.toHaveProperty('locationExternalId');
		expect(Object.keys(Object(sentBody()).pickup).sort()).toEqual(['address', 'contact', 'name']);
	});
});

describe('time windows', () => {
	/** What arrives of the time windows, from a workflow with a time zone of its own. */
	const sentWindows = async (additionalFields: INodeParameters, timezone = 'America/New_York') => {
		const parameters = createParameters({ additionalFields });
		const node = {
			name: NODE,
			type: SHIPPING_ORDER,
			parameters,
			credentials: { deliverySolutionsApi: { id: '1', name: 'Account' } },
		};
		const result = await desk.engine.runWorkflow(
			{
				nodes: [{ name: 'Start', type: 'n8n-nodes-base.manualTrigger' }, node],
				connections: { Start: { main: [[{ node: NODE, type: 'main', index: 0 }]] } },
				settings: { timezone },
			},
			{ credentials: desk.credentials() },
		);
		expect(onlyItem(result).outcome).toBe('created');
		const { pickupTime, deliveryTime, createdDate } = Object(sentBody());
		return { pickupTime, deliveryTime, createdDate };
	};

	const NINE = Date.parse('2026-07-01T13:00:00Z');

	it.each([
		['as the date picker gives it', '2026-07-01T09:00:00'],
		['with the zone of the workflow', '2026-07-01T09:00:00-04:00'],
		['with another zone', '2026-07-01T15:00:00+02:00'],
		['in UTC', '2026-07-01T13:00:00.000Z'],
		['as Unix time in milliseconds', `={{ ${NINE} }}`],
		['as Unix time in milliseconds, as text', `={{ "${NINE}" }}`],
		["as n8n's own date", `={{ DateTime.fromMillis(${NINE}) }}`],
		['as a JavaScript date', `={{ new Date(${NINE}) }}`],
	])('arrive as Unix time in milliseconds when given %s', async (_form, given) => {
		const fields = { pickupStartsAt: given, deliveryEndsAt: given, createdDate: given };
		expect(await sentWindows(fields)).toEqual({
			pickupTime: { startsAt: NINE },
			deliveryTime: { endsAt: NINE },
			createdDate: NINE,
		});
	});

	it('follow the clock change of the zone', async () => {
		const { pickupTime } = await sentWindows(
			{ pickupStartsAt: '2026-10-25T01:30:00', pickupEndsAt: '2026-10-25T03:30:00' },
			'Europe/Berlin',
		);
		expect(pickupTime).toEqual({
			startsAt: Date.parse('2026-10-24T23:30:00Z'),
			endsAt: Date.parse('2026-10-25T02:30:00Z'),
		});
	});

	it('are left out where nothing was filled in', async () => {
		const windows = await sentWindows({ pickupStartsAt: '', deliveryEndsAt: '={{ null }}' });
		expect(windows).toEqual({});
	});
});
