import { checked } from '../shared/broken-rules.mts';
import type { ReadBody } from '../shared/json-body.mts';
import { compile, objectSchema } from '../shared/validation.mts';
import { isWebhookUrl } from '../shared/webhook-url.mts';
import { EVENT_TYPES, OPEN_FAMILIES } from './event-types.mts';
import { jsonOf } from './order-input.mts';
import { badBody, badParameter } from './refusal.mts';
import type { WebhookBody } from './webhook-types.mts';

const text = { type: 'string' };
const someText = { type: 'string', minLength: 1 };

const PROPERTIES = {
	// Groups with * are known in the filters of lists; that they are refused here is not documented.
	types: {
		type: 'array',
		minItems: 1,
		items: { type: 'string', anyOf: [{ enum: EVENT_TYPES }, { pattern: OPEN_FAMILIES }] },
	},
	address: someText,
	enabled: { type: 'boolean' },
	apiVersion: { type: 'string', pattern: '^(default|\\d{4}-\\d{2}-\\d{2})$' },
	transportType: { type: 'string', enum: ['HTTP', 'OAUTH'] },
	// That both must be there is not documented.
	authentication: objectSchema({ username: someText, password: someText }, [
		'username',
		'password',
	]),
	oauth: objectSchema(
		{
			tokenEndPoint: someText,
			clientID: someText,
			clientSecret: someText,
			userName: text,
			password: text,
			grantType: { type: 'string', enum: ['password'] },
		},
		['tokenEndPoint', 'clientID', 'clientSecret'],
	),
};

// The contract requires `type` and describes `types`; the guides have `types`.
const validateCreate = compile<WebhookBody>(objectSchema(PROPERTIES, ['types', 'address']));
const validateUpdate = compile<Partial<WebhookBody>>(objectSchema(PROPERTIES));

/** Rules between fields, for the webhook as it would be. */
function checkWhole(webhook: Partial<WebhookBody>, allowInsecure: boolean): void {
	const { address = '', transportType = 'HTTP', authentication, oauth } = webhook;
	if (!isWebhookUrl(address, allowInsecure)) {
		throw badParameter('address', 'address must be an https URL.');
	}
	if (transportType === 'OAUTH' && oauth === undefined) {
		throw badParameter('oauth', 'oauth is required.', 'missing_parameter');
	}
	if (transportType === 'OAUTH' && authentication !== undefined) {
		throw badParameter('authentication', 'authentication is for the transportType HTTP.');
	}
}

/** The body of create. */
export function readNewWebhook(body: ReadBody, allowInsecure: boolean): WebhookBody {
	const outcome = checked(validateCreate, jsonOf(body));
	if ('broken' in outcome) throw badBody(outcome.broken);
	checkWhole(outcome.value, allowInsecure);
	return outcome.value;
}

/** The body of update; what is not in it stays. */
export function readWebhookChanges(
	body: ReadBody,
	before: WebhookBody,
	allowInsecure: boolean,
): Partial<WebhookBody> {
	const outcome = checked(validateUpdate, jsonOf(body));
	if ('broken' in outcome) throw badBody(outcome.broken);
	checkWhole({ ...before, ...outcome.value }, allowInsecure);
	return outcome.value;
}
