import { orderBody, useDigitalRiverDesk } from '../support/digital-river-desk.mts';
import { byExternalId, byId } from '../support/order-parameters.mts';
import { onlyItem, seenError } from '../support/seen.mts';
import { useHurry } from '../support/use-hurry.mts';

const desk = useDigitalRiverDesk();
useHurry();

const add = (changes = {}) => String(desk.api.addOrder(orderBody(changes)).id);

it('an order is got by its ID with one request', async () => {
	const id = add();
	expect(onlyItem(await desk.run(byId('get', id)))).toMatchObject({
		id,
		externalOrderId: 'SHOP-1',
	});
	expect(desk.sent()).toEqual([`GET /fulfillment-orders/${id}`]);
});

it('an order is got by its external ID with one request', async () => {
	const id = add();
	add({ upstreamId: 'SHOP-2' });
	expect(onlyItem(await desk.run(byExternalId('get', 'SHOP-1'))).id).toBe(id);
	expect(desk.sandbox.log.all().map(({ method, query }) => [method, query])).toEqual([
		['GET', { upstreamIds: 'SHOP-1', limit: '1' }],
	]);
});

it.each(['A/1#2', 'Ö & ü = 100 %', 'a,b', 'a+b', '7765374748'])(
	'an order is got by the external ID "%s"',
	async (upstreamId) => {
		const id = add({ upstreamId });
		expect(onlyItem(await desk.run(byExternalId('get', upstreamId)))).toMatchObject({
			id,
			externalOrderId: upstreamId,
		});
	},
);

it('an ID with a slash stays in its place', async () => {
	desk.api.addOrder(orderBody({ id: 'ord/1?x' }));
	expect(onlyItem(await desk.run(byId('get', 'ord/1?x'))).id).toBe('ord/1?x');
});

it.each([
	['order ID', byId('get', '404')],
	['external order ID', byExternalId('get', '404')],
])('an unknown %s is told', async (name, parameters) => {
	const { message, description, httpCode } = seenError(await desk.run(parameters));
	expect(message).toContain(`Digital River has no order with the ${name} "404"`);
	expect(description).toContain('whether the credential is for the account that has the order');
	expect(httpCode).toBe('404');
});

it("an order of somebody else's is not found", async () => {
	const { apiKey } = desk.api.addAccount();
	const id = add();
	const credentials = desk.credentials({ apiKey });
	expect(seenError(await desk.run(byId('get', id), { credentials })).httpCode).toBe('404');
});

it.each(['id', 'externalId'] as const)('an empty %s is refused', async (mode) => {
	const order = { __rl: true, mode, value: '={{ "" }}' };
	const { message } = seenError(await desk.run({ operation: 'get', order }));
	expect(message).toMatch(/^'(Order|External Order ID)' is empty \[item 0\]$/);
	expect(desk.sent()).toEqual([]);
});

it.each(['cutBefore', 'cutAfter', 'cutDuring', 'notJson'] as const)(
	'an order is got when the first answer is lost (%s)',
	async (kind) => {
		const id = add();
		desk.sandbox.faults.add({ fault: { kind } });
		expect(onlyItem(await desk.run(byId('get', id))).id).toBe(id);
		expect(desk.sent()).toHaveLength(2);
	},
);

it.each([
	['an empty object', {}],
	['a list where an order belongs', []],
	['text', 'hello'],
	['nothing', ''],
])('an answer that is no order is told: %s', async (_what, body) => {
	add();
	const fault = { kind: 'status', status: 200, body } as const;
	desk.always('GET', fault);
	const { message } = seenError(await desk.run(byExternalId('get', 'SHOP-1')));
	expect(message).toMatch(/^(Digital River answered with something|Something) other than /);
});

it('another order in the answer than was asked for is not taken for it', async () => {
	const body = { data: [{ ...orderBody({ upstreamId: 'OTHER' }), id: 1, state: 'pending' }] };
	desk.always('GET', { kind: 'status', status: 200, body });
	const { message } = seenError(await desk.run(byExternalId('get', 'SHOP-1')));
	expect(message).toMatch(/"SHOP-1" and answered with other orders/);
});

it('a life is followed to its end', async () => {
	desk.api.addInventoryItem('scarce', { available: 1 });
	const lineItems = {
		item: [{ product: { __rl: true, mode: 'id', value: 'scarce' }, quantity: 3 }],
	};
	const parameters = {
		operation: 'create',
		externalOrderId: 'SHOP-1',
		recipientName: 'Ada',
		address1: '1 Main St',
		city: 'Austin',
		countryCode: 'US',
		lineItems,
	};
	const statuses = [onlyItem(await desk.run(parameters)).status];
	for (const ms of [2500, 6000, 8000]) {
		await desk.clock.advance(ms);
		statuses.push(onlyItem(await desk.run(byExternalId('get', 'SHOP-1'))).status);
	}
	expect(statuses).toEqual(['pending', 'pending', 'processing', 'shipped']);
});

it('there is no retry, which is told where an expression asks for it', async () => {
	add();
	const { message } = seenError(await desk.run(byExternalId('retry', 'SHOP-1')));
	expect(message).toBe("This 'Provider' has no call to retry an order [item 0]");
	expect(desk.sent()).toEqual([]);
});
