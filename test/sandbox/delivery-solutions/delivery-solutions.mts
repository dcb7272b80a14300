import type { FastifyInstance } from 'fastify';
import type { SandboxClock } from '../clock.mts';
import type { Delays } from '../shared/delays.mts';
import { registerEndpoints, type Endpoint } from '../shared/endpoints.mts';
import { GROWING_GAPS } from '../shared/growing-gaps.mts';
import { webhookControl } from '../shared/webhook-control.mts';
import { WebhookSender } from '../shared/webhook-sender.mts';
import { guarded } from './call.mts';
import { stockShipments } from './catalogue.mts';
import { deliverySolutionsControlEndpoints } from './control-endpoints.mts';
import { createControl, type DeliverySolutionsControl } from './control.mts';
import { deliverEvents, deliverySolutionsWebhooks } from './deliver.mts';
import { API_PATH, LABEL_PATH, TOKEN_PATH } from './dialect.mts';
import { labelEndpoint } from './label-endpoint.mts';
import { Life, type ShipmentLife } from './life.mts';
import { portalOf } from './portal.mts';
import { shippingEndpoints } from './shipments.mts';
import { tokenEndpoint } from './token.mts';
import { World } from './world.mts';

/** What the imitated Delivery Solutions is built on. */
export interface DeliverySolutionsParts {
	clock: SandboxClock;
	delays: Delays;
	life: ShipmentLife;
	allowInsecureWebhooks: boolean;
	/** For shuffled deliveries. */
	seed: number;
}

/** The imitated Delivery Solutions, mounted. */
export interface DeliverySolutions {
	control: DeliverySolutionsControl;
	controlEndpoints: Endpoint[];
	/** Tells it the address of the sandbox, once there is one. */
	openAt(origin: string): void;
	/** Fills the default account with a few shipments. */
	stock(): void;
	close(): Promise<void>;
}

/** Puts token endpoint, Shipping Order API and labels below /delivery-solutions. */
export function mountDeliverySolutions(
	app: FastifyInstance,
	{ clock, delays, life: times, allowInsecureWebhooks, seed }: DeliverySolutionsParts,
): DeliverySolutions {
	const world = new World(clock);
	// How it tries again, and what it takes for a success, is not documented: as Flexport does.
	const sender = new WebhookSender(clock, () => GROWING_GAPS);
	deliverEvents(world, sender);
	const life = new Life(world, times, () => sender.settled());
	const endpoints = shippingEndpoints(world, life).map((endpoint) =>
		guarded(world, delays, endpoint),
	);
	registerEndpoints(app, TOKEN_PATH, [tokenEndpoint(world)]);
	registerEndpoints(app, API_PATH, endpoints);
	registerEndpoints(app, LABEL_PATH, [labelEndpoint(world)]);
	const hooks = portalOf(
		world,
		webhookControl(deliverySolutionsWebhooks(world), sender, seed),
		allowInsecureWebhooks,
	);
	const control = createControl(world, life, { hooks, clearHooks: () => sender.clear() });
	return {
		control,
		controlEndpoints: deliverySolutionsControlEndpoints(control),
		openAt(origin) {
			world.origin = origin;
			control.baseUrl = origin + API_PATH;
			control.tokenUrl = origin + TOKEN_PATH;
		},
		stock: () => stockShipments(world, life),
		close: () => sender.close(),
	};
}
