import type { INodeParameters } from 'n8n-workflow';
import { orderBody } from '../../engine/support/order-parameters.mts';
import type { Account } from '../sandbox/protocol.mts';
import { HTTP_REQUEST } from './built-in.mts';
import { API_PATH, PAGE_SIZE } from './contender.mts';
import type { NodeContender } from './in-engine.mts';

const call = (account: Account, path: string): INodeParameters => ({
	url: account.baseUrl + API_PATH + path,
	authentication: 'predefinedCredentialType',
	nodeCredentialType: 'flexportApi',
});

/** The body as an expression, the order number from the item. */
function jsonBody(sku: string): string {
	const body = JSON.stringify(orderBody(sku, { externalOrderId: 'HERE' }));
	return `={{ ${body.replace('"HERE"', '$json.orderNumber')} }}`;
}

/** n8n's own HTTP Request, as a person would set it up: all else is left as it is. */
export const httpRequest: NodeContender = {
	name: 'HTTP Request',
	// What n8n 2.40 gives to a node that is added now.
	typeVersion: 4.5,
	create: {
		type: HTTP_REQUEST,
		parameters: (account) => ({
			...call(account, '/orders'),
			method: 'POST',
			sendBody: true,
			specifyBody: 'json',
			jsonBody: jsonBody(account.sku),
		}),
	},
	list: {
		type: HTTP_REQUEST,
		parameters: (account) => ({
			...call(account, '/products/inventory/all'),
			sendQuery: true,
			queryParameters: { parameters: [{ name: 'limit', value: String(PAGE_SIZE) }] },
			options: {
				pagination: {
					pagination: {
						paginationMode: 'updateAParameterInEachRequest',
						parameters: {
							parameters: [
								{ type: 'qs', name: 'offset', value: `={{ $pageCount * ${PAGE_SIZE} }}` },
							],
						},
						paginationCompleteWhen: 'responseIsEmpty',
					},
				},
			},
		}),
	},
};
