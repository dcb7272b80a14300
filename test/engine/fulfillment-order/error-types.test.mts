import TYPES from '../../fixtures/flexport/order-error-types.json';
import { useOrderDesk } from '../support/order-desk.mts';
import { byExternalId, createParameters } from '../support/order-parameters.mts';
import { onlyItem } from '../support/seen.mts';

const desk = useOrderDesk();

/** The order of a test after it was routed, simplified. */
async function routed(changes: Parameters<typeof createParameters>[1]) {
	await desk.run(createParameters(desk.sku(), changes));
	await desk.clock.advance(2_000);
	return onlyItem(await desk.run(byExternalId('get', 'SHOP-1')));
}

describe('an order that Flexport stopped says what happened and what to do', () => {
	it.each(TYPES)('%s', async (type) => {
		const order = await routed({ additionalFields: { company: `fail ${type}` } });
		const stored = desk.sandbox.flexport.order('SHOP-1')?.error;
		expect(order).toMatchObject({
			status: 'failed',
			providerStatus: 'ERROR',
			retriable: stored?.retriable,
			error: {
				type,
				code: String(stored?.code),
				message: stored?.message,
				what: expect.stringMatching(/^[A-Z].{10,}[^.]$/),
				fix: expect.stringMatching(/^[A-Z].{10,}\.$/),
				lineItems: [],
			},
		});
	});
});

describe('a natural failure names the line items concerned', () => {
	it('a product that was never received', async () => {
		const { logisticsSku } = desk.sandbox.flexport.addProduct({
			name: 'New',
			merchantSku: 'NEW',
			inventory: {},
		});
		const lineItemsJson = [
			{ sku: desk.sku(), quantity: 1 },
			{ sku: logisticsSku, quantity: 1 },
		];
		const order = await routed({
			lineItemsInput: 'json',
			lineItemsJson: JSON.stringify(lineItemsJson),
		});
		expect(order.error).toMatchObject({ type: 'DSKU_NEVER_INBOUNDED', lineItems: [logisticsSku] });
	});

	it('more units than there are in stock, told by the create itself', async () => {
		desk.sandbox.flexport.setInventory(desk.sku(), 'DEFAULT', { onHand: 2 });
		const lineItemsJson = [{ sku: desk.sku(), quantity: 3 }];
		const parameters = createParameters(desk.sku(), {
			lineItemsInput: 'json',
			lineItemsJson: JSON.stringify(lineItemsJson),
		});
		const created = onlyItem(await desk.run(parameters));
		expect(created).toMatchObject({
			outcome: 'created',
			status: 'failed',
			retriable: true,
			error: { type: 'STOCKOUT_AT_INGESTION', lineItems: [desk.sku()] },
		});
		const { what, fix } = Object(created.error);
		expect(what).toMatch(/^[A-Z].{10,}[^.]$/);
		expect(created.message).toBe(`Order "SHOP-1" was created. But it has failed. ${what}. ${fix}`);
	});

	it('goods abroad without customs data', async () => {
		const order = await routed({ countryCode: 'DE', provinceCode: '', postalCode: '10115' });
		expect(order.error).toMatchObject({ type: 'MISSING_CUSTOMS_INFO', lineItems: [desk.sku()] });
	});

	it('a postal code that does not exist', async () => {
		const order = await routed({ postalCode: '00000' });
		expect(order).toMatchObject({ retriable: false, error: { type: 'BAD_ADDRESS' } });
	});
});
