import type { INodeParameters } from 'n8n-workflow';
import type { Fault } from '../../sandbox/faults.mts';
import { onlyItem, seenError } from '../support/seen.mts';
import { createParameters, useShippingDesk } from '../support/shipping-desk.mts';
import { useHurry } from '../support/use-hurry.mts';

const desk = useShippingDesk();
useHurry();

const LOOK = 'GET /shipments/SHOP-1';
const LIST = 'POST /shipments/list';

const create = (changes: INodeParameters = {}, ifExists = 'return') =>
	desk.run(createParameters({ options: { lookUpFirst: true, ifExists }, ...changes }));

const existing = async () => {
	await desk.run(createParameters());
	desk.sandbox.log.clear();
};

describe('Look Up First', () => {
	it('asks in both ways, and creates what is not there', async () => {
		expect(onlyItem(await create()).outcome).toBe('created');
		expect(desk.sent()).toEqual([LOOK, LIST, 'POST /shipments']);
	});

	it('returns what is there, and sends nothing that could make one', async () => {
		await existing();
		expect(onlyItem(await create())).toMatchObject({
			id: desk.api.shipment('SHOP-1')?.id,
			outcome: 'alreadyExisted',
		});
		expect(desk.sent()).toEqual([LOOK]);
	});

	it('fails for what is there where Options say so', async () => {
		await existing();
		expect(seenError(await create({}, 'fail')).message).toBe(
			'Delivery Solutions already has a shipment with the external order ID "SHOP-1" [item 0]',
		);
		expect(desk.sent()).toEqual([LOOK]);
	});

	it('refuses a different shipment', async () => {
		await existing();
		const { message } = seenError(await create({ recipientName: 'Charles Babbage' }));
		expect(message).toContain("its recipient's name differs");
		expect(desk.sent()).toEqual([LOOK]);
	});

	it('looks again where the answer gets lost', async () => {
		desk.sandbox.faults.add({ method: 'GET', fault: { kind: 'cutBefore' } });
		expect(onlyItem(await create()).outcome).toBe('created');
		expect(desk.sent()).toEqual([LOOK, LOOK, LIST, 'POST /shipments']);
	});

	it('still tells a shipment as created whose own answer was lost', async () => {
		const fault = { kind: 'cutAfter' } as const;
		desk.sandbox.faults.add({ method: 'POST', path: '/shipments', fault });
		expect(onlyItem(await create()).outcome).toBe('created');
		expect(desk.api.shipments()).toHaveLength(1);
	});

	it.each<[string, Fault, RegExp]>([
		['fails', { kind: 'status', status: 500 }, /^Delivery Solutions failed to process the request/],
		[
			'may not be asked',
			{ kind: 'status', status: 403 },
			/^The delivery provider does not allow|^Delivery Solutions does not let this account/,
		],
		['does not answer', { kind: 'cutBefore' }, /^Delivery Solutions did not answer/],
		['answers with a page', { kind: 'notJson' }, /^Something other than Delivery Solutions/],
	])('creates nothing where Delivery Solutions %s', async (_how, fault, message) => {
		await existing();
		desk.sandbox.faults.add({ method: 'GET', when: { every: 1 }, fault });
		expect(seenError(await create({ externalOrderId: 'SHOP-1' })).message).toMatch(message);
		expect(desk.sent()).not.toContain('POST /shipments');
	});

	it('creates nothing where the list fails', async () => {
		const fault = { kind: 'status', status: 500 } as const;
		desk.sandbox.faults.add({ method: 'POST', path: '/shipments/list', when: { every: 1 }, fault });
		expect(seenError(await create()).message).toMatch(/^Delivery Solutions failed to process/);
		expect(desk.api.shipments()).toEqual([]);
		expect(desk.sent()).not.toContain('POST /shipments');
	});
});
