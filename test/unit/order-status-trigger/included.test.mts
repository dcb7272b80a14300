import type { IDataObject, IHttpRequestOptions } from 'n8n-workflow';
import { receive } from '../../../nodes/OrderStatusTrigger/receive.ts';
import type { IncomingPlan } from '../support/incoming.mts';
import { proven, registration, shippedEvent } from '../support/proven-delivery.mts';
import { API_SECRETS, deliveryContext, type TriggerPlan } from '../support/trigger-context.mts';

let triggers = 0;

async function itemOf(plan: TriggerPlan & IncomingPlan) {
	const play = deliveryContext({ nodeId: `included-${++triggers}`, ...plan });
	const result = await receive(play.ctx);
	const [item] = (result.workflowData ?? []).flat();
	return { ...play, result, json: item?.json ?? {} };
}

describe('the headers of a delivery', () => {
	const options = { includeHeaders: true };

	it('are added on request, without what proves who sent it', async () => {
		const headers = [
			['X-Request-Id', '7f1c'],
			['Cookie', 'n8n-auth=abc'],
			['X-Forwarded-For', '203.0.113.7'],
		] as const;
		const { json } = await itemOf(proven('flexport', { options, headers }));
		expect(json.headers).toEqual({
			'content-type': 'application/json',
			'x-fulfillment-webhook-token': '***',
			'x-request-id': '7f1c',
			cookie: '***',
			'x-forwarded-for': '203.0.113.7',
		});
	});

	it('are left out otherwise', async () => {
		const { json } = await itemOf(proven('flexport'));
		expect(json).not.toHaveProperty('headers');
	});

	it('show nothing of the header that the panel names as the one with the secret', async () => {
		const plan = proven('deliverySolutions', { options });
		const webhookSecret = 'a-long-random-text';
		const { json } = await itemOf({
			...plan,
			parameters: { ...plan.parameters, verification: 'header', headerName: ' X-Shop-Proof ' },
			credential: { webhookSecret },
			headers: [['X-SHOP-Proof', webhookSecret]],
		});
		expect(json.headers).toEqual({ 'x-shop-proof': '***' });
	});

	it.each(['flexport', 'deliverr', 'digitalRiver', 'deliverySolutions'] as const)(
		'hold no secret anywhere: %s',
		async (provider) => {
			const plan = proven(provider, { options });
			const { json } = await itemOf(plan);
			const secret = plan.headers?.[1]?.[1] ?? '';
			expect(json.headers).toBeDefined();
			expect(secret.length).toBeGreaterThan(20);
			expect(JSON.stringify(json)).not.toContain(secret);
		},
	);
});

describe('the full order', () => {
	const ORDER: IDataObject = {
		id: '5774321009',
		externalOrderId: 'SHOP-1',
		internalStatus: 'SHIPPED',
		status: 'SHIPPED',
		shipments: [],
	};
	const found = (): object => ({ statusCode: 200, headers: {}, body: ORDER });

	const withOrder = (changes: IDataObject = {}, api: TriggerPlan['api'] = found) => ({
		...proven('flexport', { options: { includeOrder: true, ...changes } }),
		api,
	});

	it('is read with one request, and simplified', async () => {
		const { json, sent } = await itemOf(withOrder());
		expect(sent.map(({ method, url }: IHttpRequestOptions) => [method, url])).toEqual([
			['GET', expect.stringMatching(/\/orders\/5774321009$/)],
		]);
		expect(json).toMatchObject({
			order: { id: '5774321009', externalOrderId: 'SHOP-1', provider: 'flexport' },
			orderError: null,
		});
	});

	it('is as the provider gives it if that is wanted', async () => {
		const { json } = await itemOf(withOrder({ simplify: false }));
		expect(json.order).toEqual(ORDER);
	});

	it('that cannot be read does not cost the event', async () => {
		const api = () => ({ statusCode: 404, headers: {}, body: { title: 'Not Found' } });
		const { json, result } = await itemOf(withOrder({}, api));
		expect(json).toMatchObject({ eventId: 'evt-1', order: null });
		expect(json.orderError).toMatch(/^Flexport has no order with the order ID "5774321009"/);
		expect(result.noWebhookResponse).toBeUndefined();
	});

	it('that cannot be read repeats no secret of the API', async () => {
		const [token = ''] = API_SECRETS;
		const body = { title: `bad token ${token}`, detail: token };
		const { json } = await itemOf(withOrder({}, () => ({ statusCode: 400, headers: {}, body })));
		expect(json.orderError).toEqual(expect.stringContaining('HTTP 400'));
		expect(JSON.stringify(json)).not.toContain(token);
	});

	it('of an event that is about no order is null, and nothing is asked', async () => {
		const payload = { logisticsEventId: 'e', logisticsEventType: 'Inventory.Adjusted' };
		const plan = proven('flexport', { payload, options: { includeOrder: true } });
		const parameters = { ...plan.parameters, events: ['Inventory.Adjusted'] };
		const { json, sent } = await itemOf({ ...plan, parameters });
		expect(json).toMatchObject({ order: null, orderError: null });
		expect(sent).toEqual([]);
	});

	it('is not read for a delivery that is refused, unwanted, or known already', async () => {
		const plan = withOrder();
		const refused = await itemOf({ ...plan, headers: [] });
		const unwanted = await itemOf(withOrder({ statuses: ['failed'] }));
		await itemOf({ ...plan, nodeId: 'known-already' });
		const known = await itemOf({ ...plan, nodeId: 'known-already' });
		expect([refused, unwanted, known].map(({ sent }) => sent.length)).toEqual([0, 0, 0]);
	});

	describe('that takes long', () => {
		beforeEach(() => jest.useFakeTimers());
		afterEach(() => jest.useRealTimers());

		const slow = (ms: number) => async () => {
			await new Promise((resolve) => setTimeout(resolve, ms));
			return found();
		};

		it.each([
			[1_900, []],
			[2_500, [{ status: 200, body: { message: 'Received' } }]],
			[60_000, [{ status: 200, body: { message: 'Received' } }]],
		])('is waited for, and the sender is answered after 2 s: %i ms', async (ms, expected) => {
			const work = itemOf(withOrder({}, slow(ms)));
			await jest.runAllTimersAsync();
			const { json, answers, result } = await work;
			expect(answers).toEqual(expected);
			expect(result.noWebhookResponse ?? false).toBe(expected.length > 0);
			expect(json.order).not.toBeNull();
		});

		it('leaves no timer behind', async () => {
			const work = itemOf(withOrder({}, slow(100)));
			await jest.advanceTimersByTimeAsync(100);
			await work;
			expect(jest.getTimerCount()).toBe(0);
		});
	});
});

it('what the payload says stands in the payload only, whatever its names are', async () => {
	const payload = {
		...shippedEvent('flexport'),
		provider: 'evil',
		payload: 'evil',
		headers: 'evil',
		order: 'evil',
	};
	const plan = proven('flexport', { payload });
	const { json } = await itemOf({
		...plan,
		staticData: { registrations: [registration('flexport')] },
	});
	expect(json).toMatchObject({ provider: 'flexport', payload });
	expect(json).not.toHaveProperty('headers');
	expect(json).not.toHaveProperty('order');
});
