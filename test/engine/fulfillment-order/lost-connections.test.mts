import { createServer } from 'node:net';
import type { Fault } from '../../sandbox/faults.mts';
import { useOrderDesk } from '../support/order-desk.mts';
import { byExternalId, createParameters } from '../support/order-parameters.mts';
import { useQuietTime } from '../support/quiet-time.mts';
import { onlyErrorItem, onlyItem, seenError } from '../support/seen.mts';
import { startSpoilingProxy } from '../support/spoiling-proxy.mts';

const desk = useOrderDesk();
useQuietTime();

const READ = byExternalId('get', 'SHOP-1');
const create = () => createParameters(desk.sku());
const goOn = { onError: 'continueRegularOutput' } as const;
const impatient = { options: { timeout: 1 } };

const existing = async () => {
	await desk.run(create());
	desk.sandbox.log.clear();
};

const CUTS: Array<Fault['kind'] & ('cutBefore' | 'cutAfter' | 'cutDuring')> = [
	'cutBefore',
	'cutAfter',
	'cutDuring',
];

describe.each(CUTS)('a connection that breaks (%s)', (kind) => {
	it('is tried again by a read, which then succeeds', async () => {
		await existing();
		desk.sandbox.faults.add({ fault: { kind }, when: { times: 2 } });
		expect(onlyItem(await desk.run(READ))).toMatchObject({ externalOrderId: 'SHOP-1' });
		expect(desk.sent()).toHaveLength(3);
	});

	it('is given up by a read after five times, and nothing was changed', async () => {
		await existing();
		desk.sandbox.faults.add({ fault: { kind }, when: { every: 1 } });
		const { message, description, httpCode } = seenError(await desk.run(READ));
		expect(message).toMatch(/^Flexport did not answer: the connection .* \[item 0\]$/);
		expect(description).toMatch(/^Nothing was changed\. Try again later\./);
		expect(httpCode).toBeUndefined();
		expect(desk.sent()).toHaveLength(5);
	});

	it('leaves one order of a create, which is told as created', async () => {
		desk.sandbox.faults.add({ fault: { kind }, method: 'POST' });
		expect(onlyItem(await desk.run(create()))).toMatchObject({ outcome: 'created' });
		expect(desk.sandbox.flexport.orders()).toHaveLength(1);
	});

	it('is looked into before a create is sent again', async () => {
		desk.sandbox.faults.add({ fault: { kind }, method: 'POST' });
		await desk.run(create());
		const again = kind === 'cutBefore' ? ['POST /orders'] : [];
		expect(desk.sent()).toEqual(['POST /orders', 'GET /orders/external_id/SHOP-1', ...again]);
		expect(new Set(desk.keys()).size).toBe(1);
	});

	it('that breaks for good leaves a create open, and the person is told so', async () => {
		desk.sandbox.faults.add({ fault: { kind }, when: { every: 1 } });
		const { error, details } = onlyErrorItem(await desk.run(create(), goOn));
		expect(error).toMatch(/^Flexport did not answer: the connection /);
		expect(details).toMatchObject({
			fix: expect.stringMatching(/^Flexport may or may not have done this\. Running .* safe/),
			code: expect.stringMatching(/^[A-Z_]+$/),
			transient: true,
		});
		expect(details).not.toHaveProperty('httpCode');
		expect(desk.sandbox.flexport.orders()).toHaveLength(kind === 'cutBefore' ? 0 : 1);
	});
});

it("leaves one order, told as created, when only Flexport's refusal of a second one protects", async () => {
	const proxy = await startSpoilingProxy({
		target: desk.sandbox.url,
		drop: ['idempotency-key'],
	});
	desk.sandbox.faults.add({ method: 'POST', fault: { kind: 'cutAfter' } });
	desk.sandbox.faults.add({ method: 'GET', fault: { kind: 'status', status: 403 } });
	const credentials = desk.credentials({ baseUrl: `${proxy.url}/flexport` });
	const order = onlyItem(await desk.run(create(), { credentials }));
	await proxy.close();
	expect(order).toMatchObject({ outcome: 'created', externalOrderId: 'SHOP-1' });
	expect(desk.sandbox.log.find('POST', '/orders')).toHaveLength(2);
	expect(desk.sandbox.flexport.orders()).toHaveLength(1);
});

