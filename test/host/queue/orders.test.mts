import { activate, deactivate, saveWorkflow } from '../rest/workflows.mts';
import { progress } from '../progress.mts';
import { stopShort } from '../support/stop-short.mts';
import { until } from '../support/until.mts';
import { startedBy, untilQuiet } from './executions.mts';
import { useQueue } from './use-queue.mts';
import { createOrders, ORDERS } from './workflows.mts';

/**
 * How soon a worker that is gone is missed; n8n's own choice is a minute. One that is only slow must not
 * be missed: its execution would begin a second time.
 */
const IMPATIENT = {
	QUEUE_WORKER_LOCK_DURATION: '30000',
	QUEUE_WORKER_LOCK_RENEW_TIME: '5000',
	QUEUE_WORKER_STALLED_INTERVAL: '5000',
};

const desk = useQueue(IMPATIENT);

const ORDER_COUNT = 500;
const BATCH = 25;

const numbers = (prefix: string): string[] =>
	Array.from({ length: ORDER_COUNT }, (_, index) => `${prefix}-${index + 1}`);

const made = (prefix: string): string[] =>
	desk.sandbox.flexport
		.orders()
		.map(({ externalOrderId }) => externalOrderId)
		.filter((number) => number.startsWith(`${prefix}-`));

/** Saves and activates the workflow, and gives how to send it order numbers. */
async function opened() {
	const { logisticsSku } = desk.sandbox.flexport.addProduct({
		name: 'Cup',
		merchantSku: `CUP-${Math.random()}`,
	});
	const { id } = await saveWorkflow(desk.rest, createOrders(desk.accounts, logisticsSku));
	await activate(desk.rest, id);
	const send = async (orders: string[]) =>
		await fetch(`${desk.host.webhookUrl}/webhook/${ORDERS}`, {
			method: 'POST',
			headers: { 'content-type': 'application/json' },
			body: JSON.stringify({ orders: orders.map((number) => ({ number })) }),
		});
	// The production URL can answer 404 for a moment after activation.
	await until('the webhook is there', async () => (await send([])).ok || undefined);
	return { id, send };
}

it('500 orders in 20 executions over two workers are 500 orders', async () => {
	const { id, send } = await opened();
	const { success: past = 0 } = await untilQuiet(desk.rest, id);
	const orders = numbers('SHARED');
	const started = Date.now();
	const batches = Array.from({ length: ORDER_COUNT / BATCH }, (_, index) =>
		orders.slice(index * BATCH, (index + 1) * BATCH),
	);
	const answers = await Promise.all(batches.map((batch) => send(batch)));
	expect(answers.map(({ status }) => status)).toEqual(batches.map(() => 200));
	await until('500 orders', () => made('SHARED').length >= ORDER_COUNT || undefined);
	progress(`500 orders in 20 executions after ${Date.now() - started} ms`);
	expect(await untilQuiet(desk.rest, id)).toEqual({ success: past + batches.length });
	expect(made('SHARED').sort()).toEqual(orders.sort());
	const shares = desk.host.workers.map((worker) => startedBy(worker.log()).length);
	progress(`executions by worker: ${shares.join(' and ')}`);
	for (const share of shares) expect(share).toBeGreaterThan(0);
	// Sent once more: the same orders.
	await Promise.all(batches.map((batch) => send(batch)));
	expect(await untilQuiet(desk.rest, id)).toEqual({ success: past + 2 * batches.length });
	expect(made('SHARED')).toHaveLength(ORDER_COUNT);
	await deactivate(desk.rest, id);
});

it('kill -9 of a worker in the middle of 500 creates, then the same again: 500 orders', async () => {
	const { id, send } = await opened();
	await untilQuiet(desk.rest, id);
	const before = desk.host.workers.map((worker) => startedBy(worker.log()).length);
	const undo = stopShort(desk.sandbox, { method: 'POST', path: '/orders' }, 100);
	const orders = numbers('KILLED');
	await send(orders);
	await until('some orders', () => made('KILLED').length >= 100 || undefined);
	const index = desk.host.workers.findIndex(
		(worker, place) => startedBy(worker.log()).length > (before[place] ?? 0),
	);
	const victim = desk.host.workers[index];
	if (!victim) throw new Error('No worker has the execution.');
	await victim.kill('SIGKILL');
	const left = made('KILLED').length;
	expect(left).toBeLessThan(ORDER_COUNT);
	progress(`worker ${index + 1} killed when ${left} of 500 orders were made`);
	const killed = Date.now();
	undo();
	// The other worker takes it.
	await send(orders);
	await until('500 orders', () => made('KILLED').length >= ORDER_COUNT || undefined);
	const counts = await untilQuiet(desk.rest, id);
	progress(`executions after ${Date.now() - killed} ms: ${JSON.stringify(counts)}`);
	expect(made('KILLED').sort()).toEqual(orders.sort());
	await victim.start();
	expect(made('KILLED')).toHaveLength(ORDER_COUNT);
	await deactivate(desk.rest, id);
});
