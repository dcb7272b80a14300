import type { Fault } from '../../sandbox/faults.mts';
import { hurry } from '../support/hurry.mts';
import { useOrderDesk } from '../support/order-desk.mts';
import { byExternalId, createParameters } from '../support/order-parameters.mts';
import { onlyErrorItem, onlyItem, seenError } from '../support/seen.mts';

const desk = useOrderDesk();

let unhurry = (): void => undefined;
beforeEach(() => {
	unhurry = hurry();
});
afterEach(() => unhurry());

const READ = byExternalId('get', 'SHOP-1');
const create = () => createParameters(desk.sku());
const goOn = { onError: 'continueRegularOutput' } as const;

const MAY_BE_DONE = /^Flexport may or may not have done this\. Running the item again is safe: /;

/** Answers that say nothing of whether the work was done, and what a person is told of them. */
const FAULTS: Array<[string, Fault, RegExp, string]> = [
	['500', { kind: 'status', status: 500 }, /^Flexport failed to process the request/, '500'],
	['502', { kind: 'status', status: 502 }, /^Flexport's gateway could not reach/, '502'],
	['503', { kind: 'status', status: 503 }, /^Flexport is not available/, '503'],
	['504 of the gateway', { kind: 'status', status: 504 }, /^Flexport took too long/, '504'],
	['599', { kind: 'status', status: 599 }, /^Flexport failed to process the request/, '599'],
	['a web page', { kind: 'notJson' }, /^Something other than Flexport answered/, '200'],
];

/** A 404 of an order that is not there cannot become a page. */
const existing = async () => {
	await desk.run(create());
	desk.sandbox.log.clear();
};

describe.each(FAULTS)('a server that answers with %s', (_name, fault, what, code) => {
	it('is asked again by a read, which then succeeds', async () => {
		await existing();
		desk.sandbox.faults.add({ fault, when: { times: 2 } });
		expect(onlyItem(await desk.run(READ))).toMatchObject({ externalOrderId: 'SHOP-1' });
		expect(desk.sent()).toHaveLength(3);
	});

	it('is believed after five reads', async () => {
		await existing();
		desk.sandbox.faults.add({ fault, when: { every: 1 } });
		const { message, description, httpCode } = seenError(await desk.run(READ));
		expect(message).toMatch(what);
		expect(message).toContain(`(HTTP ${code}) [item 0]`);
		expect(description).not.toMatch(/may or may not/);
		expect(httpCode).toBe(code);
		expect(desk.sent()).toHaveLength(5);
	});

	it('gets a create again with the same key, and makes one order of it', async () => {
		desk.sandbox.faults.add({ fault, method: 'POST', when: { times: 2 } });
		expect(onlyItem(await desk.run(create()))).toMatchObject({ outcome: 'created' });
		expect(new Set(desk.keys()).size).toBe(1);
		expect(desk.sandbox.flexport.orders()).toHaveLength(1);
	});

	it('is asked for the order before the create is sent again', async () => {
		desk.sandbox.faults.add({ fault, method: 'POST' });
		await desk.run(create());
		expect(desk.sent().slice(0, 2)).toEqual(['POST /orders', 'GET /orders/external_id/SHOP-1']);
	});

	it('leaves a create open when it never stops, and the person is told so', async () => {
		desk.sandbox.faults.add({ fault, when: { every: 1 } });
		const { message, description, httpCode } = seenError(await desk.run(create()));
		expect(message).toMatch(what);
		expect(description).toMatch(MAY_BE_DONE);
		expect(httpCode).toBe(code);
		expect(desk.keys()).toHaveLength(5);
		expect(new Set(desk.keys()).size).toBe(1);
	});

	it('is called passing in the error item', async () => {
		await existing();
		desk.sandbox.faults.add({ fault, when: { every: 1 } });
		const { details } = onlyErrorItem(await desk.run(READ, goOn));
		expect(details).toMatchObject({
			transient: true,
			httpCode: code,
			requestId: expect.stringMatching(/^[0-9a-f-]{36}$/),
		});
	});
});

it("the gateway's own words are passed on", async () => {
	desk.sandbox.faults.add({ fault: { kind: 'status', status: 504 }, when: { every: 1 } });
	expect(seenError(await desk.run(READ)).description).toContain(
		'The API said: Endpoint request timed out.',
	);
});

it('a 503 with Retry-After is not asked before that time', async () => {
	await existing();
	desk.sandbox.faults.add({ fault: { kind: 'status', status: 503, retryAfter: 60 } });
	const before = Date.now();
	await desk.run(READ);
	expect(Date.now() - before).toBeGreaterThanOrEqual(60_000);
	expect(desk.sent()).toHaveLength(2);
});
