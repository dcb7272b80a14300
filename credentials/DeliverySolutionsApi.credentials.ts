import type {
	ICredentialDataDecryptedObject,
	ICredentialTestRequest,
	ICredentialType,
	IHttpRequestHelper,
	IHttpRequestOptions,
	INodeProperties,
	Icon,
} from 'n8n-workflow';
import { keptToken, tokenToKeep } from '../nodes/shared/providers/delivery-solutions/access-token';

/** A client of the Delivery Solutions API (UPS LynkUp): OAuth2 with client credentials. */
export class DeliverySolutionsApi implements ICredentialType {
	name = 'deliverySolutionsApi';

	displayName = 'Delivery Solutions API';

	icon: Icon = {
		light: 'file:../icons/deliverySolutions.svg',
		dark: 'file:../icons/deliverySolutions.dark.svg',
	};

	documentationUrl = 'https://github.com/n8n-nodes-fulfillment/n8n-nodes-fulfillment#credentials';

	properties: INodeProperties[] = [
		{
			displayName: 'Client ID',
			name: 'clientId',
			type: 'string',
			default: '',
			required: true,
			description: 'As you got it from Delivery Solutions (UPS LynkUp)',
		},
		{
			displayName: 'Client Secret',
			name: 'clientSecret',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			required: true,
		},
		{
			displayName: 'Webhook Secret',
			name: 'webhookSecret',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			description:
				'A long random text that you also enter for the webhook in the portal. With it the Order Status Trigger checks each delivery. Leave it empty if you do not use that trigger.',
		},
		{
			displayName: 'Base URL',
			name: 'baseUrl',
			type: 'string',
			default: 'https://api.lynkup.com/shipping/v1',
			required: true,
			description:
				'Address of the Shipping Order API. Accounts of the test environment have another one.',
		},
		{
			displayName: 'Token URL',
			name: 'tokenUrl',
			type: 'string',
			default: 'https://api.lynkup.com/ent-services/security/v1/oauth/token',
			required: true,
			description: 'Where access tokens are fetched, in the same environment as the base URL',
		},
		{
			displayName: 'Access Token',
			name: 'accessToken',
			type: 'hidden',
			typeOptions: { expirable: true, password: true },
			default: '',
		},
	];

	/** n8n keeps the token, and asks for a new one when there is none or the API answers 401. */
	async preAuthentication(
		this: IHttpRequestHelper,
		credentials: ICredentialDataDecryptedObject,
	): Promise<{ accessToken: string }> {
		return { accessToken: await tokenToKeep(this, credentials) };
	}

	/** A token of another client is not sent: the 401 for none makes n8n ask for the right one. */
	async authenticate(
		credentials: ICredentialDataDecryptedObject,
		options: IHttpRequestOptions,
	): Promise<IHttpRequestOptions> {
		const token = keptToken(credentials) || 'none';
		return { ...options, headers: { ...options.headers, Authorization: `Bearer ${token}` } };
	}

	test: ICredentialTestRequest = {
		request: {
			method: 'POST',
			baseURL: '={{$credentials.baseUrl.trim().replace(/\\/+$/, "")}}',
			url: '/shipments/list',
			body: { limit: 1 },
			json: true,
			disableFollowRedirect: true,
		},
		rules: [
			{
				type: 'responseCode',
				properties: {
					value: 401,
					message:
						"Delivery Solutions gave an access token, but does not accept it. 'Base URL' and 'Token URL' must belong to the same environment.",
				},
			},
			{
				type: 'responseCode',
				properties: {
					value: 403,
					message: 'Delivery Solutions does not let this client use the Shipping Order API.',
				},
			},
			{
				type: 'responseCode',
				properties: {
					value: 404,
					message: "There is no Shipping Order API at this address. Check 'Base URL'.",
				},
			},
		],
	};
}
