import type { INodeParameters } from 'n8n-workflow';
import type { Fault } from '../../sandbox/faults.mts';
import { NODE } from '../harness/index.mts';
import { useQuietTime } from '../support/quiet-time.mts';
import { onShipment, refusedAs } from '../support/shipment-parameters.mts';
import { onlyItem, seenError } from '../support/seen.mts';
import { useShippingDesk } from '../support/shipping-desk.mts';
import { until } from '../support/until.mts';

const desk = useShippingDesk();
useQuietTime();

const LOST: Array<[string, Fault, INodeParameters]> = [
	['cut after the work', { kind: 'cutAfter' }, {}],
	['cut in the middle of the answer', { kind: 'cutDuring' }, {}],
	['cut before the work', { kind: 'cutBefore' }, {}],
	['a web page instead', { kind: 'notJson' }, {}],
	['a 502 of the gateway', { kind: 'status', status: 502 }, {}],
	['no answer in time', { kind: 'stall', ms: 3_600_000 }, { timeout: 1 }],
];

const stored = (status: string) => desk.api.addShipment({ orderExternalId: 'SHOP-1', status });

const spoil = (method: string, fault: Fault, count = 1) =>
	desk.sandbox.faults.add({ method, path: /SHOP-1/, fault, when: { times: count } });

const history = async () => {
	const parameters = { ...onShipment('get', 'SHOP-1'), operation: 'getStatusHistory' };
	const result = await desk.run(parameters);
	return result.items(NODE).map(({ json }) => json.providerStatus);
};

describe.each(LOST)('an answer that is lost (%s)', (_name, fault, options) => {
	it('leaves a retry done once, and told as done', async () => {
		stored('ORDER_FAILED');
		spoil('POST', fault);
		expect(onlyItem(await desk.run(onShipment('retry', 'SHOP-1', { options })))).toMatchObject({
			outcome: 'retried',
			status: 'processing',
		});
		expect(await history()).toEqual(['ORDER_FAILED', 'ORDER_DISPATCHED']);
	});

	it('leaves a cancellation done, and told as done', async () => {
		stored('ORDER_DISPATCHED');
		spoil('DELETE', fault);
		expect(onlyItem(await desk.run(onShipment('cancel', 'SHOP-1', { options })))).toMatchObject({
			outcome: 'cancelled',
			status: 'cancelled',
			message: 'Shipment "SHOP-1" was cancelled.',
		});
		expect(await history()).toEqual(['ORDER_DISPATCHED', 'ORDER_CANCELLED']);
	});

	it('leaves a change done, and gives the shipment', async () => {
		stored('PENDING_RELEASE');
		spoil('PUT', fault);
		const parameters = { updateFields: { groupId: 'G-2' }, options };
		const updated = onlyItem(await desk.run(onShipment('update', 'SHOP-1', parameters)));
		expect(updated.externalOrderId).toBe('SHOP-1');
		expect(desk.api.shipment('SHOP-1')?.groupId).toBe('G-2');
	});

	it('leaves a new external order ID set, and gives the shipment under it', async () => {
		stored('PENDING_RELEASE');
		spoil('PUT', fault);
		const parameters = { updateFields: { orderExternalId: 'SHOP-2' }, options };
		const updated = onlyItem(await desk.run(onShipment('update', 'SHOP-1', parameters)));
		expect(updated.externalOrderId).toBe('SHOP-2');
		expect(desk.api.shipments()).toMatchObject([{ orderExternalId: 'SHOP-2' }]);
	});
});

