import type { IDataObject, INodeParameters } from 'n8n-workflow';
import curlBody from '../../fixtures/deliverr/curl-body.json';
import {
	createOrder,
	createFromJson,
	PRODUCT,
	useDeliverrDesk,
} from '../support/deliverr-desk.mts';
import { FULFILLMENT_ORDER } from '../support/order-desk.mts';
import { line } from '../support/order-parameters.mts';
import { onlyItem, seenError } from '../support/seen.mts';

const desk = useDeliverrDesk();

const UUID_V4 = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
const MOMENT = '2019-08-24T14:15:22Z';

/** The guide's body with what can be true of an order: at least one unit, and a country. */
const SOUND_BODY = {
	...curlBody,
	shiptoAddress: { ...curlBody.shiptoAddress, countryCode: 'US' },
	lineItems: [{ externalProductId: 'string', quantity: 1 }],
};

/** The panel with all that the guide's body has, and no more. */
const FILLED: INodeParameters = {
	operation: 'create',
	externalOrderId: 'string',
	recipientName: 'string',
	address1: 'string',
	address2: 'string',
	city: 'string',
	provinceCode: 'string',
	postalCode: 'string',
	countryCode: 'US',
	lineItems: { item: [line('string', 1)] },
	additionalFields: {
		company: 'string',
		source: 'string',
		sourceOrderId: 'string',
		shipMethod: 'string',
		shipBy: MOMENT,
		deliverBy: MOMENT,
		orderTime: MOMENT,
	},
};

/** The body of the only create that was sent. */
function sentBody(): IDataObject {
	const [request, ...others] = desk.creates();
	if (!request || others.length > 0) throw new Error(`${desk.creates().length} creates were sent`);
	return Object.assign({}, request.body);
}

/** A body whose times are moments, however they are written. */
const withMoments = (body: IDataObject): IDataObject =>
	Object.fromEntries(
		Object.entries(body).map(([key, value]) =>
			key.endsWith('Time') ? [key, Date.parse(String(value))] : [key, value],
		),
	);

describe("the body of the guide's curl command", () => {
	beforeEach(() => void desk.api.addProduct({ externalProductId: 'string' }));

	it('leaves the node word for word where it is given as JSON', async () => {
		expect(onlyItem(await desk.run(createFromJson(SOUND_BODY))).outcome).toBe('created');
		expect(sentBody()).toEqual(SOUND_BODY);
	});

	it('leaves the node in the same shape where the panel is filled in', async () => {
		expect(onlyItem(await desk.run(FILLED)).outcome).toBe('created');
		expect(withMoments(sentBody())).toEqual(withMoments(SOUND_BODY));
	});

	it('is refused as it is printed, as nobody lives in the country "string" and buys 0 units', async () => {
		const { message, description } = seenError(await desk.run(createFromJson(curlBody)));
		expect(message).toBe(
			`'shiptoAddress.countryCode' in 'JSON Body' is "string", which is not the code of a country [item 0]`,
		);
		expect(description).toContain(
			"'lineItems[0].quantity' in 'JSON Body' is 0, but must be at least 1",
		);
		expect(desk.sent()).toEqual([]);
	});
});

describe('the request', () => {
	it('carries a key of its own, and is no mock request', async () => {
		await desk.run(createOrder());
		const headers = desk.creates()[0]?.headers;
		expect(headers?.['idempotency-key']).toMatch(UUID_V4);
		expect(headers?.['content-type']).toMatch(/^application\/json/);
		expect(headers).not.toHaveProperty('x-deliverr-mock-request');
	});

	it.each([200, 201] as const)('is done where it is answered with %i', async (status) => {
		desk.api.createdStatus = status;
		expect(onlyItem(await desk.run(createOrder()))).toMatchObject({
			outcome: 'created',
			message: 'Order "SHOP-1" was created.',
			provider: 'deliverr',
			status: 'pending',
			providerStatus: 'CREATED',
		});
		expect(desk.sent()).toEqual(['POST /']);
	});
});

