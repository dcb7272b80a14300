import type { IDataObject } from 'n8n-workflow';
import { shopOrder, type ShopOrder } from '../demo/shop.mts';
import { pinned } from './examples/pinned.mts';
import { quickened } from './examples/quickened.mts';
import { useReports } from './examples/reports.mts';
import { sendTo } from './examples/send.mts';
import { switchedOn } from './examples/switched-on.mts';
import { useExamples } from './examples/use-examples.mts';
import { withCredential } from './examples/with-credential.mts';
import { saveCredential } from './rest/credentials.mts';
import { executionsOf, type Execution } from './rest/executions.mts';
import { deactivate, type WorkflowFile } from './rest/workflows.mts';
import { until } from './support/until.mts';
import { useHost } from './support/use-host.mts';

const NAME = 'flexport-orders-from-shop';
const TOKEN = { name: 'X-Shop-Token', value: 'a-long-random-value-0000000000000000' };
const LOGIN = { user: 'desk', password: 'a-login-for-the-desk' };

const desk = useHost();
const examples = useExamples(desk, 'examples-orders');
const reports = useReports();

let sku = '';
beforeAll(() => {
	const inventory = { DEFAULT: { onHand: 1000 } };
	const mug = desk.sandbox.flexport.addProduct({ name: 'Mug', merchantSku: 'MUG', inventory });
	sku = mug.logisticsSku;
});
beforeEach(() => {
	desk.sandbox.faults.clear();
	desk.sandbox.log.clear();
});

const ordersOf = (number: string) =>
	desk.sandbox.flexport.orders().filter(({ externalOrderId }) => externalOrderId === number);
const creates = () => desk.sandbox.log.find('POST', /\/orders$/).length;

/** Fills in the form as a browser does. Gives the status of the answer. */
async function fillIn(number: string, login?: typeof LOGIN): Promise<number> {
	const { webhookId = '' } =
		examples.file(NAME).nodes.find(({ name }) => name === 'Order form') ?? {};
	const body = new FormData();
	const address = ['Grace Hopper', '1 Market Street', '', 'San Francisco', 'CA', '94105', 'US'];
	[number, ...address, sku, '3'].forEach((value, index) => body.set(`field-${index}`, value));
	const basic = login && btoa(`${login.user}:${login.password}`);
	const headers: Record<string, string> = basic ? { authorization: `Basic ${basic}` } : {};
	const url = `${desk.host.webhookUrl}/form/${webhookId}`;
	return (await fetch(url, { method: 'POST', headers, body })).status;
}

it('a click on Execute workflow sends the pinned order', async () => {
	const { output } = await examples.run(NAME, sku);
	expect(output('Order is with Flexport')).toMatchObject([
		{ externalOrderId: 'SHOP-1001', outcome: 'created' },
	]);
});

it('it cannot be published for everybody on the internet', async () => {
	await expect(examples.publish(NAME)).rejects.toThrow(
		/Missing required credential: httpHeaderAuth/,
	);
});

/** With the two credentials chosen that its note speaks of. */
async function locked(): Promise<WorkflowFile> {
	const token = await saveCredential(desk.rest, 'httpHeaderAuth', 'Shop webhook', TOKEN);
	const login = await saveCredential(desk.rest, 'httpBasicAuth', 'Order form login', LOGIN);
	const file = withCredential(examples.file(NAME), 'Order from the shop', 'httpHeaderAuth', token);
	return withCredential(file, 'Order form', 'httpBasicAuth', login);
}

it('published, it takes orders from who has the token and from the form, each once', async () => {
	const { id } = await examples.publishChanged(await locked());
	const url = `${desk.host.webhookUrl}/webhook/flexport-orders`;
	const send = async (headers: Record<string, string>) =>
		(await sendTo(url, shopOrder('SHOP-1', sku), headers)).status;
	expect(await send({})).toBe(403);
	expect(await send({ [TOKEN.name]: 'guessed' })).toBe(403);
	expect(await fillIn('FORM-1')).toBe(401);
	expect(creates()).toBe(0);
	for (let times = 1; times <= 2; times++) {
		expect(await send({ [TOKEN.name]: TOKEN.value })).toBe(200);
		await until('it was sent', () => creates() === times || undefined);
	}
	expect(await fillIn('FORM-1', LOGIN)).toBe(200);
	await until('three runs that ended well', async () => {
		const all = await executionsOf(desk.rest, id);
		return all.filter(({ status }) => status === 'success').length === 3 || undefined;
	});
	expect(ordersOf('SHOP-1')).toMatchObject([{ lineItems: [{ quantity: 2 }] }]);
	expect(ordersOf('FORM-1')).toMatchObject([
		{ lineItems: [{ quantity: 3 }], address: { name: 'Grace Hopper', countryCode: 'US' } },
	]);
	await deactivate(desk.rest, id);
});

