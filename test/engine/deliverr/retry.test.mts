import type { INodeParameters } from 'n8n-workflow';
import { createOrder, useDeliverrDesk } from '../support/deliverr-desk.mts';
import { byExternalId, byId } from '../support/order-parameters.mts';
import { onlyItem, seenError } from '../support/seen.mts';

const desk = useDeliverrDesk();

/** An order that the sandbox lets fail while it is processed, so many times. */
const failing = async (times = 1): Promise<string> => {
	const additionalFields = { company: `error x${times}` };
	const { id } = onlyItem(await desk.run(createOrder({ additionalFields })));
	await desk.clock.advance(2_000);
	desk.sandbox.log.clear();
	return String(id);
};

const retry = (changes: INodeParameters = {}) => desk.run(byExternalId('retry', 'SHOP-1', changes));
const get = async () => onlyItem(await desk.run(byExternalId('get', 'SHOP-1')));

const anyway = { options: { onlyIfRetriable: false } };

/** The order as the API tells of it the next time, with a reason for its failure. */
const failedFor = (error: object) => {
	const order = { ...desk.api.order('SHOP-1'), ...error };
	desk.sandbox.faults.add({ method: 'GET', fault: { kind: 'status', status: 200, body: order } });
};

describe('an order that failed', () => {
	it('says so, and what to do', async () => {
		await failing();
		expect(await get()).toMatchObject({
			status: 'failed',
			providerStatus: 'ERROR',
			retriable: true,
			error: {
				type: 'UNKNOWN',
				message: null,
				what: expect.stringMatching(/^[A-Z].{10,}[^.]$/),
				fix: expect.stringMatching(/Seller Portal\.$/),
				lineItems: [],
			},
		});
	});

	it('is retried and goes on its way', async () => {
		const id = await failing();
		expect(onlyItem(await retry())).toMatchObject({
			id,
			outcome: 'retried',
			message: 'Order "SHOP-1" was sent on its way again.',
			status: 'pending',
			error: null,
		});
		await desk.clock.advance(16_000);
		expect((await get()).status).toBe('delivered');
	});

	it('is retried by its ID with a key, and not as a mock', async () => {
		const id = await failing();
		expect(onlyItem(await desk.run(byId('retry', id))).outcome).toBe('retried');
		expect(desk.sent()).toEqual([`GET /${id}`, `POST /${id}/retry`]);
		const headers = desk.sandbox.log.all()[1]?.headers;
		expect(headers?.['idempotency-key']).toMatch(/^[0-9a-f-]{36}$/);
		expect(headers).not.toHaveProperty('x-deliverr-mock-request');
	});

	it('is retried where the API gives its ID as a number', async () => {
		desk.api.numericIds = true;
		const id = await failing();
		expect(onlyItem(await retry())).toMatchObject({ id, outcome: 'retried' });
	});

	it('may fail again and be retried again', async () => {
		await failing(2);
		expect(onlyItem(await retry()).outcome).toBe('retried');
		await desk.clock.advance(2_000);
		expect((await get()).status).toBe('failed');
		expect(onlyItem(await retry()).outcome).toBe('retried');
		await desk.clock.advance(16_000);
		expect((await get()).status).toBe('delivered');
	});

	it("comes out as the API's answer with Simplify off", async () => {
		await failing();
		const raw = onlyItem(await retry({ simplify: false }));
		expect(raw).toMatchObject({ status: 'CREATED', externalOrderId: 'SHOP-1' });
		expect(raw).not.toHaveProperty('outcome');
	});
});

describe('an order of which the API tells why it failed', () => {
	it.each([
		'PRODUCT_NOT_AVAILABLE',
		'ORDER_MISSING_STATE_ZIP',
		'ORDER_INVENTORY_DSKU_NEVER_INBOUNDED',
		'ORDER_PRODUCT_MISSING_CUSTOMS',
	])('is left alone where a retry would fail again: %s', async (type) => {
		await failing();
		failedFor({ error: { code: 400, type, message: 'No.' } });
		expect(onlyItem(await retry())).toMatchObject({
			outcome: 'notRetriable',
			retriable: false,
			error: { type, code: '400', message: 'No.', what: expect.any(String) },
			message: expect.stringMatching(
				/^Order "SHOP-1" was left alone: a retry would fail again\. ./,
			),
		});
		expect(desk.sent()).toEqual(['GET /externalId/SHOP-1']);
	});

	it.each(['ORDER_SUBMITTED_TOO_EARLY', 'ORDER_PREVIOUSLY_SEEN_ERROR', 'SOMETHING_NEW'])(
		'is retried where the reason may have passed: %s',
		async (type) => {
			await failing();
			failedFor({ errors: [{ type, message: 'No.' }] });
			expect(onlyItem(await retry()).outcome).toBe('retried');
		},
	);

	it('is retried with Only If Retriable off, whatever the reason', async () => {
		await failing();
		failedFor({ error: { type: 'PRODUCT_NOT_AVAILABLE' } });
		expect(onlyItem(await retry(anyway)).outcome).toBe('retried');
	});
});

describe('an order that did not fail', () => {
	it.each([
		['pending', 'CREATED'],
		['processing', 'PROCESSING'],
		['shipped', 'SHIPPED'],
		['delivered', 'DELIVERED'],
		['cancelled', 'CANCELLED'],
	])('is left alone when it is %s', async (status, word) => {
		await desk.run(createOrder());
		if (word !== 'CREATED') desk.api.setOrder('SHOP-1', { status: word });
		desk.sandbox.log.clear();
		expect(onlyItem(await retry())).toMatchObject({
			outcome: 'notFailed',
			status,
			message: `Order "SHOP-1" has not failed, so there is nothing to retry: it is ${status}.`,
		});
		expect(desk.sent()).toEqual(['GET /externalId/SHOP-1']);
	});

	it("is refused in the API's words with Only If Retriable off", async () => {
		const { id } = onlyItem(await desk.run(createOrder()));
		const { message, httpCode } = seenError(await retry(anyway));
		expect(message).toBe(
			`Deliverr refused the values: Order ${String(id)} is CREATED; only an order in ERROR can be retried (HTTP 400) [item 0]`,
		);
		expect(httpCode).toBe('400');
	});
});

it('an order that does not exist is named', async () => {
	expect(seenError(await retry()).message).toBe(
		'Deliverr has no order with the external order ID "SHOP-1" (HTTP 404) [item 0]',
	);
});
