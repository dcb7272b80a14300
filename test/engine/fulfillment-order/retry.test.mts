import type { INodeParameters } from 'n8n-workflow';
import { useOrderDesk } from '../support/order-desk.mts';
import { byExternalId, byId, createParameters } from '../support/order-parameters.mts';
import { onlyItem, seenError } from '../support/seen.mts';

const desk = useOrderDesk();

/** An order that the sandbox lets fail, or not. */
const orderThat = async (company: string): Promise<string> => {
	const additionalFields = { company };
	const created = await desk.run(createParameters(desk.sku(), { additionalFields }));
	await desk.clock.advance(2_000);
	desk.sandbox.log.clear();
	return String(onlyItem(created).id);
};

const retry = (changes: INodeParameters = {}) => desk.run(byExternalId('retry', 'SHOP-1', changes));

const anyway = { options: { onlyIfRetriable: false } };

describe('an order that failed for a passing reason', () => {
	it('is retried and goes on its way', async () => {
		const id = await orderThat('fail CARRIER_NETWORK_ERR x1');
		expect(onlyItem(await retry())).toMatchObject({
			id,
			outcome: 'retried',
			message: 'Order "SHOP-1" was sent on its way again.',
			status: 'pending',
			error: null,
		});
		await desk.clock.advance(16_000);
		expect(desk.sandbox.flexport.order(id)?.state.internalStatus).toBe('DELIVERED');
	});

	it('is retried by its ID', async () => {
		const id = await orderThat('fail CARRIER_NETWORK_ERR x1');
		expect(onlyItem(await desk.run(byId('retry', id))).outcome).toBe('retried');
		expect(desk.sent()).toEqual([`GET /orders/${id}`, `POST /orders/${id}/retry`]);
	});

	it('is retried where the API gives its ID as a number', async () => {
		desk.sandbox.flexport.numericIds = true;
		const id = await orderThat('fail CARRIER_NETWORK_ERR x1');
		expect(onlyItem(await retry())).toMatchObject({ id, outcome: 'retried' });
	});

	it("comes out as the API's answer with Simplify off", async () => {
		await orderThat('fail CARRIER_NETWORK_ERR x1');
		const raw = onlyItem(await retry({ simplify: false }));
		expect(raw).toMatchObject({ state: { internalStatus: 'CREATED' }, error: null });
		expect(raw).not.toHaveProperty('outcome');
	});

	it.each(['cutBefore', 'cutAfter', 'cutDuring', 'notJson'] as const)(
		'is retried once when the answer is lost (%s)',
		async (kind) => {
			const id = await orderThat('fail CARRIER_NETWORK_ERR x1');
			desk.sandbox.faults.add({ method: 'POST', fault: { kind } });
			expect(onlyItem(await retry())).toMatchObject({ outcome: 'retried', status: 'pending' });
			expect(desk.sandbox.flexport.order(id)?.attempt).toBe(2);
		},
	);

	it('may fail again and be retried again', async () => {
		const id = await orderThat('fail CARRIER_NETWORK_ERR x2');
		expect(onlyItem(await retry()).outcome).toBe('retried');
		await desk.clock.advance(2_000);
		expect(onlyItem(await retry()).outcome).toBe('retried');
		expect(desk.sandbox.flexport.order(id)?.attempt).toBe(3);
	});
});

describe('an order that failed for good', () => {
	it('is left alone, and the result says why and what to do', async () => {
		const id = await orderThat('fail BAD_ADDRESS');
		const left = onlyItem(await retry());
		expect(left).toMatchObject({
			id,
			outcome: 'notRetriable',
			status: 'failed',
			retriable: false,
			error: { type: 'BAD_ADDRESS' },
		});
		expect(left.message).toMatch(/^Order "SHOP-1" was left alone: .*address.*Correct street/i);
		expect(desk.sent()).toEqual(['GET /orders/external_id/SHOP-1']);
	});

	it("is one of which Flexport says so, whatever its type's usual nature", async () => {
		await orderThat('fail STOCKOUT retriable=false');
		expect(onlyItem(await retry()).outcome).toBe('notRetriable');
	});

	it('is not one of which Flexport says that it is retriable', async () => {
		await orderThat('fail BAD_PRODUCT_INFO x1 retriable=true');
		expect(onlyItem(await retry()).outcome).toBe('retried');
	});

	it('is refused by the API with Only If Retriable off', async () => {
		await orderThat('fail BAD_ADDRESS');
		const { message, description, httpCode } = seenError(await retry(anyway));
		expect(message).toBe('The order cannot be retried in its present state (HTTP 400) [item 0]');
		expect(description).toContain("'Only If Retriable'");
		expect(description).toContain('code 407001');
		expect(httpCode).toBe('400');
		expect(desk.sent().filter((call) => call.startsWith('POST'))).toHaveLength(1);
	});

	it('comes out as it is with Simplify off', async () => {
		await orderThat('fail BAD_ADDRESS');
		const raw = onlyItem(await retry({ simplify: false }));
		expect(raw).toMatchObject({ state: { internalStatus: 'ERROR' } });
	});
});

describe('an order that did not fail', () => {
	it.each([
		['pending', 'CREATED'],
		['shipped', 'SHIPPED'],
		['delivered', 'DELIVERED'],
		['cancelled', 'CANCELLED'],
	] as const)('is left alone when it is %s', async (status, internalStatus) => {
		await desk.run(createParameters(desk.sku()));
		desk.sandbox.flexport.setOrder('SHOP-1', { internalStatus });
		desk.sandbox.log.clear();
		const message = `Order "SHOP-1" has not failed, so there is nothing to retry: it is ${status}.`;
		expect(onlyItem(await retry())).toMatchObject({ outcome: 'notFailed', status, message });
		expect(desk.sent()).toEqual(['GET /orders/external_id/SHOP-1']);
	});

	it('is refused by the API with Only If Retriable off', async () => {
		await orderThat('Analytical Engines Ltd');
		const { message, description } = seenError(await retry(anyway));
		expect(message).toContain('cannot be retried in its present state');
		expect(description).toContain('code 407001');
	});
});

it('an order that does not exist is named', async () => {
	expect(seenError(await retry()).message).toBe(
		'Flexport has no order with the external order ID "SHOP-1" (HTTP 404) [item 0]',
	);
});
