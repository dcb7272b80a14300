import { closeBenches } from '../helpers.mts';
import { openDesk, refusal, type Desk } from './desk.mts';

let desk: Desk;
beforeEach(async () => {
	desk = await openDesk();
});
afterEach(closeBenches);

test('cancellations are listed newest first, filtered and in pages', async () => {
	const order = (await desk.create()).data;
	const cancel = (line: number, upstreamId: string) =>
		desk.river.post('/fulfillment-cancellations', {
			fulfillmentOrderId: String(order.id),
			upstreamId,
			items: [{ fulfillmentOrderItemId: order.items[line].id, quantity: 1 }],
		});
	const first = (await cancel(0, 'a')).data;
	desk.control.cancellationMode = 'reject';
	const second = (await cancel(1, 'b')).data;
	const list = async (query: string) =>
		(await desk.river.get(`/fulfillment-cancellations${query}`)).data;
	expect(await list('')).toEqual({ hasMore: false, data: [second, first] });
	expect(await list('?limit=1')).toEqual({ hasMore: true, data: [second] });
	expect((await list(`?startingAfter=${second.id}`)).data).toEqual([first]);
	expect((await list(`?endingBefore=${first.id}`)).data).toEqual([second]);
	expect((await list('?state=rejected')).data).toEqual([second]);
	expect((await list(`?ids=${first.id}&ids=x`)).data).toEqual([first]);
	expect((await list('?upstreamIds[]=b')).data).toEqual([second]);
	expect((await list('?inventoryItemId=mug')).data).toEqual([first]);
	expect((await list(`?fulfillmentOrderId=${order.id}`)).data).toHaveLength(2);
	expect((await list('?fulfillmentOrderId=1')).data).toEqual([]);
	expect(await list('?offset=1')).toEqual(refusal('bad_request', 'unknown_parameter', 'offset'));
});

test('a cancellation that nobody made is not found', async () => {
	const { status, data } = await desk.river.get('/fulfillment-cancellations/ret_1');
	expect([status, data]).toEqual([404, refusal('not_found', 'not_found')]);
});
