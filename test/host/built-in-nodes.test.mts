import type { IDataObject } from 'n8n-workflow';
import { executionsOf, untilFinished, type Execution } from './rest/executions.mts';
import { startRun } from './rest/run.mts';
import { activate, deactivate, saveWorkflow } from './rest/workflows.mts';
import { timePasses } from './support/time-passes.mts';
import { until } from './support/until.mts';
import { useHost } from './support/use-host.mts';
import { START } from './workflows/build.mts';
import { SHOP_ORDERS, shopOrders } from './workflows/shop-orders.mts';
import { createAndWait, lowStockOnce } from './workflows/with-time.mts';

const desk = useHost();

describe('orders that come in by a Webhook', () => {
	const ORDERS = { good: 'US', alsoGood: 'US', wrong: 'Atlantis', unknown: 'US' };

	/** Sends the orders as a shop does. Just activated, a webhook may not be there yet. */
	async function send(sku: string): Promise<IDataObject[]> {
		const orders = Object.entries(ORDERS).map(([no, country]) => ({
			no,
			country,
			sku: no === 'unknown' ? 'D0000000000' : sku,
		}));
		return await until('the webhook answers', async () => {
			const answer = await fetch(`${desk.host.webhookUrl}/webhook/${SHOP_ORDERS}`, {
				method: 'POST',
				headers: { 'content-type': 'application/json' },
				body: JSON.stringify({ orders }),
			});
			if (answer.status === 404) return undefined;
			const told: IDataObject[] = JSON.parse(await answer.text());
			return told;
		});
	}

	it('are made once, and each is told what became of it', async () => {
		const { logisticsSku } = desk.sandbox.flexport.addProduct({ name: 'Mug', merchantSku: 'MUG' });
		const { id } = await saveWorkflow(desk.rest, shopOrders(desk.accounts));
		await activate(desk.rest, id);
		const toldOf = (answer: IDataObject[]) =>
			answer.map(({ externalOrderId, number, told }) => [externalOrderId ?? number, told]);
		const refused = ['SHOP-unknown', 'refused by Flexport'];
		const stopped = ['SHOP-wrong', expect.stringContaining('Country Code')];
		expect(toldOf(await send(logisticsSku))).toEqual([
			['SHOP-good', 'created'],
			['SHOP-alsoGood', 'created'],
			refused,
			stopped,
		]);
		expect(toldOf(await send(logisticsSku))).toEqual([
			['SHOP-good', 'alreadyExisted'],
			['SHOP-alsoGood', 'alreadyExisted'],
			refused,
			stopped,
		]);
		expect(desk.sandbox.flexport.orders()).toHaveLength(2);
		await deactivate(desk.rest, id);
	});
});

it('a Schedule Trigger and Remove Duplicates tell of each product that runs low once', async () => {
	const { flexport } = desk.sandbox;
	const low = flexport.addProduct({
		name: 'Cup',
		merchantSku: 'CUP',
		inventory: { DEFAULT: { onHand: 2 } },
	});
	const { id } = await saveWorkflow(desk.rest, lowStockOnce(desk.accounts));
	await activate(desk.rest, id);
	const runs = await until('three runs', async () => {
		const all = await executionsOf(desk.rest, id);
		return all.length >= 3 ? all.slice(0, 3) : undefined;
	});
	await deactivate(desk.rest, id);
	const done: Execution[] = [];
	for (const run of runs) done.push(await untilFinished(desk.rest, run.id));
	expect(done.map(({ status }) => status)).toEqual(['success', 'success', 'success']);
	for (const run of done) expect(run.output('Low Stock')).toHaveLength(1);
	expect(done.map((run) => run.output('New Ones').map(({ sku }) => sku))).toEqual([
		[low.logisticsSku],
		[],
		[],
	]);
});

it('an order is on its way after a Wait', async () => {
	const { flexport } = desk.sandbox;
	const { logisticsSku } = flexport.addProduct({ name: 'Pot', merchantSku: 'POT' });
	timePasses(desk, { method: 'GET', path: /\/orders\/.*WAIT-1/ }, 8_000);
	const { id } = await saveWorkflow(desk.rest, createAndWait(desk.accounts, logisticsSku));
	const execution = await startRun(desk.rest, id, START);
	await until('the order is made', () => flexport.order('WAIT-1'));
	const { status, output } = await untilFinished(desk.rest, execution);
	expect(status).toBe('success');
	expect(output('Create')).toMatchObject([{ outcome: 'created', status: 'pending' }]);
	expect(output('Get')).toMatchObject([{ externalOrderId: 'WAIT-1', status: 'shipped' }]);
});
