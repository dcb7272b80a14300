import type { INodeListSearchResult } from 'n8n-workflow';
import { nodeType, useFlexportBench, type NodeName } from '../support/flexport-bench.mts';
import { hurry } from '../support/hurry.mts';
import { findLeaks } from '../support/secrets.mts';

const bench = useFlexportBench();

const search = (
	options: { filter?: string; paginationToken?: string; token?: string } = {},
	node: NodeName = 'product',
): Promise<INodeListSearchResult> => {
	const { token, ...rest } = options;
	const credentials = bench.credentials(token);
	return bench.engine.listSearch(nodeType(node), 'searchProducts', { credentials, ...rest });
};

/** Opens the list and scrolls to its end, as a person at the panel does. */
async function scroll(filter?: string): Promise<INodeListSearchResult['results']> {
	const found: INodeListSearchResult['results'] = [];
	let paginationToken: string | undefined;
	do {
		const page = await search({
			...(filter === undefined ? {} : { filter }),
			...(paginationToken === undefined ? {} : { paginationToken }),
		});
		found.push(...page.results);
		paginationToken = page.paginationToken === undefined ? undefined : String(page.paginationToken);
	} while (paginationToken !== undefined);
	return found;
}

function addMugs() {
	const blue = bench.flexport.addProduct({ name: 'Enamel mug, blue', merchantSku: 'EM-01' });
	const red = bench.flexport.addProduct({ name: 'Enamel mug, red', merchantSku: 'EM-02' });
	bench.flexport.addProduct({ name: 'Tea towel', merchantSku: 'TT-07' });
	return { blue, red };
}

test('the list shows each product by name and merchant SKU, and stands for Flexport’s SKU', async () => {
	const { blue } = addMugs();
	const { results } = await search();
	expect(results).toHaveLength(3);
	expect(results[0]).toEqual({ name: 'Enamel mug, blue (EM-01)', value: blue.logisticsSku });
});

test.each([
	['part of the name', () => 'mug, b'],
	['the name in other capitals', () => 'ENAMEL MUG, BLUE'],
	['the merchant SKU', () => 'EM-01'],
	['the merchant SKU in small letters', () => 'em-01'],
	['Flexport’s SKU', () => bench.flexport.products()[0]?.logisticsSku ?? ''],
	[
		'part of Flexport’s SKU in small letters',
		() => bench.flexport.products()[0]?.logisticsSku.slice(2, 9).toLowerCase() ?? '',
	],
	['the merchant SKU with spaces around', () => '  EM-01 '],
])('a product is found by %s', async (_what, filter) => {
	const { blue } = addMugs();
	expect((await scroll(filter())).map(({ value }) => value)).toEqual([blue.logisticsSku]);
});

test('several products that match are all shown', async () => {
	const { blue, red } = addMugs();
	const found = await scroll('enamel');
	expect(found.map(({ value }) => value)).toEqual([blue.logisticsSku, red.logisticsSku]);
});

test('nothing that matches gives an empty list that has an end', async () => {
	addMugs();
	expect(await search({ filter: 'saucer' })).toEqual({ results: [] });
});

test('a match behind a thousand others is found at once', async () => {
	bench.flexport.addProducts(1000);
	const last = bench.flexport.addProduct({ name: 'Rare teapot', merchantSku: 'POT' });
	const { results } = await search({ filter: 'teapot' });
	expect(results.map(({ value }) => value)).toEqual([last.logisticsSku]);
});

test('over 1,000 products are shown page by page to the end, none twice and none skipped', async () => {
	bench.flexport.addProducts(1050);
	const first = await search();
	expect(first.paginationToken).toBeDefined();
	expect(first.results.length).toBeLessThan(200);
	const found = await scroll();
	expect(found.map(({ value }) => value)).toEqual(
		bench.flexport.products().map(({ logisticsSku }) => logisticsSku),
	);
});

test('matches over many pages are shown to the end, none twice and none skipped', async () => {
	bench.flexport.addProducts(1050, (index) => (index % 9 === 0 ? { name: `Lamp ${index}` } : {}));
	const found = await scroll('lamp');
	expect(found.map(({ name }) => name.split(' (')[0])).toEqual(
		Array.from({ length: 117 }, (_, index) => `Lamp ${index * 9}`),
	);
});

test.each<NodeName>(['inventory', 'fulfillmentOrder'])(
	'the %s node has the same list',
	async (node) => {
		const { blue } = addMugs();
		const { results } = await search({ filter: 'EM-01' }, node);
		expect(results.map(({ value }) => value)).toEqual([blue.logisticsSku]);
	},
);

test('a busy API is asked again', async () => {
	const endHurry = hurry();
	try {
		addMugs();
		bench.sandbox.faults.add({ fault: { kind: 'status', status: 429, retryAfter: 1 } });
		expect(await scroll('EM-01')).toHaveLength(1);
	} finally {
		endHurry();
	}
});

test.each([
	['does not accept', 'revoked', 'Flexport does not accept the API token (HTTP 401)', 'API Tokens'],
	['lets do nothing', 'noScopes', 'The API token may not do this (HTTP 403)', 'lacks a scope'],
] as const)('a token that Flexport %s is told in a sentence', async (_what, name, message, fix) => {
	const token = bench.flexport.tokens[name];
	const failure: unknown = await search({ token }).catch((error: unknown) => error);
	expect(failure).toMatchObject({
		name: 'NodeApiError',
		message,
		description: expect.stringContaining(fix),
	});
	expect(findLeaks(failure, token)).toEqual([]);
});

test('a credential without an address is told in a sentence', async () => {
	const credentials = { flexportApi: { apiToken: 'any', baseUrl: 'flexport' } };
	const opened = bench.engine.listSearch(nodeType('product'), 'searchProducts', { credentials });
	await expect(opened).rejects.toThrow("The credential's 'Base URL' is not a web address");
});
