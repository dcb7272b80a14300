import type { INodeParameters } from 'n8n-workflow';
import { useOrderDesk } from '../support/order-desk.mts';
import { createParameters, line } from '../support/order-parameters.mts';
import { onlyErrorItem, onlyItem, seenError } from '../support/seen.mts';

const desk = useOrderDesk();

type Changes = (desk: { sku(index?: number): string }) => INodeParameters;

const KNOWN = 'Flexport already has an order with the external order ID "SHOP-1"';

const create = (changes: INodeParameters = {}) => desk.run(createParameters(desk.sku(), changes));

/** The order that is in the way. */
const existing = async (changes: INodeParameters = {}): Promise<unknown> => {
	const { id } = onlyItem(await create(changes));
	desk.sandbox.log.clear();
	return id;
};

/** Ways in which people give the same order once more. */
const SAME: Array<[string, Changes]> = [
	['everything', () => ({})],
	['a postal code with its four digits added', () => ({ postalCode: '94105-1804' })],
	['a name in capitals with other blanks', () => ({ recipientName: ' ADA  LOVELACE ' })],
	['the country in lower case', () => ({ countryCode: 'us' })],
];

const DIFFERENT: Array<[string, Changes, string]> = [
	[
		'another product',
		({ sku }) => ({ lineItems: { item: [line(sku(1))] } }),
		'its line items differ',
	],
	['another quantity', ({ sku }) => ({ lineItems: { item: [line(sku(0), 2)] } }), 'line items'],
	[
		'one more line',
		({ sku }) => ({ lineItems: { item: [line(sku(0)), line(sku(1))] } }),
		'its line items differ',
	],
	['another name', () => ({ recipientName: 'Charles Babbage' }), "its recipient's name differs"],
	['another postal code', () => ({ postalCode: '94106' }), 'its postal code differs'],
	['another country', () => ({ countryCode: 'CA' }), 'its country differs'],
];

const bound = { sku: (index?: number) => desk.sku(index) };

describe('the same order once more', () => {
	it.each(SAME)('is returned by default: %s', async (_name, changes) => {
		const id = await existing();
		expect(onlyItem(await create(changes(bound)))).toMatchObject({
			id,
			outcome: 'alreadyExisted',
			message: `${KNOWN}. It was not made again.`,
		});
		expect(desk.sandbox.flexport.orders()).toHaveLength(1);
	});

	it('is returned as the API has it with Simplify off', async () => {
		const id = await existing();
		const raw = onlyItem(await create({ simplify: false }));
		expect(raw).toMatchObject({ id, state: { internalStatus: 'CREATED' } });
	});

	it('is returned with the state it has come to', async () => {
		await existing();
		desk.sandbox.flexport.setOrder('SHOP-1', { internalStatus: 'CANCELLED' });
		expect(onlyItem(await create())).toMatchObject({
			outcome: 'alreadyExisted',
			status: 'cancelled',
		});
	});

	it('is returned whatever the order of its lines', async () => {
		const lines = [line(desk.sku(0), 2), line(desk.sku(1), 3)];
		const id = await existing({ lineItems: { item: lines } });
		const again = await create({ lineItems: { item: [...lines].reverse() } });
		expect(onlyItem(again)).toMatchObject({ id, outcome: 'alreadyExisted' });
	});

	it.each(SAME)('fails where Options say so: %s', async (_name, changes) => {
		const id = await existing();
		const result = await create({ ...changes(bound), options: { ifExists: 'fail' } });
		const { message, description, httpCode } = seenError(result);
		expect(message).toBe(`${KNOWN} [item 0]`);
		expect(description).toContain(`The order that exists has the ID ${String(id)}.`);
		expect(description).toContain("set 'If Order Already Exists' to 'Return It'");
		expect(description).toContain('code DUPLICATE_ORDER');
		expect(httpCode).toBe('409');
	});
});

