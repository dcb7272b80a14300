import type { IDataObject } from 'n8n-workflow';
import EXAMPLE from '../../fixtures/delivery-solutions/list-request.json';
import { getAll } from '../../../nodes/ShippingOrder/operations/getAll.ts';
import { labelsOf } from '../support/panel.mts';
import { placesFilled, placesIn } from '../support/panel-names.mts';
import { refusalOf, sentBody } from '../support/sent-body.mts';

const STARTS = new Date(EXAMPLE.createdAt.startsAt).toISOString();
const ENDS = new Date(EXAMPLE.createdAt.endsAt).toISOString();

/** The panel of Get Many with every filter filled in. */
const FULL: IDataObject = {
	returnAll: true,
	filters: {
		createdAfter: STARTS,
		createdBefore: ENDS,
		deliveryEndsBy: ENDS,
		externalOrderIds: '1908241',
		locationIds: '100983',
		pickupStartsFrom: STARTS,
		status: EXAMPLE.status,
		updatedAfter: STARTS,
		updatedBefore: ENDS,
		groupId: 'ORDER-1001',
	},
	options: { pageSize: 100, startAt: EXAMPLE.paginationToken },
	simplify: false,
};

const list = async (filters: IDataObject) => await sentBody(getAll, { returnAll: true, filters });
const refusal = async (filters: IDataObject, more: IDataObject = {}) =>
	await refusalOf(getAll, { returnAll: true, filters, ...more });

it('the panel of Get Many, filled in whole, is the whole panel', () => {
	const isMeant = (place: string) => place.startsWith('filters.');
	expect(placesFilled(FULL).filter(isMeant)).toEqual(placesIn(getAll.properties).filter(isMeant));
});

it('and gives the documented request', async () => {
	expect(await sentBody(getAll, FULL)).toEqual({ ...EXAMPLE, groupId: 'ORDER-1001' });
});

it('no filter is no filter on the wire', async () => {
	expect(await list({})).toEqual({ limit: 1000 });
});

it.each<[string, IDataObject, IDataObject]>([
	['a text with commas', { externalOrderIds: 'A, B,,C ' }, { orderExternalIds: ['A', 'B', 'C'] }],
	['a list with blanks', { externalOrderIds: [' A', '', 'B\n'] }, { orderExternalIds: ['A', 'B'] }],
	['a list', { externalOrderIds: ['A', 'B'] }, { orderExternalIds: ['A', 'B'] }],
	['a number', { locationIds: 7709 }, { locationExternalIds: ['7709'] }],
	['a list of numbers', { locationIds: [7709, 7710] }, { locationExternalIds: ['7709', '7710'] }],
	['one state', { status: 'ORDER_FAILED' }, { status: ['ORDER_FAILED'] }],
	['a state that is new', { status: ['ORDER_TELEPORTED'] }, { status: ['ORDER_TELEPORTED'] }],
	['a number for the group', { groupId: 5 }, { groupId: '5' }],
	[
		'times in the zone of the workflow',
		{ createdAfter: '2026-01-01T00:00:00', createdBefore: '2026-01-02T00:00:00' },
		{
			createdAt: {
				startsAt: Date.parse('2026-01-01T05:00:00Z'),
				endsAt: Date.parse('2026-01-02T05:00:00Z'),
			},
		},
	],
	[
		'dates of JavaScript',
		{ updatedAfter: new Date(STARTS), updatedBefore: new Date(ENDS) },
		{ lastUpdatedAt: EXAMPLE.lastUpdatedAt },
	],
	[
		'a window of no length',
		{ createdAfter: STARTS, createdBefore: STARTS },
		{ createdAt: { startsAt: EXAMPLE.createdAt.startsAt, endsAt: EXAMPLE.createdAt.startsAt } },
	],
	['what is empty, which is left out', { groupId: '', createdAfter: '', status: [] }, {}],
])('a filter may be %s', async (_what, filters, body) => {
	expect(await list(filters)).toEqual({ limit: 1000, ...body });
});

describe('a window without an end', () => {
	beforeEach(() => jest.useFakeTimers({ now: Date.parse('2026-01-15T12:00:00Z') }));
	afterEach(() => jest.useRealTimers());

	it.each([
		['created', 'createdAt'],
		['updated', 'lastUpdatedAt'],
	])('reaches to now, as the API wants both ends: %sAfter', async (name, key) => {
		expect(await list({ [`${name}After`]: '2026-01-10T00:00:00Z' })).toEqual({
			limit: 1000,
			[key]: {
				startsAt: Date.parse('2026-01-10T00:00:00Z'),
				endsAt: Date.parse('2026-01-15T12:00:00Z'),
			},
		});
	});

	it('is not turned round where it begins in the future', async () => {
		const at = Date.parse('2027-01-01T00:00:00Z');
		expect(await list({ createdAfter: at })).toMatchObject({
			createdAt: { startsAt: at, endsAt: at },
		});
	});
});

