import type { INodeParameters } from 'n8n-workflow';
import { useDigitalRiverDesk } from '../support/digital-river-desk.mts';
import { onlyErrorItem, output, seenError } from '../support/seen.mts';

const desk = useDigitalRiverDesk();

beforeEach(() => {
	desk.api.addOrders(5, (index) => ({ id: 1001 + index, upstreamId: `SHOP-${index + 1}` }));
	desk.api.addOrder({ id: 2001, upstreamId: 'a,b' });
});

const listed = async (filters: INodeParameters, changes: INodeParameters = {}) => {
	const parameters = { operation: 'getAll', returnAll: true, filters, ...changes };
	return output(await desk.run(parameters, { input: [{ ids: [1002, 1004] }] })).map(
		({ externalOrderId }) => externalOrderId,
	);
};

const refused = async (filters: INodeParameters, changes: INodeParameters = {}) =>
	seenError(await desk.run({ operation: 'getAll', filters, ...changes })).message;

describe('the filter for', () => {
	it.each<[string, INodeParameters]>([
		['IDs as text with commas', { ids: '1002, 1004' }],
		['IDs as text in lines', { ids: '1002\n1004\n' }],
		['IDs as a list of numbers', { ids: '={{ $json.ids }}' }],
		['IDs as a list of texts', { ids: '={{ ["1002", "1004"] }}' }],
		['IDs some of which there are not', { ids: '1002,9,1004' }],
		['external IDs as text', { externalOrderIds: 'SHOP-2, SHOP-4' }],
		['external IDs as a list', { externalOrderIds: '={{ ["SHOP-4", "SHOP-2"] }}' }],
		['both', { ids: '1001,1002,1004', externalOrderIds: 'SHOP-2,SHOP-4,SHOP-5' }],
	])('%s gives these orders, the newest first', async (_what, filters) => {
		expect(await listed(filters)).toEqual(['SHOP-4', 'SHOP-2']);
	});

	it('one ID that is a number gives that order', async () => {
		expect(await listed({ ids: '={{ 1002 }}' })).toEqual(['SHOP-2']);
	});

	it('an external ID with a comma in it can be given as a list', async () => {
		expect(await listed({ externalOrderIds: '={{ ["a,b"] }}' })).toEqual(['a,b']);
	});

	it('IDs that have blanks around them in a list finds them', async () => {
		expect(await listed({ externalOrderIds: '={{ [" SHOP-2 "] }}' })).toEqual(['SHOP-2']);
	});

	it('an ID goes on behind a cursor', async () => {
		expect(await listed({ ids: '1001,1003,1005', startingAfter: '1004' })).toEqual([
			'SHOP-3',
			'SHOP-1',
		]);
	});

	it('IDs sends each of them under the same name', async () => {
		await listed({ ids: '1002,1004', externalOrderIds: 'SHOP-2,SHOP-4' });
		expect(desk.sandbox.log.all().map(({ query }) => query)).toEqual([
			{ limit: '100', ids: ['1002', '1004'], upstreamIds: ['SHOP-2', 'SHOP-4'] },
		]);
	});

	it('150 IDs gives 150 orders', async () => {
		desk.api.addOrders(150, (index) => ({ id: 3001 + index, upstreamId: `MORE-${index}` }));
		const ids = `={{ Array.from({ length: 150 }, (_, index) => 3001 + index) }}`;
		expect(await listed({ ids })).toHaveLength(150);
	});

	it.each(['', '  ', ' , '])('IDs that are empty text ("%s") gives all orders', async (ids) => {
		expect(await listed({ ids, externalOrderIds: ids })).toHaveLength(6);
	});

	it.each(['', '  '])('a cursor that is empty text ("%s") gives all orders', async (cursor) => {
		expect(await listed({ startingAfter: cursor, endingBefore: cursor })).toHaveLength(6);
	});
});

describe('what cannot be meant is refused, and nothing is sent', () => {
	afterEach(() => {
		expect(desk.sent()).toEqual([]);
	});

	it.each([
		['Order IDs', 'ids'],
		['External Order IDs', 'externalOrderIds'],
	])('a list for %s that holds none does not mean all orders', async (label, name) => {
		expect(await refused({ [name]: '={{ [] }}' })).toBe(`'${label}' holds no ID [item 0]`);
	});

	it.each([
		['Order IDs', 'ids', '={{ [null] }}', "'Order IDs' has the ID null, but must hold texts"],
		['Order IDs', 'ids', '={{ { a: 1 } }}', "'Order IDs' must be a list"],
		['External Order IDs', 'externalOrderIds', '={{ [{}] }}', "'External Order IDs' has the ID {}"],
	])('%s: %s = %s', async (_label, name, value, message) => {
		expect(await refused({ [name]: value })).toContain(message);
	});

	it.each([0, 101, 1.5, -1, '={{ "many" }}', '={{ null }}'])('a limit of %s', async (limit) => {
		expect(await refused({}, { limit })).toBe(
			"'Limit' must be a whole number from 1 to 100 [item 0]",
		);
	});

	it('both cursors at once', async () => {
		expect(await refused({ startingAfter: '1001', endingBefore: '1004' })).toBe(
			"'Starting After' and 'Ending Before' are both given [item 0]",
		);
	});
});

it.each([
	['Starting After', 'startingAfter'],
	['Ending Before', 'endingBefore'],
])('an order for %s that there is not is told by that name', async (label, name) => {
	const parameters = { operation: 'getAll', filters: { [name]: '404' } };
	const result = await desk.run(parameters, { onError: 'continueRegularOutput' });
	expect(onlyErrorItem(result).details).toMatchObject({
		what: expect.stringMatching(/^Digital River refused the values: .*"404" \(HTTP 400\)$/),
		field: label,
		code: 'invalid_parameter',
		transient: false,
	});
	expect(desk.sent()).toHaveLength(1);
});