describe('a retry whose answer is lost', () => {
	const retry = (options: INodeParameters = {}) =>
		desk.run(onShipment('retry', 'SHOP-1', { options }));
	const posts = () => desk.sandbox.log.find('POST', '/retry').length;

	it('is not done a second time where it has failed again meanwhile', async () => {
		stored('ORDER_FAILED');
		spoil('POST', { kind: 'stall', ms: 3_600_000 });
		const run = retry({ timeout: 1 });
		await until(() => desk.api.shipment('SHOP-1')?.status === 'ORDER_DISPATCHED');
		await desk.clock.advance(1000);
		desk.api.setShipment('SHOP-1', { status: 'ORDER_FAILED' });
		expect(onlyItem(await run)).toMatchObject({ outcome: 'retried', status: 'failed' });
		expect(posts()).toBe(1);
	});

	it('is told as done where the look lagged behind, so that it was sent again', async () => {
		const before = structuredClone(stored('ORDER_FAILED'));
		spoil('POST', { kind: 'cutAfter' });
		const late = { kind: 'status', status: 200, body: before } as const;
		desk.sandbox.faults.add({ method: 'GET', fault: late, when: { nth: [2] } });
		expect(onlyItem(await retry())).toMatchObject({ outcome: 'retried', status: 'processing' });
		expect(posts()).toBe(2);
	});

	it('is not sent again where the look fails, and the person is told so', async () => {
		stored('ORDER_FAILED');
		spoil('POST', { kind: 'cutAfter' });
		const fault = { kind: 'status', status: 500 } as const;
		desk.sandbox.faults.add({
			method: 'GET',
			fault,
			when: { nth: Array.from({ length: 20 }, (_, index) => index + 2) },
		});
		expect(seenError(await retry()).description).toMatch(
			/^Delivery Solutions may or may not have done this\. Get the shipment to see its status/,
		);
		expect(posts()).toBe(1);
	});

	it('is found in the list where the API does not take external IDs in a path', async () => {
		const { id } = stored('ORDER_FAILED');
		const fault = refusedAs('NOT_FOUND', 404);
		desk.sandbox.faults.add({ path: /SHOP-1/, fault, when: { every: 1 } });
		const lost = { kind: 'cutAfter' } as const;
		desk.sandbox.faults.add({ method: 'POST', path: `/shipments/${id}/retry`, fault: lost });
		expect(onlyItem(await retry())).toMatchObject({ id, outcome: 'retried' });
		expect(desk.sandbox.log.find('POST', `/shipments/${id}/retry`)).toHaveLength(1);
	});
});

describe('a cancellation whose answer is lost', () => {
	const cancel = () => desk.run(onShipment('cancel', 'SHOP-1'));

	it('is told as done where the look lagged behind, so that it was sent again', async () => {
		const before = structuredClone(stored('ORDER_DISPATCHED'));
		spoil('DELETE', { kind: 'cutAfter' });
		const late = { kind: 'status', status: 200, body: before } as const;
		desk.sandbox.faults.add({ method: 'GET', fault: late });
		expect(onlyItem(await cancel())).toMatchObject({ outcome: 'cancelled', status: 'cancelled' });
	});

	it('is told as open where it stays lost', async () => {
		stored('ORDER_DISPATCHED');
		const fault = { kind: 'cutBefore' } as const;
		desk.sandbox.faults.add({ path: /SHOP-1/, fault, when: { every: 1 } });
		expect(seenError(await cancel()).description).toMatch(
			/^Delivery Solutions may or may not have done this\. Get the shipment to see its status/,
		);
		expect(desk.sandbox.log.find('DELETE', /SHOP-1/)).toHaveLength(5);
	});
});

describe('a change of values whose answer stays lost says what to do', () => {
	it.each([
		['values', { groupId: 'G-2' }, 'Running the item again is safe: it sets the same values.'],
		[
			'the external order ID',
			{ orderExternalId: 'SHOP-2' },
			'Look whether there is a shipment with the external order ID "SHOP-2": if there is, this was done.',
		],
	])('of %s', async (_what, updateFields, fix) => {
		stored('PENDING_RELEASE');
		const fault = { kind: 'cutBefore' } as const;
		desk.sandbox.faults.add({ path: /SHOP-/, fault, when: { every: 1 } });
		const result = await desk.run(onShipment('update', 'SHOP-1', { updateFields }));
		expect(seenError(result).description).toBe(
			`Delivery Solutions may or may not have done this. ${fix} (code ECONNRESET)`,
		);
	});
});
