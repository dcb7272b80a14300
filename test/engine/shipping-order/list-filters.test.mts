import type { INodeParameters } from 'n8n-workflow';
import { singleNode } from '../harness/run-node.mts';
import { pinDate } from '../support/pin-date.mts';
import { output, seenError } from '../support/seen.mts';
import { list } from '../support/shipment-calls.mts';
import { SHIPPING_ORDER, useShippingDesk } from '../support/shipping-desk.mts';

const desk = useShippingDesk();

const NOW = Date.parse('2026-01-15T12:00:00.000Z');
const at = (time: string) => Date.parse(time);

let unpin = (): void => undefined;
beforeEach(() => {
	unpin = pinDate(NOW);
});
afterEach(() => unpin());

const sentFor = async (filters: INodeParameters, changes: INodeParameters = {}) => {
	const items = output(await desk.run(list(filters, changes)));
	const [body, ...more] = desk.bodies('POST', '/shipments/list');
	expect(more).toEqual([]);
	return { body, ids: items.map(({ externalOrderId }) => externalOrderId) };
};

describe('what a filter of the panel is on the wire', () => {
	it.each<[string, INodeParameters, object]>([
		['Group ID', { groupId: 'Order-1' }, { groupId: 'Order-1' }],
		['Group ID, a number of an expression', { groupId: 4711 }, { groupId: '4711' }],
		['Status', { status: ['ORDER_FAILED'] }, { status: ['ORDER_FAILED'] }],
		[
			'Status, as text of an expression',
			{ status: 'ORDER_FAILED, STAGED' },
			{ status: ['ORDER_FAILED', 'STAGED'] },
		],
		[
			'IDs with commas',
			{ externalOrderIds: 'A, B/2 ,#3' },
			{ orderExternalIds: ['A', 'B/2', '#3'] },
		],
		['IDs line by line', { externalOrderIds: 'A\nB\n' }, { orderExternalIds: ['A', 'B'] }],
		[
			'IDs as a list with numbers',
			{ externalOrderIds: '={{ [1001, "A"] }}' },
			{ orderExternalIds: ['1001', 'A'] },
		],
		['Location IDs', { locationIds: '7709, 100983' }, { locationExternalIds: ['7709', '100983'] }],
		[
			'one ID that is a number',
			{ externalOrderIds: '={{ 7709 }}' },
			{ orderExternalIds: ['7709'] },
		],
		[
			'Pickup Starts From and Delivery Ends By',
			{ pickupStartsFrom: '2026-01-10T08:00:00Z', deliveryEndsBy: '2026-01-12T08:00:00Z' },
			{
				pickupTime: { startsAt: at('2026-01-10T08:00:00Z') },
				deliveryTime: { endsAt: at('2026-01-12T08:00:00Z') },
			},
		],
		[
			'Created After and Created Before',
			{ createdAfter: '2026-01-10T08:00:00+02:00', createdBefore: '2026-01-11T08:00:00.5Z' },
			{
				createdAt: {
					startsAt: at('2026-01-10T06:00:00Z'),
					endsAt: at('2026-01-11T08:00:00.500Z'),
				},
			},
		],
		[
			'Created After alone, up to now',
			{ createdAfter: '2026-01-10T08:00:00Z' },
			{ createdAt: { startsAt: at('2026-01-10T08:00:00Z'), endsAt: NOW } },
		],
		[
			'Updated After alone, up to now',
			{ updatedAfter: '={{ $now.minus({ days: 2 }) }}' },
			{ lastUpdatedAt: { startsAt: NOW - 2 * 86_400_000, endsAt: NOW } },
		],
		[
			'a date object of an expression',
			{ updatedAfter: '={{ new Date("2026-01-10T08:00:00Z") }}' },
			{ lastUpdatedAt: { startsAt: at('2026-01-10T08:00:00Z'), endsAt: NOW } },
		],
		[
			'Unix milliseconds of an expression',
			{ updatedAfter: '={{ 1768032000000 }}' },
			{ lastUpdatedAt: { startsAt: 1768032000000, endsAt: NOW } },
		],
		[
			'exactly 30 days, in one call',
			{ createdAfter: '2025-12-16T12:00:00Z' },
			{
				createdAt: { startsAt: at('2025-12-16T12:00:00Z'), endsAt: NOW },
			},
		],
		[
			'nothing, where all filters were left empty',
			{
				createdAfter: '',
				externalOrderIds: '',
				groupId: '',
				status: [],
			},
			{},
		],
	])('%s', async (_name, filters, expected) => {
		const { body } = await sentFor(filters);
		expect(body).toEqual({ limit: 1000, ...expected });
	});

	it.each([1, 100])('%i IDs are sent as they are', async (count) => {
		const ids = Array.from({ length: count }, (_, index) => `SHOP-${index}`);
		const { body } = await sentFor({ externalOrderIds: ids.join(',') });
		expect(body).toEqual({ limit: 1000, orderExternalIds: ids });
	});

	it('Shipments per Request is the limit of each call', async () => {
		const { body } = await sentFor({}, { options: { pageSize: 200 } });
		expect(body).toEqual({ limit: 200 });
	});

	it('a date without a zone is in the zone of the workflow', async () => {
		const { workflow, run } = singleNode(
			SHIPPING_ORDER,
			list({ createdAfter: '2026-01-10T08:00:00', createdBefore: '2026-01-11T08:00:00' }),
			{ credentials: desk.credentials() },
		);
		const settings = { timezone: 'America/New_York' };
		output(await desk.engine.runWorkflow({ ...workflow, settings }, run));
		const createdAt = { startsAt: at('2026-01-10T13:00:00Z'), endsAt: at('2026-01-11T13:00:00Z') };
		expect(desk.bodies('POST', '/shipments/list')).toEqual([{ limit: 1000, createdAt }]);
	});
});

