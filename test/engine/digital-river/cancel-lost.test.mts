import type { INodeParameters } from 'n8n-workflow';
import type { Fault } from '../../sandbox/faults.mts';
import { MUG, orderBody, useDigitalRiverDesk } from '../support/digital-river-desk.mts';
import { byExternalId } from '../support/order-parameters.mts';
import { onlyErrorItem, onlyItem, output } from '../support/seen.mts';
import { useHurry } from '../support/use-hurry.mts';

const desk = useDigitalRiverDesk();
useHurry();

const goOn = { onError: 'continueRegularOutput' } as const;

const add = () => {
	const items = [{ id: '501', upstreamId: 'L-1', inventoryItemId: MUG, quantity: 4 }];
	return desk.api.addOrder(orderBody({ items }));
};

const ONE_UNIT: INodeParameters = { cancelLines: { entries: [{ id: 'L-1', quantity: 1 }] } };

const cancel = async (changes: INodeParameters = {}) =>
	onlyItem(await desk.run(byExternalId('cancel', 'SHOP-1', changes)));

const spoil = (fault: Fault) => desk.sandbox.faults.add({ method: 'POST', fault });

/** Units of the line that are cancelled. */
const cancelled = () => Object(desk.api.order('SHOP-1')?.items[0]).cancelled;

describe.each<[string, Fault, boolean]>([
	['the connection is cut after the work', { kind: 'cutAfter' }, true],
	['the answer is cut in the middle', { kind: 'cutDuring' }, true],
	['a page comes in place of the answer', { kind: 'notJson' }, true],
	['the connection is cut before the work', { kind: 'cutBefore' }, false],
	['the gateway answers 502', { kind: 'status', status: 502 }, false],
	['the request is not read to its end (408)', { kind: 'status', status: 408 }, false],
])('when %s', (_what, fault, isDone) => {
	it('the order is cancelled by one cancellation', async () => {
		add();
		spoil(fault);
		expect(await cancel()).toMatchObject({ outcome: 'cancelled', status: 'cancelled' });
		expect(desk.api.cancellations()).toHaveLength(1);
		expect(desk.posts()).toHaveLength(isDone ? 1 : 2);
	});

	it('one unit of a line is cancelled, and not two', async () => {
		add();
		spoil(fault);
		expect(await cancel(ONE_UNIT)).toMatchObject({ outcome: 'partlyCancelled' });
		expect(cancelled()).toBe(1);
	});

	it('a second unit is cancelled as well, though the same was cancelled just before', async () => {
		add();
		await cancel(ONE_UNIT);
		spoil(fault);
		expect(await cancel(ONE_UNIT)).toMatchObject({ outcome: 'partlyCancelled' });
		expect(cancelled()).toBe(2);
	});

	it('and nothing can be looked up, nothing is sent a second time, and the person is told', async () => {
		add();
		desk.always('GET', { kind: 'status', status: 403 }, /cancellations$/);
		desk.always('POST', fault);
		const [item] = output(await desk.run(byExternalId('cancel', 'SHOP-1'), goOn));
		expect(item?.outcome ?? item?.error).toMatch(
			/^(cancelled$|Digital River('s)? |Something other )/,
		);
		expect(desk.posts()).toHaveLength(1);
	});
});

it.each([
	['an hour behind', -3_600_000],
	['an hour ahead', 3_600_000],
])("one unit is cancelled, and not two, when the API's clock is %s", async (_what, ms) => {
	const { now } = desk.clock;
	desk.clock.now = () => now() + ms;
	add();
	spoil({ kind: 'cutAfter' });
	expect(await cancel(ONE_UNIT)).toMatchObject({ outcome: 'partlyCancelled' });
	expect(cancelled()).toBe(1);
});

it('two items that cancel a unit each cancel two, though both answers are lost', async () => {
	add();
	desk.sandbox.faults.add({ method: 'POST', fault: { kind: 'cutAfter' }, when: { times: 2 } });
	const parameters = byExternalId('cancel', 'SHOP-1', ONE_UNIT);
	const items = output(await desk.run(parameters, { input: [{}, {}] }));
	expect(items.map(({ outcome }) => outcome)).toEqual(['partlyCancelled', 'partlyCancelled']);
	expect(cancelled()).toBe(2);
});

it('a lost cancellation that is pending is told as asked for, and made once', async () => {
	add();
	desk.api.cancellationMode = 'pending';
	spoil({ kind: 'cutAfter' });
	expect(await cancel()).toMatchObject({ outcome: 'cancelRequested' });
	expect(desk.api.cancellations()).toHaveLength(1);
});

it('a lost cancellation that was rejected is told as rejected, and made once', async () => {
	add();
	desk.api.cancellationMode = 'reject';
	spoil({ kind: 'cutAfter' });
	const { error } = onlyErrorItem(await desk.run(byExternalId('cancel', 'SHOP-1'), goOn));
	expect(error).toMatch(/^Digital River rejected the cancellation/);
	expect(desk.api.cancellations()).toHaveLength(1);
});

it('an answer that is no list of cancellations finds nothing out, so nothing is sent again', async () => {
	add();
	desk.always('GET', { kind: 'status', status: 200, body: {} }, /cancellations$/);
	desk.always('POST', { kind: 'cutAfter' });
	await desk.run(byExternalId('cancel', 'SHOP-1', ONE_UNIT), goOn);
	expect(cancelled() ?? 0).toBeLessThanOrEqual(1);
	expect(desk.posts().length).toBeLessThanOrEqual(1);
});

it('a cancellation after which the order cannot be read is told, and not to be made again', async () => {
	add();
	desk.sandbox.faults.add({
		method: 'GET',
		path: /fulfillment-orders/,
		fault: { kind: 'status', status: 503 },
		when: { nth: [2, 3, 4, 5, 6, 7, 8] },
	});
	const items = output(await desk.run(byExternalId('cancel', 'SHOP-1', ONE_UNIT), goOn));
	expect(JSON.stringify(items)).toMatch(/cancel/i);
	expect(JSON.stringify(items)).not.toContain('Try again later');
	expect(cancelled()).toBe(1);
});
