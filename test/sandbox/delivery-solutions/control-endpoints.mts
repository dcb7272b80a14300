import { controlBody } from '../shared/control-endpoints.mts';
import type { Endpoint } from '../shared/endpoints.mts';
import { problem } from '../shared/problem.mts';
import { compile, objectSchema, validated } from '../shared/validation.mts';
import { webhookControlEndpoints } from '../shared/webhook-control-endpoints.mts';
import type { DeliverySolutionsControl } from './control.mts';
import type { Json, StoredShipment } from './shipment-types.mts';
import type { DeliverySolutionsSwitches } from './switches.mts';
import { targetEndpoints } from './target-endpoints.mts';

const text = { type: 'string' };

const validateShipments = compile<Json[]>({
	type: 'array',
	items: {
		type: 'object',
		properties: { id: text, orderExternalId: text, status: text },
		additionalProperties: true,
	},
});

const flag = { type: 'boolean' };
const choice = (...words: string[]) => ({ type: 'string', enum: words });

const validateSwitches = compile<Partial<DeliverySolutionsSwitches>>(
	objectSchema({
		tokenSeconds: { type: 'number', minimum: 0 },
		tokenRateLimited: flag,
		createAnswersWithId: flag,
		duplicateType: choice('DUPLICATE_ID', 'DUPLICATE_NAME', 'DUPLICATE_RESOURCE'),
		windowEnds: choice('inclusive', 'exclusive'),
		pathIds: choice('both', 'own', 'external'),
		listOrder: choice('newestFirst', 'oldestFirst'),
		listBy: choice('createdAt', 'lastUpdatedAt'),
		pageTokens: choice('shipment', 'offset'),
		mostPerPage: { type: 'integer', minimum: 1 },
		historyTimes: choice('display', 'iso'),
		webhookSpelling: choice('classic', 'lynkup'),
		processingMs: { type: 'number', minimum: 0 },
	}),
);

function added(control: DeliverySolutionsControl, shipments: Json[]): StoredShipment[] {
	const taken = shipments.find(({ id, orderExternalId }) =>
		[id, orderExternalId].some((key) => control.shipment(String(key)) !== undefined),
	);
	if (taken !== undefined) throw problem(409, 'There is a shipment with one of these ids already.');
	return shipments.map((shipment) => control.addShipment(shipment));
}

/** Delivery Solutions' controls for other processes, below /_sandbox. */
export function deliverySolutionsControlEndpoints(control: DeliverySolutionsControl): Endpoint[] {
	const path = '/delivery-solutions';
	return [
		{
			method: 'GET',
			path: `${path}/shipments`,
			handle: () => ({ status: 200, body: control.shipments() }),
		},
		{
			method: 'POST',
			path: `${path}/shipments`,
			handle(request) {
				const body = controlBody(request);
				const given = validated(validateShipments, Array.isArray(body) ? body : [body]);
				return { status: 201, body: added(control, given) };
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
		...targetEndpoints(path, control.hooks),
	];
}
