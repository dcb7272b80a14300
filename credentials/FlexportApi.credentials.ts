import type {
	IAuthenticateGeneric,
	ICredentialTestRequest,
	ICredentialType,
	INodeProperties,
	Icon,
} from 'n8n-workflow';

/** An API token of the Flexport Logistics API (formerly Deliverr). */
export class FlexportApi implements ICredentialType {
	name = 'flexportApi';

	displayName = 'Flexport API';

	icon: Icon = { light: 'file:../icons/flexport.svg', dark: 'file:../icons/flexport.dark.svg' };

	documentationUrl = 'https://github.com/n8n-nodes-fulfillment/n8n-nodes-fulfillment#credentials';

	properties: INodeProperties[] = [
		{
			displayName: 'API Token',
			name: 'apiToken',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			required: true,
			description:
				'Made in the Flexport portal under Settings > API Tokens. The token decides which account is used, the real one or the sandbox.',
		},
		{
			displayName: 'Base URL',
			name: 'baseUrl',
			type: 'string',
			default: 'https://logistics-api.flexport.com',
			required: true,
			description: 'Address of the API with https:// in front, and without a path',
		},
		{
			displayName: 'API Version',
			name: 'apiVersion',
			type: 'string',
			default: '2026-02',
			required: true,
			placeholder: 'e.g. 2026-02',
			description: 'Version of the API as year and month',
		},
	];

	authenticate: IAuthenticateGeneric = {
		type: 'generic',
		properties: { headers: { Authorization: '=Bearer {{$credentials.apiToken.trim()}}' } },
	};

	test: ICredentialTestRequest = {
		request: {
			baseURL: '={{$credentials.baseUrl.trim().replace(/\\/+$/, "")}}',
			url: '=/logistics/api/{{$credentials.apiVersion.trim()}}/products',
			qs: { limit: 1 },
			disableFollowRedirect: true,
		},
		rules: [
			{
				type: 'responseCode',
				properties: {
					value: 401,
					message:
						'Flexport does not accept this API token: it is mistyped, revoked or expired. Make a new one in the Flexport portal under Settings > API Tokens.',
				},
			},
			{
				type: 'responseCode',
				properties: {
					value: 403,
					message:
						'Flexport accepts this API token, but it lacks the scope for products, which this test reads. Operations on orders work without it.',
				},
			},
			{
				type: 'responseCode',
				properties: {
					value: 404,
					message: "There is no Flexport API at this address. Check 'Base URL' and 'API Version'.",
				},
			},
			{
				type: 'responseCode',
				properties: { value: 423, message: 'This Flexport account is frozen.' },
			},
		],
	};
}
