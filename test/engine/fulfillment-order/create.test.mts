import { useOrderDesk } from '../support/order-desk.mts';
import { createParameters, line, orderBody } from '../support/order-parameters.mts';
import { onlyItem } from '../support/seen.mts';

const desk = useOrderDesk();

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

const create = async (changes = {}, input = [{}]) =>
	onlyItem(await desk.run(createParameters(desk.sku(), changes), { input }));

const sentBody = () => desk.sandbox.log.find('POST', '/orders').at(-1)?.body;

describe('the result', () => {
	it('is the simplified order with what was done, and no other fields', async () => {
		expect(await create()).toEqual({
			id: desk.sandbox.flexport.order('SHOP-1')?.id,
			externalOrderId: 'SHOP-1',
			provider: 'flexport',
			status: 'pending',
			providerStatus: 'CREATED',
			retriable: false,
			error: null,
			trackingNumbers: [],
			shippedAt: null,
			deliveredAt: null,
			outcome: 'created',
			message: 'Order "SHOP-1" was created.',
		});
	});

	it("is the API's answer untouched with Simplify off", async () => {
		const raw = await create({ simplify: false });
		expect(Object.keys(raw).sort()).toEqual(
			'address cost createdAt deliveredAt error externalOrderId id lineItems promisedDeliveryByTime promisedShipByTime shipments shippedAt source state updatedAt'.split(
				' ',
			),
		);
	});

	it('has the ID as text where the API gives a number', async () => {
		desk.sandbox.flexport.numericIds = true;
		const { id } = await create();
		expect(id).toBe(desk.sandbox.flexport.order('SHOP-1')?.id);
	});
});

describe('what is sent', () => {
	it('is one request with an idempotency key of its own', async () => {
		await create();
		await create({ externalOrderId: 'SHOP-2' });
		expect(desk.sent()).toEqual(['POST /orders', 'POST /orders']);
		const [first, second] = desk.keys();
		expect(first).toMatch(UUID);
		expect(second).toMatch(UUID);
		expect(second).not.toBe(first);
	});

	it('holds nothing that was left empty', async () => {
		await create();
		expect(sentBody()).toEqual(orderBody(desk.sku()));
	});

	it('is the same from JSON', async () => {
		const jsonBody = JSON.stringify(orderBody(desk.sku()));
		await create({ inputMode: 'json', jsonBody });
		expect(sentBody()).toEqual(orderBody(desk.sku()));
	});

	it.each([
		['a country code in lower case with blanks', { countryCode: ' us ' }],
		['a postal code as a number', { postalCode: 94105 }],
		['a quantity as text', { lineItems: { item: [line('={{ $json.sku }}', '1')] } }],
		['an external order ID with blanks around it', { externalOrderId: ' SHOP-1\n' }],
	])('is put right: %s', async (_case, changes) => {
		await create(changes, [{ sku: desk.sku() }]);
		expect(sentBody()).toEqual(orderBody(desk.sku()));
	});

	it('keeps a leading zero of a postal code', async () => {
		await create({ postalCode: '02134', provinceCode: 'MA' });
		expect(sentBody()).toMatchObject({ address: { zip: '02134' } });
	});

	it('has times in UTC, read in the time zone of the workflow where they have none', async () => {
		const additionalFields = { shipBy: '2099-01-15T09:00:00' };
		const nodes = [
			{ name: 'Start', type: 'n8n-nodes-base.manualTrigger' },
			{
				name: 'Order',
				type: 'n8n-nodes-fulfillment.fulfillmentOrder',
				parameters: createParameters(desk.sku(), { additionalFields }),
				credentials: { flexportApi: { id: '1', name: 'Flexport account' } },
			},
		];
		await desk.engine.runWorkflow(
			{
				nodes,
				connections: { Start: { main: [[{ node: 'Order', type: 'main', index: 0 }]] } },
				settings: { timezone: 'America/New_York' },
			},
			{ credentials: desk.credentials() },
		);
		expect(sentBody()).toMatchObject({ promisedShipByTime: '2099-01-15T14:00:00.000Z' });
	});
});

describe('line items', () => {
	const two = () => [
		{ logisticsSku: desk.sku(0), quantity: 2 },
		{ logisticsSku: desk.sku(1), quantity: 3 },
	];

	it('can be filled in one by one', async () => {
		await create({ lineItems: { item: [line(desk.sku(0), 2), line(desk.sku(1), 3)] } });
		expect(sentBody()).toMatchObject({ lineItems: two() });
	});

	it('can be JSON text with sku and quantity', async () => {
		const lines = two().map(({ logisticsSku, quantity }) => ({ sku: logisticsSku, quantity }));
		await create({ lineItemsInput: 'json', lineItemsJson: JSON.stringify(lines) });
		expect(sentBody()).toMatchObject({ lineItems: two() });
	});

	it("can be a list from an expression, in the API's own names and with all that a line can have", async () => {
		const lines = two().map((entry) => ({
			...entry,
			customsUnitValue: { amount: 12.5, currencyCode: 'EUR' },
			lineItemDropShipData: { retailerRefNo: 'R-1' },
		}));
		const changes = { lineItemsInput: 'json', lineItemsJson: '={{ $json.lines }}' };
		await create(changes, [{ lines }]);
		expect(sentBody()).toMatchObject({ lineItems: lines });
	});

	it('can take product and quantity from the incoming item', async () => {
		const lineItems = { item: [line('={{ $json.sku }}', '={{ $json.pieces }}')] };
		await create({ lineItems }, [{ sku: desk.sku(2), pieces: 7 }]);
		expect(sentBody()).toMatchObject({ lineItems: [{ logisticsSku: desk.sku(2), quantity: 7 }] });
	});

	it('can name a product that was chosen from the list', async () => {
		const product = { __rl: true, mode: 'list', value: desk.sku(1), cachedResultName: 'Mug' };
		await create({ lineItems: { item: [{ product, quantity: 1 }] } });
		expect(sentBody()).toMatchObject({ lineItems: [{ logisticsSku: desk.sku(1), quantity: 1 }] });
	});
});
