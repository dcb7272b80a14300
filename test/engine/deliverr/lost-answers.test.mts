import type { Fault } from '../../sandbox/faults.mts';
import { createOrder, PRODUCT, useDeliverrDesk } from '../support/deliverr-desk.mts';
import { byExternalId, line } from '../support/order-parameters.mts';
import { onlyErrorItem, onlyItem, seenError } from '../support/seen.mts';
import { startSpoilingProxy, type SpoilingProxy } from '../support/spoiling-proxy.mts';
import { useHurry } from '../support/use-hurry.mts';

const desk = useDeliverrDesk();
useHurry();

let proxy: SpoilingProxy | undefined;
afterEach(async () => {
	await proxy?.close();
	proxy = undefined;
});

const ORDERS = /\/orders\/v1\/order$/;
const goOn = { onError: 'continueRegularOutput' } as const;

const through = ({ url }: SpoilingProxy) => ({
	credentials: desk.credentials({ baseUrl: `${url}/deliverr` }),
});
const keys = () => desk.creates().map(({ headers }) => headers['idempotency-key']);

const LOST: Array<[name: string, fault: Fault, isDone: boolean]> = [
	['a connection cut before the work', { kind: 'cutBefore' }, false],
	['a connection cut after the work', { kind: 'cutAfter' }, true],
	['half an answer', { kind: 'cutDuring' }, true],
	['a page instead of an answer', { kind: 'notJson' }, true],
	['a 503 instead of the work', { kind: 'status', status: 503 }, false],
];

describe.each(LOST)('a create that gets %s', (_name, fault, isDone) => {
	it('leaves one order, which is told as created', async () => {
		desk.sandbox.faults.add({ method: 'POST', path: ORDERS, fault });
		expect(onlyItem(await desk.run(createOrder()))).toMatchObject({
			outcome: 'created',
			message: 'Order "SHOP-1" was created.',
		});
		expect(desk.api.orders()).toHaveLength(1);
	});

	it('is looked for before it is sent again with the same key', async () => {
		desk.sandbox.faults.add({ method: 'POST', path: ORDERS, fault });
		await desk.run(createOrder());
		const again = isDone ? [] : ['POST /'];
		expect(desk.sent()).toEqual(['POST /', 'GET /externalId/SHOP-1', ...again]);
		expect(new Set(keys()).size).toBe(1);
	});

	it('is protected by its key alone where the look-up fails', async () => {
		desk.sandbox.faults.add({ method: 'POST', path: ORDERS, fault });
		const refused: Fault = { kind: 'status', status: 403 };
		desk.sandbox.faults.add({ method: 'GET', fault: refused, when: { every: 1 } });
		expect(onlyItem(await desk.run(createOrder())).outcome).toBe('created');
		expect(desk.api.orders()).toHaveLength(1);
		expect(desk.creates()).toHaveLength(2);
		expect(new Set(keys()).size).toBe(1);
	});

	it('for good is told as one of which nobody knows whether it was done', async () => {
		desk.sandbox.faults.add({ fault, when: { every: 1 } });
		const { details } = onlyErrorItem(await desk.run(createOrder(), goOn));
		expect(details).toMatchObject({
			fix: expect.stringMatching(/^Deliverr may or may not have done this\. Running .* safe/),
			transient: true,
		});
		expect(desk.api.orders()).toHaveLength(isDone ? 1 : 0);
	});
});

describe('a gateway that gives up on work that is done', () => {
	it.each([500, 502, 504])('with %i leaves one order, told as created', async (status) => {
		let spoilt = 0;
		proxy = await startSpoilingProxy({
			target: desk.sandbox.url,
			spoil({ method }) {
				if (method !== 'POST' || spoilt > 0) return undefined;
				spoilt += 1;
				return { status, body: '{"message":"Bad gateway"}' };
			},
		});
		expect(onlyItem(await desk.run(createOrder(), through(proxy))).outcome).toBe('created');
		expect(desk.api.orders()).toHaveLength(1);
		expect(spoilt).toBe(1);
	});
});

it("leaves one order, told as created, where only Deliverr's refusal of a second one protects", async () => {
	proxy = await startSpoilingProxy({ target: desk.sandbox.url, drop: ['idempotency-key'] });
	desk.sandbox.faults.add({ method: 'POST', fault: { kind: 'cutAfter' } });
	desk.sandbox.faults.add({ method: 'GET', fault: { kind: 'status', status: 403 } });
	expect(onlyItem(await desk.run(createOrder(), through(proxy))).outcome).toBe('created');
	expect(desk.creates()).toHaveLength(2);
	expect(desk.api.orders()).toHaveLength(1);
});

it('a lost answer does not pass off an order of other content as the one to be made', async () => {
	await desk.run(createOrder());
	desk.sandbox.faults.add({ method: 'POST', path: ORDERS, fault: { kind: 'cutAfter' } });
	const other = createOrder({ lineItems: { item: [line(PRODUCT, 7)] } });
	expect(seenError(await desk.run(other)).message).toContain('its line items differ');
	expect(desk.api.orders()).toHaveLength(1);
});

it('a refusal whose answer is lost is told as what it was', async () => {
	desk.api.addProduct({ externalProductId: 'BANK', approved: false });
	desk.sandbox.faults.add({ method: 'POST', path: ORDERS, fault: { kind: 'cutAfter' } });
	const parameters = createOrder({ lineItems: { item: [line('BANK')] } });
	const { details } = onlyErrorItem(await desk.run(parameters, goOn));
	expect(details.code).toBe('PRODUCT_NOT_APPROVED_FOR_SALE');
	expect(desk.api.orders()).toEqual([]);
});

it('two runs are two requests: the second has a key of its own', async () => {
	await desk.run(createOrder());
	await desk.run(createOrder());
	expect(new Set(keys()).size).toBe(2);
});

describe.each(LOST)('a retry or cancellation that gets %s', (_name, fault) => {
	const existing = async (status: string) => {
		await desk.run(createOrder());
		desk.api.setOrder('SHOP-1', { status });
		desk.sandbox.faults.add({ method: 'POST', path: /(retry|cancel)$/, fault });
	};

	it('is a retry that is told as done', async () => {
		await existing('ERROR');
		expect(onlyItem(await desk.run(byExternalId('retry', 'SHOP-1')))).toMatchObject({
			outcome: 'retried',
			status: 'pending',
		});
		expect(desk.api.order('SHOP-1')?.status).toBe('CREATED');
	});

	it('is a cancellation that is told as done, and not as done before', async () => {
		await existing('PROCESSING');
		const cancelled = onlyItem(await desk.run(byExternalId('cancel', 'SHOP-1')));
		expect(cancelled).toMatchObject({ outcome: 'cancelled', status: 'cancelled' });
	});
});
