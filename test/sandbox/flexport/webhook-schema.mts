import { compile, unprocessable } from '../shared/validation.mts';
import type { Call } from './call.mts';
import { EVENT_TYPES } from './enums.mts';
import type { CreateWebhookBody } from './webhook-types.mts';

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

const validateShape = compile<CreateWebhookBody>({
	type: 'object',
	additionalProperties: false,
	required: ['type', 'url', 'method'],
	properties: {
		// The documents call their list of types examples; that others are refused is not documented.
		type: { type: 'string', enum: EVENT_TYPES },
		url: { type: 'string' },
		method: { type: 'string', enum: ['POST', 'PUT'] },
		authMethod: { type: 'string', enum: ['NONE', 'BASIC_AUTH', 'TOKEN'] },
		username: someText,
		password: someText,
		token: someText,
		tokenHeader: { type: 'string', pattern: "^[!#$%&'*+.^_`|~0-9A-Za-z-]+$" },
	},
	allOf: [
		credentials('BASIC_AUTH', ['username', 'password']),
		credentials('TOKEN', ['token', 'tokenHeader']),
	],
});

const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]']);

function isLocalHttp(url: string): boolean {
	if (!URL.canParse(url)) return false;
	const { protocol, hostname } = new URL(url);
	return protocol === 'http:' && LOOPBACK.has(hostname);
}

/**
 * Body of CreateWebhook. The vendor wants https; the sandbox, where nothing has a certificate, may
 * let http on this machine pass.
 */
export function webhookBodyOf(call: Call, allowInsecure: boolean): CreateWebhookBody {
	const body = call.body(validateShape);
	const secure = /^https:\/\/.+/.test(body.url) && URL.canParse(body.url);
	if (secure || (allowInsecure && isLocalHttp(body.url))) return body;
	throw unprocessable(['/url must match ^https://.+']);
}