describe('what a filter lets through', () => {
	beforeEach(() => {
		const rows = [
			['A', '2026-01-15T11:00:00.000Z', 'ORDER_DELIVERED', '7709', 'Group'],
			['B', '2026-01-14T11:00:00.000Z', 'ORDER_FAILED', '7709', 'group'],
			['C', '2026-01-13T11:00:00.000Z', 'ORDER_DELIVERED', '301', null],
			['D', '2025-10-13T11:00:00.000Z', 'ORDER_FAILED', '301', null],
		] as const;
		for (const [orderExternalId, createdAt, status, locationExternalId, groupId] of rows) {
			desk.api.addShipment({ orderExternalId, createdAt, status, locationExternalId, groupId });
		}
	});

	it.each<[string, INodeParameters, string[]]>([
		['nothing: those of the last 24 hours', {}, ['A']],
		['a status, however old', { status: ['ORDER_FAILED'] }, ['B', 'D']],
		['two statuses', { status: ['ORDER_FAILED', 'ORDER_DELIVERED'] }, ['A', 'B', 'C', 'D']],
		['a location', { locationIds: '301' }, ['C', 'D']],
		['IDs, and those that do not exist are no error', { externalOrderIds: 'D,X,A' }, ['A', 'D']],
		['a group, capital letters counted', { groupId: 'group' }, ['B']],
		['the time it was made', { createdAfter: '2026-01-13T11:00:00Z' }, ['A', 'B', 'C']],
		[
			'several at once',
			{ createdAfter: '2026-01-01T00:00:00Z', status: ['ORDER_DELIVERED'], locationIds: '301' },
			['C'],
		],
	])('%s', async (_name, filters, expected) => {
		expect((await sentFor(filters)).ids).toEqual(expected);
	});

	it('may be nothing at all: no items, and no error', async () => {
		const result = await desk.run(list({ groupId: 'nobody' }));
		expect(output(result)).toEqual([]);
		expect(result.status).toBe('success');
	});

	it('is read for each incoming item', async () => {
		const input = ['301', '7709', 'nowhere'].map((place) => ({ place }));
		const items = output(await desk.run(list({ locationIds: '={{ $json.place }}' }), { input }));
		expect(items.map(({ externalOrderId }) => externalOrderId)).toEqual(['C', 'D', 'A', 'B']);
	});
});

it('a status that the API does not know is told with its words', async () => {
	const { message, description, httpCode } = seenError(
		await desk.run(list({ status: '={{ ["LOST"] }}' })),
	);
	expect(message).toMatch(
		/^Delivery Solutions does not know or allow a value: .*status.* \(HTTP 400\) \[item 0\]$/,
	);
	expect(description).toContain('INVALID_DATA');
	expect(httpCode).toBe('400');
});
