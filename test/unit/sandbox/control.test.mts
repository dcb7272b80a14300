import { spawn } from 'node:child_process';
import { once } from 'node:events';
import axios from 'axios';
import { closeBenches, openBench, orderBody, type Bench } from './helpers.mts';

let bench: Bench;
beforeEach(async () => {
	bench = await openBench({ catalogue: true });
});
afterEach(closeBenches);

const control = () =>
	axios.create({ baseURL: `${bench.sandbox.url}/_sandbox`, validateStatus: () => true });

test('faults, limits, clock, log and state are controlled over HTTP', async () => {
	const fault = { kind: 'status', status: 503 };
	expect(
		(await control().post('/faults', { method: 'GET', pathPattern: 'products$', fault })).status,
	).toBe(204);
	expect((await bench.api().get('/products')).status).toBe(503);
	await control().post('/faults', { when: { every: 1 }, fault });
	expect((await control().delete('/faults')).status).toBe(204);
	expect((await bench.api().get('/products')).status).toBe(200);

	await control().post('/rate-limit', { perSecond: 0.01, burst: 1, retryAfter: 'seconds' });
	expect((await bench.api().get('/products')).status).toBe(200);
	expect((await bench.api().get('/products')).status).toBe(429);
	await control().post('/rate-limit', null, { headers: { 'content-type': 'application/json' } });

	const added = await control().post('/flexport/products', {
		name: 'Tee',
		merchantSku: 'NEW',
		inventory: { DEFAULT: { onHand: 3 } },
	});
	expect(added.status).toBe(201);
	const order = await bench.api().post('/orders', orderBody(added.data[0].logisticsSku));
	expect((await control().post('/clock/advance', { ms: 8000 })).status).toBe(200);
	expect((await control().get('/flexport/orders')).data).toMatchObject([
		{ id: order.data.id, state: { internalStatus: 'SHIPPED' } },
	]);
	const requests = (await control().get('/requests')).data;
	expect(requests).toHaveLength(bench.sandbox.log.all().length);
	expect(JSON.stringify(requests)).not.toContain('shltm_');
});

test.each([
	['/faults', { fault: { kind: 'cutAfte' } }],
	['/faults', { fault: { kind: 'stall' } }],
	['/faults', { pathPattern: '(' }],
	['/faults', { when: 'always' }],
	['/rate-limit', { perSecond: 0, retryAfter: 'none' }],
	['/clock/advance', { ms: -1 }],
	['/flexport/products', { name: 'Tee' }],
])('POST %s with %j is refused', async (path, body) => {
	expect((await control().post(path, body)).status).toBe(422);
});

test('after a reset everything is as it was at the start', async () => {
	const { flexport, log } = bench.sandbox;
	const before = flexport.products();
	const [first] = before;
	const order = () => bench.api().post('/orders', orderBody(first?.logisticsSku ?? ''));
	const { data } = await order();
	const { token } = flexport.addAccount();
	flexport.numericIds = true;
	await control().post('/faults', { when: { every: 1 }, fault: { kind: 'cutBefore' } });
	expect((await control().post('/reset')).status).toBe(204);
	expect(flexport.orders()).toEqual([]);
	expect(log.all()).toEqual([]);
	expect(flexport.products()).toEqual(before);
	expect((await bench.api(token).get('/products')).status).toBe(401);
	expect((await order()).data).toEqual(data);
	await bench.clock.advance(60_000);
	expect(flexport.order('WEB-1')?.state.internalStatus).toBe('DELIVERED');
});

test('the catalogue has what a shop has', async () => {
	const { data: rows } = await bench.api().get('/products/inventory/all?limit=100');
	expect(rows).toHaveLength(25);
	const available = rows.map((row: { available: number }) => row.available);
	expect(Math.min(...available)).toBe(0);
	expect(available.some((units: number) => units > 0 && units < 10)).toBe(true);
	expect(
		rows.some((row: { lotTrackingDetails: unknown[] }) => row.lotTrackingDetails.length > 1),
	).toBe(true);
	const storage = await bench.api().get('/products/inventory/all?limit=100&poolName=STORAGE');
	expect(storage.data.some((row: { onHand: number }) => row.onHand > 0)).toBe(true);
});

/** Runs the command; `ready` is called with what it has printed so far. */
async function runCommand(args: string[], ready?: (output: string, stop: () => void) => void) {
	const child = spawn('node_modules/.bin/tsx', ['test/sandbox/main.mts', ...args]);
	let output = '';
	const read = (part: Buffer) => {
		output += part.toString();
		ready?.(output, () => child.kill('SIGINT'));
	};
	child.stdout.on('data', read);
	child.stderr.on('data', read);
	await once(child, 'close');
	return { code: child.exitCode, output };
}

test('the command says where it is and stops cleanly on Ctrl-C', async () => {
	let stopped = false;
	const { code, output } = await runCommand(['--port', '0', '--speed', '10'], (soFar, stop) => {
		if (stopped || !soFar.includes('Ctrl-C')) return;
		stopped = true;
		stop();
	});
	expect(code).toBe(0);
	expect(output).toMatch(/^The sandbox runs at http:\/\/127\.0\.0\.1:\d+\n/);
	expect(output).toContain(bench.sandbox.flexport.tokens.full);
	expect(output).toContain('25 products are in stock.');
});

test.each([
	[['--port', 'x'], '--port must be a whole number from 0 to 65535, not "x".'],
	[['--speed', '0'], '--speed must be a number greater than 0, not "0".'],
	[['--prot', '1'], "Unknown option '--prot'"],
])('the command refuses %j with a sentence', async (args, sentence) => {
	const { code, output } = await runCommand(args);
	expect(code).toBe(1);
	expect(output).toContain(sentence);
	expect(output).toContain('Usage: npm run sandbox');
	expect(output).not.toMatch(/^\s+at /m);
});

test('a port in use is told in a sentence', async () => {
	const { port } = new URL(bench.sandbox.url);
	const { code, output } = await runCommand(['--port', port]);
	expect(code).toBe(1);
	expect(output).toBe(`Port ${port} is in use. Choose another with --port.\n`);
});
