import { freeze } from '../support/freeze.mts';
import { list, onShipment } from '../support/shipment-calls.mts';
import { createParameters, useShippingDesk } from '../support/shipping-desk.mts';
import { settled, until } from '../support/until.mts';

const desk = useShippingDesk();

let restore = (): void => undefined;
afterEach(() => {
	restore();
	restore = () => undefined;
});

const input = (count: number) =>
	Array.from({ length: count }, (_, index) => ({ order: `SHOP-${index}` }));

const CALLS = [
	['a get', () => onShipment('get', 'SHOP-0'), 1],
	['a list', () => list({}), 1],
	['a history', () => onShipment('getStatusHistory', 'SHOP-0'), 1],
	['a hundred creates', () => createParameters({ externalOrderId: '={{ $json.order }}' }), 100],
] as const;

/** Starts a run, and comes back when it waits for a minute. */
async function waiting(parameters: Parameters<typeof desk.run>[0], count: number, path: RegExp) {
	restore = freeze();
	const fault = { kind: 'status', status: 429, retryAfter: 60 } as const;
	desk.sandbox.faults.add({ path, fault, when: { every: 1 } });
	const run = desk.run(parameters, { input: input(count) });
	await until(() => desk.sandbox.log.find('POST', path).length + desk.sent().length > 0);
	await settled();
	return { run, before: desk.sandbox.log.all().length };
}

describe('cancelling the execution', () => {
	it.each(CALLS)('ends the wait for the API at once (%s)', async (_name, parameters, count) => {
		const { run, before } = await waiting(parameters(), count, /shipments/);
		run.cancel();
		await run;
		jest.advanceTimersByTime(600_000);
		await settled();
		expect(desk.sandbox.log.all()).toHaveLength(before);
		expect(desk.api.shipments()).toEqual([]);
	});

	it.each(CALLS)('ends the wait for a token at once (%s)', async (_name, parameters, count) => {
		const { run, before } = await waiting(parameters(), count, /oauth\/token$/);
		run.cancel();
		await run;
		jest.advanceTimersByTime(600_000);
		await settled();
		expect(desk.sandbox.log.all()).toHaveLength(before);
		expect(desk.sent()).toEqual([]);
	});

	it('in the middle of a list reads no further page', async () => {
		desk.api.addShipments(100);
		desk.sandbox.faults.add({ path: /list$/, latencyMs: 20, when: { every: 1 } });
		const run = desk.run(list({}, { options: { pageSize: 1 } }));
		await until(() => desk.sent().length === 3);
		run.cancel();
		await run;
		await settled();
		expect(desk.sent().length).toBeLessThanOrEqual(4);
	});

	it('before the node has begun lets nothing be sent', async () => {
		await desk.run(list({}), { signal: AbortSignal.abort() });
		await settled();
		expect(desk.sandbox.log.all()).toEqual([]);
	});
});
