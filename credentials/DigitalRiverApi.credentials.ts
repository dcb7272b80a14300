import type {
	ICredentialDataDecryptedObject,
	ICredentialTestRequest,
	ICredentialType,
	IHttpRequestOptions,
	INodeProperties,
	Icon,
} from 'n8n-workflow';

/** A secret key of the Digital River API. */
export class DigitalRiverApi implements ICredentialType {
	name = 'digitalRiverApi';

	displayName = 'Digital River API';

	icon: Icon = {
		light: 'file:../icons/digitalRiver.svg',
		dark: 'file:../icons/digitalRiver.dark.svg',
	};

	documentationUrl = 'https://github.com/n8n-nodes-fulfillment/n8n-nodes-fulfillment#credentials';

	properties: INodeProperties[] = [
		{
			displayName: 'API Key',
			name: 'apiKey',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			required: true,
			description:
				'A secret or confidential key. It decides whether the test or the live data is used.',
		},
		{
			displayName: 'Webhook Secret',
			name: 'webhookSecret',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			description:
				"The signing secret of the webhook, from the dashboard. With it the Order Status Trigger also checks the signature of each delivery. It is another one after each activation of the workflow, and with an old one every delivery is refused. Leave it empty if in doubt: the trigger's own password is checked in any case.",
		},
		{
			displayName: 'Base URL',
			name: 'baseUrl',
			type: 'string',
			default: 'https://api.digitalriver.com',
			required: true,
			description:
				'Address of the API. Digital River ceased operations in 2025; give the address of what answers in its place.',
		},
		{
			displayName: 'API Version',
			name: 'apiVersion',
			type: 'string',
			default: '',
			placeholder: 'e.g. 2021-02-23',
			description: "Version as a date. Left empty, the key's own version holds.",
		},
	];

	/** The version header is sent only where a version is given. */
	async authenticate(
		{ apiKey, apiVersion }: ICredentialDataDecryptedObject,
		options: IHttpRequestOptions,
	): Promise<IHttpRequestOptions> {
		const version = String(apiVersion ?? '').trim();
		return {
			...options,
			headers: {
				...options.headers,
				Authorization: `Bearer ${String(apiKey ?? '').trim()}`,
				...(version ? { 'DigitalRiver-Version': version } : {}),
			},
		};
	}

	test: ICredentialTestRequest = {
		request: {
			baseURL: '={{$credentials.baseUrl.trim().replace(/\\/+$/, "")}}',
			url: '/fulfillment-orders',
			qs: { limit: 1 },
			disableFollowRedirect: true,
		},
		rules: [
			{
				type: 'responseCode',
				properties: {
					value: 400,
					message:
						"Digital River refused the request. Check 'API Version': a date such as 2021-02-23, or empty.",
				},
			},
			{
				type: 'responseCode',
				properties: { value: 401, message: 'Digital River does not accept this API key.' },
			},
			{
				type: 'responseCode',
				properties: {
					value: 403,
					message: 'This API key may not read fulfillment orders. Use a secret key.',
				},
			},
			{
				type: 'responseCode',
				properties: {
					value: 404,
					message: "There is no Digital River API at this address. Check 'Base URL'.",
				},
			},
		],
	};
}
