import type { INodeParameters } from 'n8n-workflow';
import { MUG, orderBody, useDigitalRiverDesk } from '../support/digital-river-desk.mts';
import { byExternalId } from '../support/order-parameters.mts';
import { onlyErrorItem, onlyItem, seenError } from '../support/seen.mts';

const desk = useDigitalRiverDesk();

const LINES = [
	{ id: '501', upstreamId: 'L-1', inventoryItemId: MUG, quantity: 4 },
	{ id: '502', upstreamId: 'L-2', inventoryItemId: 'tee', quantity: 2 },
];

const add = (items: object[] = LINES) =>
	desk.api.addOrder(orderBody({ items: items.map((line) => ({ ...line })) }));

const cancel = (...entries: INodeParameters[]) =>
	desk.run(byExternalId('cancel', 'SHOP-1', { cancelLines: { entries } }));

const sentItems = () =>
	desk
		.bodies('/fulfillment-cancellations')
		.flatMap((body) => Object(body).items)
		.map(({ fulfillmentOrderItemId, quantity }) => [fulfillmentOrderItemId, quantity]);

describe('a line is chosen', () => {
	it.each([
		['its ID', '502'],
		['its ID as a number', '={{ 502 }}'],
		["the person's own ID of it", 'L-2'],
		['its product', 'tee'],
		['its ID with blanks around it', ' 502 '],
	])('by %s', async (_by, id) => {
		add();
		expect(onlyItem(await cancel({ id, quantity: 1 }))).toMatchObject({
			outcome: 'partlyCancelled',
			status: 'pending',
			message: '1 of 1 units of Order "SHOP-1" were cancelled; the rest of the order stays.',
		});
		expect(sentItems()).toEqual([['502', 1]]);
	});

	it.each([0, '={{ "" }}', '={{ null }}', '={{ $json.nothing }}'])(
		'with all its open units when Quantity is %s',
		async (quantity) => {
			add();
			await cancel({ id: 'L-1', quantity });
			expect(sentItems()).toEqual([['501', 4]]);
		},
	);

	it('with a quantity that is text', async () => {
		add();
		await cancel({ id: 'L-1', quantity: '={{ "3" }}' });
		expect(sentItems()).toEqual([['501', 3]]);
	});

	it('beside others, and the order is cancelled when nothing is left of it', async () => {
		add();
		const result = onlyItem(await cancel({ id: 'L-1', quantity: 4 }, { id: 'tee', quantity: 0 }));
		expect(result).toMatchObject({ outcome: 'cancelled', status: 'cancelled' });
		expect(sentItems()).toEqual([
			['501', 4],
			['502', 2],
		]);
	});

	it('by its own ID first, even where another line has that for an ID of yours', async () => {
		add([{ ...LINES[0], upstreamId: '502' }, { ...LINES[1] }]);
		await cancel({ id: '502', quantity: 1 });
		expect(sentItems()).toEqual([['502', 1]]);
	});

	it('by its product where the first line with that product has nothing open', async () => {
		const gone = { pending: 0, backordered: 0, shipped: 0, cancelled: 4, returned: 0 };
		add([
			{ ...LINES[0], ...gone },
			{ ...LINES[1], inventoryItemId: MUG },
		]);
		onlyItem(await cancel({ id: MUG, quantity: 1 }));
		expect(sentItems()).toEqual([['502', 1]]);
	});

	it('again, and one unit more of it is cancelled', async () => {
		add();
		await cancel({ id: 'L-1', quantity: 1 });
		await cancel({ id: 'L-1', quantity: 1 });
		expect(desk.api.order('SHOP-1')?.items[0]).toMatchObject({ pending: 2, cancelled: 2 });
	});
});

describe('what cannot be cancelled is refused, and nothing is sent that changes anything', () => {
	afterEach(() => {
		expect(desk.posts()).toEqual([]);
	});

	it('more units than are open', async () => {
		add();
		const { message, description } = seenError(await cancel({ id: 'L-1', quantity: 5 }));
		expect(message).toBe(`'Quantity' of the line item "L-1" is 5, but 4 can be cancelled [item 0]`);
		expect(description).toBe('Give a number from 1 to 4.');
	});

	it('more units than are open, in two entries for the same line', async () => {
		add();
		const run = cancel({ id: 'L-1', quantity: 3 }, { id: '501', quantity: 2 });
		const { message } = seenError(await run);
		expect(message).toMatch(/^'Quantity' of the line item "(L-1|501)" is (2|5), but \d can be/);
	});

	it('a line that the order does not have', async () => {
		add();
		const { message, description } = seenError(await cancel({ id: 'L-9', quantity: 1 }));
		expect(message).toBe('Order "SHOP-1" has no line item "L-9" [item 0]');
		expect(description).toContain("'Lines to Cancel'");
	});

	it.each([0, 1])('%i units of a line of which nothing is open', async (quantity) => {
		const gone = { pending: 0, backordered: 0, shipped: 4, cancelled: 0, returned: 0 };
		add([{ ...LINES[0], ...gone }, { ...LINES[1] }]);
		const { message, description } = seenError(await cancel({ id: 'L-1', quantity }));
		expect(message).toContain('"L-1"');
		expect(message).not.toContain('is 0');
		expect(description).not.toContain('from 1 to 0');
	});

	it.each([-1, 1.5, '={{ "many" }}', '={{ "2 pieces" }}', '={{ {} }}'])(
		'a quantity of %s',
		async (quantity) => {
			add();
			const { message } = seenError(await cancel({ id: 'L-1', quantity }));
			expect(message).toBe(`'Quantity' of the line item "L-1" must be a whole number [item 0]`);
			expect(desk.sent()).toEqual([]);
		},
	);

	it.each(['={{ "" }}', '={{ null }}', '  '])('a line without a name: %s', async (id) => {
		add();
		const { message } = seenError(await cancel({ id, quantity: 1 }));
		expect(message).toBe(`'Line Item' of 'Lines to Cancel' is empty [item 0]`);
		expect(desk.sent()).toEqual([]);
	});

	it('is told in its error item by the name in the panel', async () => {
		add();
		const parameters = byExternalId('cancel', 'SHOP-1', {
			cancelLines: { entries: [{ id: 'L-1', quantity: 9 }] },
		});
		const result = await desk.run(parameters, { onError: 'continueRegularOutput' });
		expect(onlyErrorItem(result).details.field).toBe('Lines to Cancel');
	});
});