describe.each(['return', 'fail'])(
	'a different order with the same ID (if exists: %s)',
	(ifExists) => {
		it.each(DIFFERENT)(
			'is refused, and the difference is told: %s',
			async (_name, changes, what) => {
				const id = await existing();
				const parameters = { ...changes(bound), options: { ifExists } };
				const { message, description } = seenError(await create(parameters));
				expect(message).toContain(`${KNOWN}, and it is a different order: `);
				expect(message).toContain(what);
				expect(description).toMatch(/^Nothing was created\. .*'External Order ID'/);
				expect(description).toContain(String(id));
				expect(desk.sandbox.flexport.orders()).toHaveLength(1);
			},
		);

		it('is refused as an error item where the node goes on', async () => {
			await existing();
			const parameters = createParameters(desk.sku(1), { options: { ifExists } });
			const result = await desk.run(parameters, { onError: 'continueErrorOutput' });
			const { details } = onlyErrorItem(result);
			expect(details).toMatchObject({
				code: 'DUPLICATE_ORDER',
				field: 'External Order ID',
				httpCode: '409',
				transient: false,
			});
		});
	},
);

describe('how Flexport says that an order exists', () => {
	it.each([
		[{ status: 409, word: ['code', 'type'] }],
		[{ status: 409, word: [] }],
		[{ status: 400, word: ['title'] }],
		[{ status: 422, word: ['type'] }],
		[{ status: 422, word: ['code'] }],
	] as Array<[typeof desk.sandbox.flexport.duplicateAnswer]>)(
		'is understood in the form %j',
		async (duplicateAnswer) => {
			desk.sandbox.flexport.duplicateAnswer = duplicateAnswer;
			const id = await existing();
			expect(onlyItem(await create())).toMatchObject({ id, outcome: 'alreadyExisted' });
			const different = await create({ recipientName: 'Charles Babbage' });
			expect(seenError(different).message).toContain("its recipient's name differs");
		},
	);
});

describe('with Look Up First', () => {
	const lookUpFirst = { options: { lookUpFirst: true } };

	it('a new order is looked for and then made', async () => {
		expect(onlyItem(await create(lookUpFirst)).outcome).toBe('created');
		expect(desk.sent()).toEqual(['GET /orders/external_id/SHOP-1', 'POST /orders']);
	});

	it('an order that exists is returned, and nothing is sent that could make one', async () => {
		const id = await existing();
		const again = onlyItem(await create(lookUpFirst));
		expect(again).toMatchObject({ id, outcome: 'alreadyExisted' });
		expect(desk.sent()).toEqual(['GET /orders/external_id/SHOP-1']);
	});

	it('an order that exists fails where Options say so', async () => {
		await existing();
		const options = { ...lookUpFirst.options, ifExists: 'fail' };
		expect(seenError(await create({ options })).message).toBe(`${KNOWN} [item 0]`);
		expect(desk.sent()).toEqual(['GET /orders/external_id/SHOP-1']);
	});

	it('a different order is refused', async () => {
		await existing();
		const different = await create({ ...lookUpFirst, recipientName: 'Charles Babbage' });
		expect(seenError(different).message).toContain("its recipient's name differs");
	});

	it('is an order that a lost answer has made still told as created', async () => {
		desk.sandbox.faults.add({ method: 'POST', fault: { kind: 'cutAfter' } });
		expect(onlyItem(await create(lookUpFirst)).outcome).toBe('created');
	});
});

it('a lost answer does not pass off an order of other content as the one to be made', async () => {
	await existing();
	desk.sandbox.faults.add({ method: 'POST', fault: { kind: 'cutAfter' } });
	const different = await create({ recipientName: 'Charles Babbage' });
	expect(seenError(different).message).toContain("its recipient's name differs");
});

it("another account's order is not in the way", async () => {
	await existing();
	const { token } = desk.sandbox.flexport.addAccount();
	const { logisticsSku } = desk.sandbox.flexport.addProduct({ name: 'A', merchantSku: 'A' }, token);
	const credentials = desk.credentials({ apiToken: token });
	const result = await desk.run(createParameters(logisticsSku), { credentials });
	expect(onlyItem(result).outcome).toBe('created');
});
