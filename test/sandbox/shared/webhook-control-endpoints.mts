import { controlBody } from './control-endpoints.mts';
import type { Endpoint } from './endpoints.mts';
import { headersForPrint, webhookForPrint } from './hidden-secrets.mts';
import { compile, objectSchema, validated } from './validation.mts';
import type { Disturbances, FiredEvent, WebhookControl } from './webhook-control.mts';

const count = { type: 'integer', minimum: 1 };

const validateEvent = compile<FiredEvent & Omit<Disturbances, 'token'>>(
	objectSchema(
		{
			type: { type: 'string', minLength: 1 },
			details: { type: 'object' },
			copies: count,
			order: { type: 'string', enum: ['given', 'reversed', 'shuffled'] },
			atOnce: count,
			retries: { type: 'boolean' },
		},
		['type'],
	),
);

/** The controls of an API's webhooks for other processes, below /_sandbox and the API's path. */
export function webhookControlEndpoints(path: string, hooks: WebhookControl): Endpoint[] {
	return [
		{
			method: 'POST',
			path: `${path}/events`,
			async handle(request) {
				const { type, details = {}, ...how } = validated(validateEvent, controlBody(request));
				const webhooks = hooks.message(type, details).length;
				await hooks.fireAll([{ type, details }], how);
				return { status: 200, body: { webhooks } };
			},
		},
		{
			method: 'GET',
			path: `${path}/webhooks`,
			handle: () => ({ status: 200, body: hooks.list().map(webhookForPrint) }),
		},
		{
			method: 'GET',
			path: `${path}/deliveries`,
			handle: () => ({
				status: 200,
				body: hooks.attempts().map(({ headers = {}, ...attempt }) => ({
					...attempt,
					headers: headersForPrint(headers),
				})),
			}),
		},
	];
}