/** Runs it with this order of the shop, with all accounts there and quick waits. */
async function runWith(body: ShopOrder): Promise<Execution> {
	const file = quickened(switchedOn(examples.file(NAME), reports.url), 0.001);
	return await examples.runChanged(pinned(file, { body }));
}

it('an answer that gets lost makes no second order', async () => {
	desk.sandbox.faults.add({ method: 'POST', path: /\/orders$/, fault: { kind: 'cutAfter' } });
	const { output } = await runWith(shopOrder('SHOP-2', sku));
	expect(output('Order is with Flexport')).toHaveLength(1);
	expect(ordersOf('SHOP-2')).toHaveLength(1);
	expect(reports.counts()).toEqual({});
});

it.each<[string, () => ShopOrder, IDataObject]>([
	[
		'the node',
		() => shopOrder('SHOP-3', sku, { country: 'Atlantis' }),
		{
			Problem: expect.stringMatching(/'Country Code' is "Atlantis"/),
			'What to do': expect.stringMatching(/country/),
			Field: 'Country Code',
		},
	],
	[
		'Flexport',
		() => shopOrder('SHOP-3', 'D0000000000'),
		{
			Problem: expect.stringMatching(/D0000000000.*HTTP 4/),
			'What to do': expect.stringMatching(/Correct/),
			Field: expect.any(String),
		},
	],
])('a value that %s refuses goes to the list of what to correct', async (_who, order, row) => {
	await runWith(order());
	expect(reports.counts()).toEqual({ 'Add to the list': 1 });
	const [{ item, told } = { item: {}, told: {} }] = reports.of('Add to the list');
	expect(item).toEqual({ Order: 'SHOP-3', ...row });
	expect(told).toMatchObject({ operation: 'append', 'columns.mappingMode': 'autoMapInputData' });
	expect(ordersOf('SHOP-3')).toEqual([]);
});

it('a token that has expired is told to somebody', async () => {
	desk.sandbox.faults.add({ path: /\/orders$/, fault: { kind: 'expiredToken' } });
	await runWith(shopOrder('SHOP-4', sku));
	expect(reports.counts()).toEqual({ 'Tell somebody': 1 });
	expect(reports.of('Tell somebody')[0]?.told).toMatchObject({
		toEmail: 'team@example.com',
		subject: 'Order SHOP-4 is not with Flexport',
		text: expect.stringMatching(/API token.*Make a new one/s),
	});
});

describe('when Flexport asks for more patience than the node has', () => {
	/** Ten minutes; the node waits for five. */
	const busy = (times: number) =>
		desk.sandbox.faults.add({
			method: 'POST',
			path: /\/orders$/,
			when: { times },
			fault: { kind: 'status', status: 429, retryAfter: 600 },
		});

	it('the order is tried again, and nobody is told', async () => {
		busy(2);
		const { output } = await runWith(shopOrder('SHOP-5', sku));
		expect(output('Count the try').map(({ newTries }) => newTries)).toEqual([1, 2]);
		expect(output('Order is with Flexport')).toMatchObject([{ outcome: 'created' }]);
		expect(ordersOf('SHOP-5')).toHaveLength(1);
		expect(reports.counts()).toEqual({});
	});

	it('the order is tried three times more, and then told to somebody', async () => {
		busy(Infinity);
		const { output } = await runWith(shopOrder('SHOP-6', sku));
		expect(creates()).toBe(4);
		expect(output('Order is with Flexport')).toEqual([]);
		expect(reports.counts()).toEqual({ 'Tell somebody': 1 });
		expect(ordersOf('SHOP-6')).toEqual([]);
	});
});

it('those were all', () => {
	expect(examples.untried()).toEqual([]);
});
