import type { INodeParameters } from 'n8n-workflow';
import { closedGate } from '../support/gate.mts';
import { useOrderDesk } from '../support/order-desk.mts';
import { byExternalId, byId, createParameters } from '../support/order-parameters.mts';
import { onlyItem, seenError } from '../support/seen.mts';
import { until } from '../support/until.mts';

const desk = useOrderDesk();

const create = async (): Promise<string> => {
	const { id } = onlyItem(await desk.run(createParameters(desk.sku())));
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

const become = (internalStatus: 'SHIPPED' | 'DELIVERED' | 'CANCELLED') =>
	desk.sandbox.flexport.setOrder('SHOP-1', { internalStatus });

describe('an order that has not shipped', () => {
	it('is cancelled', async () => {
		const id = await create();
		expect(onlyItem(await cancel())).toMatchObject({
			id,
			outcome: 'cancelled',
			message: 'Order "SHOP-1" was cancelled.',
			status: 'cancelled',
			providerStatus: 'CANCELLED',
		});
		expect(desk.sandbox.flexport.order(id)?.state.internalStatus).toBe('CANCELLED');
	});

	it('is cancelled by its ID', async () => {
		const id = await create();
		expect(onlyItem(await desk.run(byId('cancel', id))).outcome).toBe('cancelled');
		expect(desk.sent()).toEqual([`GET /orders/${id}`, `POST /orders/${id}/cancel`]);
	});

	it('is cancelled where the API gives its ID as a number', async () => {
		desk.sandbox.flexport.numericIds = true;
		const id = await create();
		expect(onlyItem(await cancel())).toMatchObject({ id, outcome: 'cancelled' });
	});

	it('is cancelled when it has failed', async () => {
		await create();
		desk.sandbox.flexport.setOrder('SHOP-1', { error: { type: 'STOCKOUT' } });
		expect(onlyItem(await cancel()).outcome).toBe('cancelled');
	});

	it("comes out as the API's answer with Simplify off", async () => {
		await create();
		const raw = onlyItem(await cancel({ simplify: false }));
		expect(raw).toMatchObject({
			state: { internalStatus: 'CANCELLED' },
			externalOrderId: 'SHOP-1',
		});
		expect(raw).not.toHaveProperty('outcome');
	});

	it.each(['cutBefore', 'cutAfter', 'cutDuring', 'notJson'] as const)(
		'is cancelled when the answer is lost (%s), and the result does not call it done before',
		async (kind) => {
			await create();
			desk.sandbox.faults.add({ method: 'POST', fault: { kind } });
			expect(onlyItem(await cancel())).toMatchObject({ outcome: 'cancelled' });
			expect(
				desk.sandbox.flexport.events().filter(({ type }) => type === 'Order.Cancelled'),
			).toHaveLength(1);
		},
	);
});

describe('an order that is cancelled already', () => {
	it('is a success that says so, and nothing is sent that changes anything', async () => {
		await create();
		become('CANCELLED');
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
			desk.sandbox.flexport.cancelledAgainAnswer = answer;
			const result = onlyItem(await cancelWhile(() => become('CANCELLED')));
			expect(result).toMatchObject({ status: 'cancelled' });
			expect(posts()).toHaveLength(1);
		},
	);
});

describe('an order that is on its way', () => {
	it.each([
		['shipped', 'SHIPPED'],
		['delivered', 'DELIVERED'],
	] as const)('is refused when it has been %s', async (status, internalStatus) => {
		await create();
		become(internalStatus);
		const { message, description } = seenError(await cancel());
		expect(message).toBe(`Order "SHOP-1" cannot be cancelled: it has been ${status} [item 0]`);
		expect(description).toMatch(/^Nothing was changed\. /);
		expect(posts()).toEqual([]);
	});

	it('is refused in the same words when it ships between the look and the cancellation', async () => {
		await create();
		const { message } = seenError(await cancelWhile(() => become('SHIPPED')));
		expect(message).toBe('Order "SHOP-1" cannot be cancelled: it has been shipped [item 0]');
		expect(posts()).toHaveLength(1);
	});
});

it('an order that does not exist is named', async () => {
	expect(seenError(await cancel()).message).toBe(
		'Flexport has no order with the external order ID "SHOP-1" (HTTP 404) [item 0]',
	);
	expect(posts()).toEqual([]);
});
