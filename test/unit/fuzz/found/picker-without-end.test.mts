import type { IHttpRequestOptions, ILoadOptionsFunctions } from 'n8n-workflow';
import { searchProducts } from '../../../../nodes/shared/parameters/search-products.ts';
import { partialFake } from '../../support/partial-fake.mts';
import { NODE } from '../../support/scripted-api.mts';
import { accountsAt, newOrigin } from '../support/accounts.mts';

test('a server that ignores the offset does not keep the list of products busy for ever', async () => {
	const origin = newOrigin();
	const offsets: unknown[] = [];
	const ctx = partialFake<ILoadOptionsFunctions>({
		getNode: () => NODE,
		getCurrentNodeParameter: () => undefined,
		getCredentials: async <T extends object>(name: string): Promise<T> =>
			Object.assign(Object.create(null), accountsAt(origin)[name]),
		helpers: partialFake<ILoadOptionsFunctions['helpers']>({
			httpRequestWithAuthentication: async (_credential: string, { qs }: IHttpRequestOptions) => {
				offsets.push(qs?.offset);
				if (offsets.length > 10) throw new Error('It never stops asking');
				return { statusCode: 200, headers: {}, body: [{ logisticsSku: 'D0123456789' }] };
			},
		}),
	});
	expect(await searchProducts.call(ctx, 'mug')).toEqual({ results: [] });
	expect(offsets).toEqual([0, 1]);
});
