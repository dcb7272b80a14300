import type { INodeParameters } from 'n8n-workflow';
import { createOrder, PRODUCT, useDeliverrDesk } from '../support/deliverr-desk.mts';
import { closedGate } from '../support/gate.mts';
import { byExternalId, byId, line } from '../support/order-parameters.mts';
import { onlyItem, seenError } from '../support/seen.mts';
import { until } from '../support/until.mts';

const desk = useDeliverrDesk();

const create = async (status = 'CREATED', quantity = 1): Promise<string> => {
	const lineItems = { item: [line(PRODUCT, quantity)] };
	const { id } = onlyItem(await desk.run(createOrder({ lineItems })));
	if (status !== 'CREATED') desk.api.setOrder('SHOP-1', { status });
	desk.sandbox.log.clear();
	return String(id);
};

const cancel = (changes: INodeParameters = {}) =>
	desk.run(byExternalId('cancel', 'SHOP-1', changes));

const posts = () => desk.sent().filter((call) => call.startsWith('POST'));

/** Lets something happen to the order after it was read and before it is cancelled. */
const cancelWhile = async (meanwhile: () => void) => {
	const gate = closedGate();
	desk.sandbox.faults.add({ method: 'POST', path: /cancel$/, until: gate.opened });
	const run = cancel();
	await until(() => posts().length > 0);
	meanwhile();
	gate.open();
	return await run;
};

describe('an order that has not shipped', () => {
	it.each(['CREATED', 'PROCESSING', 'ERROR'])('is cancelled when it is %s', async (status) => {
		const id = await create(status);
		expect(onlyItem(await cancel())).toMatchObject({
			id,
			outcome: 'cancelled',
			message: 'Order "SHOP-1" was cancelled.',
			status: 'cancelled',
			providerStatus: 'CANCELLED',
			error: null,
		});
		expect(desk.api.order(id)?.status).toBe('CANCELLED');
	});

	it('is cancelled by its ID with a key, and not as a mock', async () => {
		const id = await create();
		expect(onlyItem(await desk.run(byId('cancel', id))).outcome).toBe('cancelled');
		expect(desk.sent()).toEqual([`GET /${id}`, `POST /${id}/cancel`]);
		const headers = desk.sandbox.log.all()[1]?.headers;
		expect(headers?.['idempotency-key']).toMatch(/^[0-9a-f-]{36}$/);
		expect(headers).not.toHaveProperty('x-deliverr-mock-request');
	});

	it('is cancelled where the API gives its ID as a number', async () => {
		desk.api.numericIds = true;
		const id = await create();
		expect(onlyItem(await cancel())).toMatchObject({ id, outcome: 'cancelled' });
	});

	it("comes out as the API's answer with Simplify off", async () => {
		const orderId = await create();
		const raw = onlyItem(await cancel({ simplify: false }));
		expect(raw).toMatchObject({ orderId, status: 'CANCELLED' });
		expect(raw).not.toHaveProperty('outcome');
	});

	it('is one whose cancellation is on its way where the API has not finished it', async () => {
		const id = await create();
		const body = { ...desk.api.order(id), status: 'PROCESSING' };
		desk.sandbox.faults.add({ path: /cancel$/, fault: { kind: 'status', status: 200, body } });
		expect(onlyItem(await cancel())).toMatchObject({
			outcome: 'cancelRequested',
			status: 'processing',
			message: expect.stringContaining('Deliverr accepted the cancellation'),
		});
	});
});

describe('an order that is cancelled already', () => {
	it('is a success that says so, and nothing is sent that changes anything', async () => {
		await create('CANCELLED');
		expect(onlyItem(await cancel())).toMatchObject({
			outcome: 'alreadyCancelled',
			message: 'Order "SHOP-1" was already cancelled. Nothing was changed.',
			status: 'cancelled',
		});
		expect(posts()).toEqual([]);
	});

	it.each([200, 400] as const)(
		'is a success when somebody else was quicker and the API answers %i',
		async (answer) => {
			await create();
			desk.api.cancelledAgainAnswer = answer;
			const meanwhile = () => desk.api.setOrder('SHOP-1', { status: 'CANCELLED' });
			expect(onlyItem(await cancelWhile(meanwhile))).toMatchObject({ status: 'cancelled' });
			expect(posts()).toHaveLength(1);
		},
	);
});

describe('an order that is on its way', () => {
	it.each([
		['shipped', 'SHIPPED'],
		['shipped', 'PARTIALLY_SHIPPED'],
		['delivered', 'DELIVERED'],
	])('is refused when it has been %s (%s)', async (status, word) => {
		await create(word, 14);
		const { message, description } = seenError(await cancel());
		expect(message).toBe(`Order "SHOP-1" cannot be cancelled: it has been ${status} [item 0]`);
		expect(description).toMatch(/^Nothing was changed\. /);
		expect(description).toContain(`code ${word}`);
		expect(posts()).toEqual([]);
	});

	it('is refused in the same words when it ships between the look and the cancellation', async () => {
		await create();
		const meanwhile = () => desk.api.setOrder('SHOP-1', { status: 'SHIPPED' });
		const { message } = seenError(await cancelWhile(meanwhile));
		expect(message).toBe('Order "SHOP-1" cannot be cancelled: it has been shipped [item 0]');
		expect(posts()).toHaveLength(1);
	});
});

it('what was typed for another provider about lines and a reason is not sent', async () => {
	await create();
	const typed = { cancelLines: { entries: [{ id: 'L-1', quantity: 1 }] }, reason: 'mistake' };
	expect(onlyItem(await cancel(typed)).outcome).toBe('cancelled');
	expect(desk.sandbox.log.find('POST', /cancel$/).map(({ body }) => body)).not.toContainEqual(
		expect.objectContaining({ reason: 'mistake' }),
	);
});

it('an order that does not exist is named', async () => {
	expect(seenError(await cancel()).message).toBe(
		'Deliverr has no order with the external order ID "SHOP-1" (HTTP 404) [item 0]',
	);
	expect(posts()).toEqual([]);
});
