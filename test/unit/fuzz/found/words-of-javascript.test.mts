import { useFakeTime, useRealTime } from '../../support/fake-time.mts';
import { LOCATION_PANEL } from '../../support/shipment-panel.mts';
import { runOne, wordsIn } from '../support/one-item.mts';

beforeEach(useFakeTime);
afterEach(useRealTime);

const created = async (changes: object) =>
	wordsIn(await runOne(['shippingOrder', 'create'], LOCATION_PANEL, changes)).error;

test.each([NaN, Infinity, -Infinity])(
	'what comes of a calculation without a result is no text (%d)',
	async (city) => {
		expect(await created({ city })).toBe("'City' is no number, but must be text [item 0]");
		const additionalFields = { signature: city };
		expect(await created({ additionalFields })).toBe(
			"'Signature' is no number, but must be text [item 0]",
		);
		const orderAttributes = { entries: [{ name: 'floor', type: 'text', value: city }] };
		expect(await created({ additionalFields: { orderAttributes } })).toBe(
			`'Custom Attributes' has "floor", which is no number, but must be a text [item 0]`,
		);
	},
);

test("a number of JavaScript's long kind is shown in digits", async () => {
	expect(await created({ package: { description: 10n } })).toBe(
		"'Description' in 'Package' is 10, but must be text [item 0]",
	);
});

test('it is no ID of a list either', async () => {
	const given = { provider: 'digitalRiver' };
	for (const externalOrderIds of [NaN, [NaN]]) {
		const filters = { externalOrderIds };
		const items = await runOne(['fulfillmentOrder', 'getAll'], given, { filters });
		expect(wordsIn(items).error).toMatch(
			/^'External Order IDs' (must be a list|has the ID no number)/,
		);
	}
});

test.each([
	[{ name: 'floor', value: { a: 1 } }, 'has "floor", which is {"a":1}, but must be a text'],
	[{ name: 'floor', type: 'tree', value: [1] }, 'has "floor", which is [1], but must be a text'],
	[{ name: 'floor', type: 'boolean' }, 'has "floor", which is empty, but must be a boolean'],
])('an attribute without a type or a value is told what it must be: %j', async (entry, words) => {
	const additionalFields = { orderAttributes: { entries: [entry] } };
	expect(await created({ additionalFields })).toBe(`'Custom Attributes' ${words} [item 0]`);
});

test('an operation that is an object is shown as it is', async () => {
	const items = await runOne(['product', 'get'], {}, { operation: { name: 'get' } });
	expect(wordsIn(items).error).toBe(
		`'Operation' is {"name":"get"}, which this node does not have [item 0]`,
	);
});

test.each([
	['fulfillmentOrder', 'get', 'order'],
	['shippingOrder', 'get', 'shipment'],
] as const)('an ID that ends in half an emoji is named (%s)', async (node, operation, name) => {
	const locator = { __rl: true, mode: 'id', value: 'SHOP-\ud83d' };
	const items = await runOne([node, operation], {}, { [name]: locator });
	expect(wordsIn(items).error).toMatch(/ holds half a character, which no address can \[item 0\]$/);
});
