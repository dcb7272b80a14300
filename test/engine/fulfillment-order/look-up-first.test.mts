import { hurry } from '../support/hurry.mts';
import { useOrderDesk } from '../support/order-desk.mts';
import { createParameters } from '../support/order-parameters.mts';
import { onlyItem, seenError } from '../support/seen.mts';

const desk = useOrderDesk();

let unhurry = (): void => undefined;
beforeEach(() => {
	unhurry = hurry();
});
afterEach(() => unhurry());

const LOOK = 'GET /orders/external_id/SHOP-1';
const create = () => desk.run(createParameters(desk.sku(), { options: { lookUpFirst: true } }));

describe('Look Up First', () => {
	it('asks, and creates what is not there', async () => {
		expect(onlyItem(await create()).outcome).toBe('created');
		expect(desk.sent()).toEqual([LOOK, 'POST /orders']);
	});

	it('asks again where the answer gets lost', async () => {
		desk.sandbox.faults.add({ method: 'GET', fault: { kind: 'cutBefore' } });
		expect(onlyItem(await create()).outcome).toBe('created');
		expect(desk.sent()).toEqual([LOOK, LOOK, 'POST /orders']);
	});

	it.each([
		['answers 503', { kind: 'status', status: 503 }, /^Flexport is not available/],
		['may not be asked', { kind: 'status', status: 403 }, /^The API token may not do this/],
		['does not answer', { kind: 'cutBefore' }, /^Flexport did not answer/],
	] as const)('creates nothing where Flexport %s', async (_how, fault, message) => {
		desk.sandbox.faults.add({ method: 'GET', when: { every: 1 }, fault });
		expect(seenError(await create()).message).toMatch(message);
		expect(desk.sandbox.flexport.orders()).toEqual([]);
		expect(desk.sent()).not.toContain('POST /orders');
	});
});
