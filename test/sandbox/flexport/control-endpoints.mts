import { controlBody } from '../shared/control-endpoints.mts';
import type { Endpoint } from '../shared/endpoints.mts';
import { compile, objectSchema, validated } from '../shared/validation.mts';
import { webhookControlEndpoints } from '../shared/webhook-control-endpoints.mts';
import type { FlexportControl } from './control.mts';
import { POOLS } from './enums.mts';
import { CREATE_PRODUCT_PROPERTIES } from './product-schema.mts';
import type { ProductInput } from './products.mts';
import type { FlexportSwitches } from './switches.mts';

const count = { type: 'integer', minimum: 0 };

function object(properties: Record<string, object>, required: string[]): object {
	return { type: 'object', additionalProperties: false, required, properties };
}

const lots = {
	type: 'array',
	items: object(
		{
			lotNumber: { type: 'string' },
			expirationDate: { type: 'string', format: 'date-time' },
			available: count,
		},
		['available'],
	),
};

const warehouses = {
	type: 'array',
	items: object({ warehouseId: { type: 'string' }, available: count }, [
		'warehouseId',
		'available',
	]),
};

const pool = object(
	{
		onHand: count,
		available: count,
		unavailable: count,
		unitsPerPack: { type: 'number', exclusiveMinimum: 0 },
		lots,
		warehouses,
	},
	['onHand'],
);

const productSchema = object(
	{
		...CREATE_PRODUCT_PROPERTIES,
		barcodes: { type: 'array', items: { type: 'string' } },
		dimsLocked: { type: 'boolean' },
		packOf: { type: 'string' },
		inventory: object(Object.fromEntries(POOLS.map((name) => [name, pool])), []),
	},
	['name', 'merchantSku'],
);

const validateProducts = compile<ProductInput[]>({ type: 'array', items: productSchema });

const flag = { type: 'boolean' };

const validateSwitches = compile<Partial<FlexportSwitches>>(
	objectSchema({
		numericIds: flag,
		duplicateAnswer: object(
			{
				status: { enum: [400, 409, 422] },
				word: { type: 'array', items: { type: 'string', enum: ['code', 'title', 'type'] } },
			},
			['status', 'word'],
		),
		cancelledAgainAnswer: { enum: [200, 400] },
		openEventTypes: flag,
		deletedWebhookStatus: { enum: [202, 204] },
		frozen: flag,
		processingMs: { type: 'number', minimum: 0 },
	}),
);

/** Flexport's controls for other processes, below /_sandbox. */
export function flexportControlEndpoints(control: FlexportControl): Endpoint[] {
	return [
		{
			method: 'GET',
			path: '/flexport/orders',
			handle: () => ({ status: 200, body: control.orders() }),
		},
		{
			method: 'POST',
			path: '/flexport/products',
			handle(request) {
				const body = controlBody(request);
				const inputs = validated(validateProducts, Array.isArray(body) ? body : [body]);
				return { status: 201, body: inputs.map((input) => control.addProduct(input)) };
			},
		},
		{
			method: 'POST',
			path: '/flexport/switches',
			handle(request) {
				Object.assign(control, validated(validateSwitches, controlBody(request)));
				return { status: 204 };
			},
		},
		...webhookControlEndpoints('/flexport', control.hooks),
	];
}
