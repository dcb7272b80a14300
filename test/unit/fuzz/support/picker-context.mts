import type { IHttpRequestOptions, ILoadOptionsFunctions, INode } from 'n8n-workflow';
import { partialFake } from '../../support/partial-fake.mts';
import { accountsAt } from './accounts.mts';

/**
 * The context of a resource locator's list.
 * @param answer plays the API at the origin
 */
export const pickerContext = (
	node: INode,
	origin: string,
	answer: (credential: string, options: IHttpRequestOptions) => Promise<unknown>,
): ILoadOptionsFunctions =>
	partialFake<ILoadOptionsFunctions>({
		getNode: () => node,
		getCurrentNodeParameter: () => undefined,
		getCredentials: async <T extends object>(name: string): Promise<T> =>
			Object.assign(Object.create(null), accountsAt(origin)[name]),
		helpers: partialFake<ILoadOptionsFunctions['helpers']>({
			httpRequestWithAuthentication: answer,
		}),
	});
