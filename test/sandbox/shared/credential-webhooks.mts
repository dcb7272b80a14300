import { objectSchema } from './validation.mts';

/** What both Flexport and the legacy Deliverr take to register a webhook. */
export interface CreateWebhookBody {
	type: string;
	url: string;
	method: 'POST' | 'PUT';
	authMethod?: 'NONE' | 'BASIC_AUTH' | 'TOKEN';
	username?: string;
	password?: string;
	token?: string;
	tokenHeader?: string;
}

const someText = { type: 'string', minLength: 1 };

/** Credentials that an authMethod asks for. */
function credentials(authMethod: string, required: string[]): object {
	return {
		type: 'object',
		if: {
			type: 'object',
			required: ['authMethod'],
			properties: { authMethod: { const: authMethod } },
		},
		then: { type: 'object', required },
	};
}

/** The schema of the body, for the types that an API knows. */
export function webhookBodySchema(type: object): object {
	return {
		...objectSchema(
			{
				type,
				url: { type: 'string' },
				method: { type: 'string', enum: ['POST', 'PUT'] },
				authMethod: { type: 'string', enum: ['NONE', 'BASIC_AUTH', 'TOKEN'] },
				username: someText,
				password: someText,
				token: someText,
				tokenHeader: { type: 'string', pattern: "^[!#$%&'*+.^_`|~0-9A-Za-z-]+$" },
			},
			['type', 'url', 'method'],
		),
		allOf: [
			credentials('BASIC_AUTH', ['username', 'password']),
			credentials('TOKEN', ['token', 'tokenHeader']),
		],
	};
}

/** HTTP Basic. */
export function basicAuth(username: string, password: string): string {
	return `Basic ${Buffer.from(`${username}:${password}`).toString('base64')}`;
}

/** The headers by which a delivery shows where it comes from. There is no signature. */
export function credentialHeaders(webhook: CreateWebhookBody): Record<string, string> {
	const { authMethod, token = '', tokenHeader = '', username = '', password = '' } = webhook;
	if (authMethod === 'TOKEN') return { [tokenHeader]: token };
	if (authMethod === 'BASIC_AUTH') return { authorization: basicAuth(username, password) };
	return {};
}