describe('a server that does not answer within the time limit of Options', () => {
	const stall: Fault = { kind: 'stall', ms: 3_600_000 };

	it('is asked again by a read', async () => {
		await existing();
		desk.sandbox.faults.add({ fault: stall });
		const order = onlyItem(await desk.run({ ...READ, ...impatient }));
		expect(order.externalOrderId).toBe('SHOP-1');
		expect(desk.sent()).toHaveLength(2);
	});

	it('has made one order of a create', async () => {
		desk.sandbox.faults.add({ fault: stall, method: 'POST' });
		const order = onlyItem(await desk.run({ ...create(), ...impatient }));
		expect(order.outcome).toBe('created');
		expect(desk.sandbox.flexport.orders()).toHaveLength(1);
	});

	it('is told as one in the end', async () => {
		desk.sandbox.faults.add({ fault: stall, when: { every: 1 } });
		const { message } = seenError(await desk.run({ ...READ, ...impatient }));
		expect(message).toBe('Flexport did not answer: no answer came in time [item 0]');
	});

	it('is not one that sends its answer slowly but in time', async () => {
		await existing();
		desk.sandbox.faults.add({ fault: { kind: 'slowBody', ms: 20_000 } });
		const patient = { options: { timeout: 120 } };
		expect(onlyItem(await desk.run({ ...READ, ...patient })).externalOrderId).toBe('SHOP-1');
		expect(desk.sent()).toHaveLength(1);
	});
});

describe('an address at which there is no Flexport', () => {
	const at = (baseUrl: string) => ({ credentials: desk.credentials({ baseUrl }) });

	/** An address at which nothing listens. */
	async function closedAddress(): Promise<string> {
		const server = createServer();
		await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
		const address = server.address();
		await new Promise((resolve) => server.close(resolve));
		if (address === null || typeof address === 'string') throw new Error('There is no port');
		return `http://127.0.0.1:${address.port}`;
	}

	it.each([
		['a read', () => READ],
		['a create', create],
	])('is named with what to check when nothing listens there (%s)', async (_call, parameters) => {
		const baseUrl = await closedAddress();
		const { message, description } = seenError(await desk.run(parameters(), at(baseUrl)));
		expect(message).toBe(
			`Flexport could not be reached at ${baseUrl}/logistics/api/2026-02: nothing answers at that address [item 0]`,
		);
		expect(description).toMatch(/^Nothing was sent\. Check the credential's 'Base URL'/);
		expect(description).toContain('code ECONNREFUSED');
	});

	it.each([
		['a read', () => READ],
		['a create', create],
	])('is named when its host is not known (%s)', async (_call, parameters) => {
		const baseUrl = 'http://flexport.invalid';
		const { message, description } = seenError(await desk.run(parameters(), at(baseUrl)));
		expect(message).toMatch(
			/^Flexport could not be reached at http:\/\/flexport\.invalid\/.*: its host name /,
		);
		expect(description).toMatch(/^Nothing was sent\. /);
	});

	it.each([
		['no address at all', 'flexport', /'Base URL' is not a web address/],
		['the API of freight forwarding', 'https://api.flexport.com', /freight forwarding/],
	])('is refused before anything is sent: %s', async (_case, baseUrl, what) => {
		expect(seenError(await desk.run(READ, at(baseUrl))).message).toMatch(what);
	});

	it('may end with a slash', async () => {
		await existing();
		const result = await desk.run(READ, at(`${desk.sandbox.flexport.baseUrl}/`));
		expect(onlyItem(result).externalOrderId).toBe('SHOP-1');
	});
});
