import { testRefusals, type BadInput } from '../support/bad-input.mts';
import { useOrderDesk } from '../support/order-desk.mts';
import { createParameters, line } from '../support/order-parameters.mts';
import { onlyErrorItem, seenError } from '../support/seen.mts';

const desk = useOrderDesk();

afterEach(() => {
	expect(desk.sent()).toEqual([]);
});

const WHO_AND_WHERE: BadInput[] = [
	[
		'an empty external order ID',
		() => ({ externalOrderId: '={{ "" }}' }),
		"'External Order ID' is empty",
	],
	[
		'blanks as external order ID',
		() => ({ externalOrderId: ' \t ' }),
		"'External Order ID' is empty",
	],
	[
		'a missing external order ID',
		() => ({ externalOrderId: '={{ $json.nothing }}' }),
		"'External Order ID' is empty",
	],
	['no street', () => ({ address1: '={{ "" }}' }), "'Address Line 1' is empty"],
	['no city', () => ({ city: '={{ null }}' }), "'City' is empty"],
	['no country', () => ({ countryCode: '={{ "" }}' }), "'Country Code' is empty"],
	[
		'a country that there is not',
		() => ({ countryCode: 'XX' }),
		`'Country Code' is "XX", which is not the code of a country`,
	],
	[
		'a country by its name',
		() => ({ countryCode: 'Germany' }),
		`'Country Code' is "Germany", which is not the code of a country`,
	],
	[
		'a US state by its name',
		() => ({ provinceCode: 'California' }),
		`'State or Province Code' is "California", but must be a two-letter state code such as CA`,
	],
	['a provider that there is not', () => ({ provider: 'acme' }), `'Provider' is "acme"`],
];

describe('a bad value is told by the name in the panel, and nothing is sent', () => {
	testRefusals(desk, WHO_AND_WHERE);
});

it('what n8n itself sees to be empty is told by its name as well', async () => {
	const { message } = seenError(
		await desk.run(createParameters(desk.sku(), { externalOrderId: '' })),
	);
	expect(message).toContain('Parameter "External Order ID" is required');
});

it('all that is wrong is told at once', async () => {
	const changes = {
		countryCode: 'XX',
		city: '={{ "" }}',
		lineItems: { item: [line(desk.sku(), 0)] },
	};
	const { message, description } = seenError(await desk.run(createParameters(desk.sku(), changes)));
	expect(message).toBe("'City' is empty [item 0]");
	expect(description).toMatch(
		/Also: 'Country Code' is "XX".*\. Also: 'Quantity' of line item 1 is 0/,
	);
});

it('an error item names the parameter, and has no HTTP status', async () => {
	const parameters = createParameters(desk.sku(), { lineItems: { item: [line(desk.sku(), 0)] } });
	const result = await desk.run(parameters, { onError: 'continueRegularOutput' });
	expect(onlyErrorItem(result).details).toEqual({
		what: "'Quantity' of line item 1 is 0, but must be at least 1",
		fix: 'Give a whole number of at least 1.',
		field: 'Quantity of line item 1',
	});
});

it("an expression that n8n cannot resolve is told in n8n's words, with the item", async () => {
	const changes = { externalOrderId: "={{ $('Nowhere').item.json.number }}" };
	const { message } = seenError(await desk.run(createParameters(desk.sku(), changes)));
	expect(message).toBe("Referenced node doesn't exist [item 0]");
});