const many = Array.from({ length: 101 }, (_, index) => `S${index}`);
const REFUSED: Array<[string, IDataObject, string]> = [
	[
		'created before without created after',
		{ createdBefore: ENDS },
		"'Created Before' is given without 'Created After'",
	],
	[
		'updated before without updated after',
		{ updatedBefore: ENDS },
		"'Updated Before' is given without 'Updated After'",
	],
	[
		'a pickup without a delivery',
		{ pickupStartsFrom: STARTS },
		"'Pickup Starts From' is given without 'Delivery Ends By'",
	],
	[
		'a delivery without a pickup',
		{ deliveryEndsBy: ENDS },
		"'Delivery Ends By' is given without 'Pickup Starts From'",
	],
	[
		'a creation that ends before it starts',
		{ createdAfter: ENDS, createdBefore: STARTS },
		"'Created Before' is before 'Created After'",
	],
	[
		'an update that ends before it starts',
		{ updatedAfter: ENDS, updatedBefore: STARTS },
		"'Updated Before' is before 'Updated After'",
	],
	[
		'101 external IDs',
		{ externalOrderIds: many },
		"'External Order IDs' holds 101 entries, but at most 100 are allowed",
	],
	[
		'101 locations',
		{ locationIds: many.join(',') },
		"'Location IDs' holds 101 entries, but at most 100 are allowed",
	],
	[
		'no date',
		{ createdAfter: 'soon' },
		'\'Created After\' is "soon", which is not a date and time',
	],
	[
		'a day that no calendar has',
		{ updatedAfter: '2026-02-31' },
		'\'Updated After\' is "2026-02-31", which is not a date and time',
	],
	[
		'seconds',
		{ pickupStartsFrom: 1651402682, deliveryEndsBy: ENDS },
		"'Pickup Starts From' is 1651402682, which is not Unix time in milliseconds",
	],
	['no text for the group', { groupId: ['A'] }, '\'Group ID\' is ["A"], but must be text'],
	['no texts for the states', { status: [{}] }, "'Status' has the status {}, but must hold texts"],
];

describe('filters that the API would refuse are refused before anything is sent', () => {
	it.each(REFUSED)('%s', async (_what, filters, what) => {
		expect(await refusal(filters)).toMatchObject({ kind: 'input', what });
	});

	it.each([
		['External Order IDs', 'externalOrderIds', []],
		['External Order IDs', 'externalOrderIds', ['', ' ']],
		['Location IDs', 'locationIds', ['']],
	])('a list for %s that holds none, as it would mean all: %s %j', async (label, name, ids) => {
		expect(await refusal({ [name]: ids })).toEqual({
			kind: 'input',
			what: `'${label}' holds no ID`,
			fix: 'Give at least one, or take the filter away to list all shipments.',
			field: label,
		});
	});

	it('in the words of the panel', async () => {
		const labels = labelsOf(getAll.properties);
		for (const [, filters] of REFUSED) {
			const { what, fix, field = '' } = await refusal(filters);
			const named = [...`${what} ${fix}`.matchAll(/'([A-Z][^']*)'/g)].map(([, label]) => label);
			for (const label of [...named, field]) expect(labels).toContain(label);
		}
	});

	it('100 IDs are none too many', async () => {
		const ids = many.slice(1);
		expect(await list({ externalOrderIds: ids })).toMatchObject({ orderExternalIds: ids });
	});
});

describe('the options of Get Many', () => {
	it.each([0, -1, 1001, 1.5, 'many', true])('the page size may not be %j', async (pageSize) => {
		expect(await refusal({}, { options: { pageSize } })).toMatchObject({
			kind: 'input',
			field: 'Shipments per Request',
		});
	});

	it.each([
		[1, 1],
		[1000, 1000],
		['250', 250],
		['', 1000],
	])('the page size may be %j', async (pageSize, limit) => {
		const panel = { returnAll: true, filters: {}, options: { pageSize } };
		expect(await sentBody(getAll, panel)).toEqual({ limit });
	});

	it('a token to start at cannot belong to a window that is listed in parts', async () => {
		const filters = { createdAfter: '2026-01-01T00:00:00Z', createdBefore: '2026-03-01T00:00:00Z' };
		expect(await refusal(filters, { options: { startAt: 'abc' } })).toMatchObject({
			kind: 'input',
			field: 'Start At',
		});
	});

	it('fewer are asked for where fewer are wanted', async () => {
		const panel = { returnAll: false, limit: 50, filters: {}, options: {} };
		expect(await sentBody(getAll, panel)).toEqual({ limit: 50 });
	});
});
