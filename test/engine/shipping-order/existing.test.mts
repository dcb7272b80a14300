import type { INodeParameters } from 'n8n-workflow';
import { onShipment, refusedAs } from '../support/shipment-parameters.mts';
import { onlyErrorItem, onlyItem, seenError } from '../support/seen.mts';
import { createParameters, useShippingDesk } from '../support/shipping-desk.mts';

const desk = useShippingDesk();

const KNOWN = 'Delivery Solutions already has a shipment with the external order ID "SHOP-1"';
const TYPES = ['DUPLICATE_ID', 'DUPLICATE_NAME', 'DUPLICATE_RESOURCE'] as const;

const create = (changes: INodeParameters = {}) => desk.run(createParameters(changes));

/** The shipment that is in the way, as it was created. */
const existing = async (changes: INodeParameters = {}): Promise<string> => {
	await create(changes);
	desk.sandbox.log.clear();
	return String(desk.api.shipment('SHOP-1')?.id);
};

const fail = { options: { ifExists: 'fail' } };
const line = (sku: string, quantity = 1): INodeParameters => ({ sku, quantity });
const lines = (...item: INodeParameters[]): INodeParameters => ({ lineItems: { item } });

/** Ways in which people give the same shipment once more. */
const SAME: Array<[string, INodeParameters]> = [
	['everything', {}],
	['a postal code with its four digits added', { postalCode: '02118-1804' }],
	['a name in capitals with other blanks', { recipientName: ' ADA  LOVELACE ' }],
	['one line in two', lines(line('WATCH-1'), line('WATCH-1'))],
	['another phone', { recipientPhone: '+1 617 555 0199' }],
];

const DIFFERENT: Array<[string, INodeParameters, string]> = [
	['another product', lines(line('MUG-1', 2)), 'its list of items differs'],
	['another quantity', lines(line('WATCH-1', 3)), 'its list of items differs'],
	['one more line', lines(line('WATCH-1', 2), line('MUG-1')), 'its list of items differs'],
	['no line items any more', lines(), 'its list of items differs'],
	['another location', { locationExternalId: '100983' }, 'its location differs'],
	['another name', { recipientName: 'Charles Babbage' }, "its recipient's name differs"],
	['another postal code', { postalCode: '02119' }, 'its postal code differs'],
	['another country', { countryCode: 'CA' }, 'its country differs'],
];

describe.each(TYPES)('a shipment that exists, which the API refuses with %s', (type) => {
	beforeEach(() => {
		desk.api.duplicateType = type;
	});

	it('is returned by default, and not made again', async () => {
		const id = await existing();
		expect(onlyItem(await create())).toMatchObject({
			id,
			outcome: 'alreadyExisted',
			message: `${KNOWN}. It was not made again.`,
		});
		expect(desk.api.shipments()).toHaveLength(1);
	});

	it("fails where Options say so, with the API's own code", async () => {
		await existing();
		const { message, description, httpCode } = seenError(await create(fail));
		expect(message).toBe(`${KNOWN} [item 0]`);
		expect(description).toContain("set 'If Shipment Already Exists' to 'Return It'");
		expect(description).toContain(`code ${type}`);
		expect(httpCode).toBe('422');
		expect(desk.api.shipments()).toHaveLength(1);
	});

	it('is refused where it is a different one', async () => {
		await existing();
		const { message } = seenError(await create({ recipientName: 'Charles Babbage' }));
		expect(message).toContain("its recipient's name differs");
	});
});

describe('the same shipment once more', () => {
	it.each(SAME)('is returned: %s', async (_name, changes) => {
		const id = await existing();
		expect(onlyItem(await create(changes))).toMatchObject({ id, outcome: 'alreadyExisted' });
	});

	it('is returned as the API has it with Simplify off', async () => {
		await existing();
		const raw = onlyItem(await create({ simplify: false }));
		expect(raw).toEqual(desk.api.shipment('SHOP-1'));
	});

	it('is returned although its answer shows no items, as those of the documentation do', async () => {
		const id = await existing();
		desk.api.setShipment('SHOP-1', { itemList: [] });
		expect(onlyItem(await create())).toMatchObject({ id, outcome: 'alreadyExisted' });
	});

	it('is returned where the API finds external IDs in the list only', async () => {
		const id = await existing();
		const fault = refusedAs('NOT_FOUND', 404);
		desk.sandbox.faults.add({ method: 'GET', fault, when: { every: 1 } });
		expect(onlyItem(await create())).toMatchObject({ id, outcome: 'alreadyExisted' });
	});
});

describe.each(['return', 'fail'])('a different shipment with the same ID (%s)', (ifExists) => {
	it.each(DIFFERENT)('is refused, and the difference is told: %s', async (_name, changes, what) => {
		await existing();
		const result = await create({ ...changes, options: { ifExists } });
		const { message, description } = seenError(result);
		expect(message).toBe(`${KNOWN}, and it is a different shipment: ${what} [item 0]`);
		expect(description).toMatch(/^Nothing was created\. .*'External Order ID'/);
		expect(desk.api.shipments()).toHaveLength(1);
	});

	it('is refused as an error item where the node goes on', async () => {
		await existing();
		const parameters = createParameters({ ...lines(line('MUG-1')), options: { ifExists } });
		const result = await desk.run(parameters, { onError: 'continueErrorOutput' });
		expect(onlyErrorItem(result).details).toMatchObject({
			code: 'DUPLICATE_ID',
			field: 'External Order ID',
			httpCode: '422',
			transient: false,
		});
	});
});

describe('a shipment that exists and will not be delivered', () => {
	it('says so when it was cancelled', async () => {
		await existing();
		await desk.run(onShipment('cancel', 'SHOP-1'));
		expect(onlyItem(await create())).toMatchObject({
			outcome: 'alreadyExisted',
			status: 'cancelled',
			message: `${KNOWN}. It was not made again. It is cancelled, so nothing will be delivered. To ship it, give a new 'External Order ID'.`,
		});
	});

	it.each(['ORDER_FAILED', 'ESTIMATES_FAILED', 'ERROR_EXCEPTION', 'ORDER_UNDELIVERABLE'])(
		'says so when it has failed: %s',
		async (status) => {
			await existing();
			desk.api.setShipment('SHOP-1', { status });
			expect(onlyItem(await create())).toMatchObject({
				outcome: 'alreadyExisted',
				status: 'failed',
				providerStatus: status,
				message: expect.stringMatching(/But it has failed\. .*Update.*Retry\.$/),
			});
		},
	);
});

it("another account's shipment is not in the way", async () => {
	await existing();
	const client = desk.api.addAccount();
	const credentials = desk.credentials({ ...client });
	const result = await desk.run(createParameters(), { credentials });
	expect(onlyItem(result).outcome).toBe('created');
	expect(desk.api.shipments(client.clientId)).toHaveLength(1);
});
