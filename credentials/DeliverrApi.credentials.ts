import type {
	ICredentialDataDecryptedObject,
	ICredentialTestRequest,
	ICredentialType,
	IHttpRequestHelper,
	IHttpRequestOptions,
	INodeProperties,
	Icon,
} from 'n8n-workflow';
import {
	currentToken,
	tokensToKeep,
	type KeptTokens,
} from '../nodes/shared/providers/deliverr/access-token';

/** An access token of the legacy Deliverr API, with a refresh token that renews it. */
export class DeliverrApi implements ICredentialType {
	name = 'deliverrApi';

	displayName = 'Deliverr API';

	icon: Icon = { light: 'file:../icons/deliverr.svg', dark: 'file:../icons/deliverr.dark.svg' };

	documentationUrl = 'https://github.com/n8n-nodes-fulfillment/n8n-nodes-fulfillment#credentials';

	properties: INodeProperties[] = [
		{
			displayName: 'Access Token',
			name: 'accessToken',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			required: true,
			description: 'As it came from the sign-in to Deliverr, with the scope api/orders',
		},
		{
			displayName: 'Refresh Token',
			name: 'refreshToken',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			description:
				'Renews the access token when it has expired. Without one, put in a new one by hand.',
		},
		{
			displayName: 'Base URL',
			name: 'baseUrl',
			type: 'string',
			default: 'https://api.deliverr.com',
			required: true,
			description: 'Address of the API with https:// in front, and without a path',
		},
		{
			displayName: 'Current Token',
			name: 'currentToken',
			type: 'hidden',
			typeOptions: { expirable: true, password: true },
			default: '',
		},
	];

	/** n8n keeps the token, and asks for another when there is none or the API answers 401. */
	async preAuthentication(
		this: IHttpRequestHelper,
		credentials: ICredentialDataDecryptedObject,
	): Promise<KeptTokens> {
		return await tokensToKeep(this, credentials);
	}

	async authenticate(
		credentials: ICredentialDataDecryptedObject,
		options: IHttpRequestOptions,
	): Promise<IHttpRequestOptions> {
		const token = currentToken(credentials) || 'none';
		return { ...options, headers: { ...options.headers, Authorization: `Bearer ${token}` } };
	}

	test: ICredentialTestRequest = {
		request: {
			baseURL: '={{$credentials.baseUrl.trim().replace(/\\/+$/, "")}}',
			url: '/orders/v1/order/externalId/n8n-credential-test',
			// A mock request (Deliverr API, Get Order by External ID) is answered with an order that nobody
			// made, so that a 404 can only mean that this is not the API.
			headers: { 'x-deliverr-mock-request': 'true' },
			disableFollowRedirect: true,
		},
		rules: [
			{
				type: 'responseCode',
				properties: {
					value: 404,
					message: "There is no Deliverr API at this address. Check 'Base URL'.",
				},
			},
			{
				type: 'responseCode',
				properties: {
					value: 401,
					message:
						'Deliverr does not accept this access token: it is mistyped or expired. Accounts that were moved to Flexport need the Flexport credential.',
				},
			},
			{
				type: 'responseCode',
				properties: {
					value: 403,
					message: 'This access token lacks the scope api/orders.',
				},
			},
		],
	};
}