describe('what is left empty', () => {
	it('is not sent, but where the order comes from is told', async () => {
		await desk.run(createOrder());
		expect(sentBody()).toEqual({
			externalOrderId: 'SHOP-1',
			source: 'n8n',
			sourceOrderId: 'SHOP-1',
			shiptoAddress: {
				name: 'Ada Lovelace',
				street1: '1 Market Street',
				city: 'San Francisco',
				state: 'CA',
				postcode: '94105',
				countryCode: 'US',
			},
			lineItems: [{ externalProductId: PRODUCT, quantity: 1 }],
		});
	});

	it('is not sent where the field was added either', async () => {
		const additionalFields = {
			company: '',
			deliverBy: '',
			orderTime: '',
			shipBy: '',
			shipMethod: '',
			source: '',
			sourceOrderId: '',
		};
		await desk.run(createOrder({ additionalFields }));
		expect(sentBody()).toMatchObject({ source: 'n8n', sourceOrderId: 'SHOP-1' });
		expect(Object.keys(sentBody()).sort()).toEqual(
			['externalOrderId', 'lineItems', 'shiptoAddress', 'source', 'sourceOrderId'].sort(),
		);
	});
});

describe('values that expressions give', () => {
	it('become what the API wants', async () => {
		const input = [{ number: 1001, zip: 2118, units: '3', days: '5', country: 'us' }];
		const parameters = createOrder({
			externalOrderId: '={{ $json.number }}',
			postalCode: '={{ $json.zip }}',
			countryCode: '={{ $json.country }}',
			lineItems: { item: [line(PRODUCT, '={{ $json.units }}', { lineItemId: 'L-1' })] },
			additionalFields: { deliveryDays: '={{ $json.days }}' },
		});
		onlyItem(await desk.run(parameters, { input }));
		expect(sentBody()).toMatchObject({
			externalOrderId: '1001',
			sourceOrderId: '1001',
			shiptoAddress: { postcode: '2118', countryCode: 'US' },
			lineItems: [{ externalProductId: PRODUCT, quantity: 3, lineItemId: 'L-1' }],
			deliverDays: 5,
		});
	});

	it.each([
		['sku', { sku: PRODUCT, quantity: 2 }],
		["the API's own name", { externalProductId: PRODUCT, quantity: 2 }],
	])('are line items with the product as %s', async (_name, one) => {
		const lines = { lineItemsInput: 'json', lineItemsJson: JSON.stringify([one]) };
		onlyItem(await desk.run(createOrder(lines)));
		expect(sentBody().lineItems).toEqual([{ externalProductId: PRODUCT, quantity: 2 }]);
	});
});

it('dates without a zone are those of the workflow', async () => {
	const additionalFields = {
		shipBy: '2030-01-31T17:00:00',
		deliverBy: '2030-07-31T17:00:00',
		orderTime: '2025-01-01 00:00',
	};
	const result = await desk.engine.runWorkflow(
		{
			nodes: [
				{ name: 'Trigger', type: 'n8n-nodes-base.manualTrigger' },
				{
					name: 'Node',
					type: FULFILLMENT_ORDER,
					parameters: { provider: 'deliverr', ...createOrder({ additionalFields }) },
					credentials: { deliverrApi: { id: 'deliverrApi', name: 'deliverrApi' } },
				},
			],
			connections: { Trigger: { main: [[{ node: 'Node', type: 'main', index: 0 }]] } },
			settings: { timezone: 'America/New_York' },
		},
		{ credentials: desk.credentials() },
	);
	onlyItem(result);
	expect(withMoments(sentBody())).toMatchObject({
		orderShipmentTime: Date.parse('2030-01-31T22:00:00Z'),
		orderDeliveryTime: Date.parse('2030-07-31T21:00:00Z'),
		orderCreationTime: Date.parse('2025-01-01T05:00:00Z'),
	});
});
