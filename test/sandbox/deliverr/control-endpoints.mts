import { controlBody } from '../shared/control-endpoints.mts';
import type { Endpoint } from '../shared/endpoints.mts';
import { compile, objectSchema, validated } from '../shared/validation.mts';
import { webhookControlEndpoints } from '../shared/webhook-control-endpoints.mts';
import type { DeliverrControl } from './control.mts';
import type { ProductInput } from './products.mts';
import type { DeliverrSwitches } from './switches.mts';

const flag = { type: 'boolean' };
const duration = { type: 'number', minimum: 0 };

const validateProducts = compile<ProductInput[]>({
	type: 'array',
	items: objectSchema(
		{
			externalProductId: { type: 'string' },
			name: { type: 'string' },
			inventory: { type: 'integer', minimum: 0 },
			inbounded: flag,
			approved: flag,
			customs: flag,
		},
		['externalProductId'],
	),
});

const validateSwitches = compile<Partial<DeliverrSwitches>>(
	objectSchema({
		tokenSeconds: duration,
		rotatesRefreshTokens: flag,
		ingestionDelayMs: duration,
		createdStatus: { enum: [200, 201] },
		numericIds: flag,
		cancelledAgainAnswer: { enum: [200, 400] },
		rememberedRefusals: { enum: ['none', 'products', 'all'] },
		createdWebhookStatus: { enum: [200, 201, 202] },
		deletedWebhookStatus: { enum: [200, 202, 204] },
		prefixedStatuses: flag,
		processingMs: duration,
	}),
);

/** Deliverr's controls for other processes, below /_sandbox. */
export function deliverrControlEndpoints(control: DeliverrControl): Endpoint[] {
	const path = '/deliverr';
	return [
		{
			method: 'GET',
			path: `${path}/orders`,
			handle: () => ({ status: 200, body: control.orders() }),
		},
		{
			method: 'POST',
			path: `${path}/products`,
			handle(request) {
				const body = controlBody(request);
				const inputs = validated(validateProducts, Array.isArray(body) ? body : [body]);
				return { status: 201, body: inputs.map((input) => control.addProduct(input)) };
			},
		},
		{
			method: 'POST',
			path: `${path}/expire-tokens`,
			handle() {
				control.expireTokens();
				return { status: 204 };
			},
		},
		{
			method: 'POST',
			path: `${path}/switches`,
			handle(request) {
				Object.assign(control, validated(validateSwitches, controlBody(request)));
				return { status: 204 };
			},
		},
		...webhookControlEndpoints(path, control.hooks),
	];
}
