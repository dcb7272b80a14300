import fc from 'fast-check';
import {
	type INode,
	type INodeListSearchResult,
	NodeApiError,
	NodeOperationError,
} from 'n8n-workflow';
import { searchProducts } from '../../../nodes/shared/parameters/search-products.ts';
import { searchShipments } from '../../../nodes/shared/parameters/search-shipments.ts';
import { useFakeTime, useRealTime } from '../support/fake-time.mts';
import { CREDENTIALS, newOrigin, SECRET } from './support/accounts.mts';
import { play, shareOf } from './support/cases.mts';
import { endOf } from '../support/ends.mts';
import { pickerContext } from './support/picker-context.mts';
import { replay } from './support/replay.mts';
import { SCENES } from './support/scenes.mts';
import { anySpoiling, spoiling } from './support/spoiling.mts';
import { NO_WORDS, strictApi } from './support/strict-api.mts';
import { record } from './support/tape.mts';

const NODE: INode = {
	id: 'n1',
	name: 'Node',
	type: 'n8n-nodes-fulfillment.product',
	typeVersion: 1,
	position: [0, 0],
	parameters: {},
	credentials: CREDENTIALS,
};

/** The pickers of the panel, each with a scene that has what it lists. */
const PICKERS = [
	{ name: 'products', search: searchProducts, scene: 'product getAll' },
	{ name: 'shipments', search: searchShipments, scene: 'shipment getAll' },
] as const;

const anyFilter = fc.constantFrom(undefined, '', 'SKU', 'x', '\ud800', '%', '(');

const anyToken = fc.constantFrom(
	...[undefined, '', '0', '100', '-1', 'NaN', '1e300', '1 2', '1768478400000 next', '{}'],
);

const cases = fc.tuple(fc.array(anySpoiling, { maxLength: 2 }), anyFilter, anyToken);

afterEach(useRealTime);

test.each(PICKERS)('$name: choices or a clear error', async ({ search, scene }) => {
	const tape = await record(SCENES[scene] ?? fail(scene));
	useFakeTime();
	await play(shareOf('pickers', PICKERS.length), cases, async ([spoilings, filter, token]) => {
		const api = strictApi(replay(tape, spoiling(spoilings)));
		const ctx = pickerContext(
			NODE,
			newOrigin(),
			async (credential, options) => await api.answer({ credential, options }),
		);
		const ending = await endOf(search.call(ctx, filter, token));
		expect(api.faults).toEqual([]);
		if ('error' in ending) expectClear(ending.error);
		else expectChoices(ending.value);
	});
});

function fail(scene: string): never {
	throw new Error(`There is no scene "${scene}"`);
}

function expectChoices({ results, paginationToken }: INodeListSearchResult): void {
	expect(['string', 'undefined']).toContain(typeof paginationToken);
	for (const { name, value } of results) {
		expect([typeof name, typeof value]).toEqual(['string', 'string']);
		expect(name).not.toMatch(NO_WORDS);
		expect(name).not.toContain(SECRET);
	}
}

function expectClear(error: unknown): void {
	if (!(error instanceof NodeApiError) && !(error instanceof NodeOperationError)) throw error;
	const words = `${error.message} ${String(error.description)}`;
	expect(words).not.toMatch(NO_WORDS);
	expect(words).not.toContain(SECRET);
}
