import { searchProducts } from '../../../../nodes/shared/parameters/search-products.ts';
import { NODE } from '../../support/scripted-api.mts';
import { newOrigin } from '../support/accounts.mts';
import { pickerContext } from '../support/picker-context.mts';

test('a server that ignores the offset does not keep the list of products busy for ever', async () => {
	const offsets: unknown[] = [];
	const ctx = pickerContext(NODE, newOrigin(), async (_credential, { qs }) => {
		offsets.push(qs?.offset);
		if (offsets.length > 10) throw new Error('It never stops asking');
		return { statusCode: 200, headers: {}, body: [{ logisticsSku: 'D0123456789' }] };
	});
	expect(await searchProducts.call(ctx, 'mug')).toEqual({ results: [] });
	expect(offsets).toEqual([0, 1]);
});
