import type { FastifyInstance } from 'fastify';
import type { SandboxClock } from '../clock.mts';
import type { Delays } from '../shared/delays.mts';
import { registerEndpoints, type Endpoint } from '../shared/endpoints.mts';
import { GROWING_GAPS } from '../shared/growing-gaps.mts';
import { webhookControl } from '../shared/webhook-control.mts';
import { WebhookSender } from '../shared/webhook-sender.mts';
import { guarded } from './call.mts';
import { stockDeliverr } from './catalogue.mts';
import { deliverrControlEndpoints } from './control-endpoints.mts';
import { createControl, type DeliverrControl } from './control.mts';
import { deliverEvents, deliverrWebhooks } from './deliver.mts';
import { PREFIX } from './dialect.mts';
import { Life, type DeliverrLife } from './life.mts';
import { orderEndpoints } from './orders.mts';
import { tokenEndpoint } from './token-endpoint.mts';
import { webhookEndpoints } from './webhooks.mts';
import { World } from './world.mts';

/** What the imitated Deliverr is built on. */
export interface DeliverrParts {
	clock: SandboxClock;
	delays: Delays;
	life: DeliverrLife;
	allowInsecureWebhooks: boolean;
	/** For shuffled deliveries. */
	seed: number;
}

/** The imitated Deliverr, mounted. */
export interface Deliverr {
	control: DeliverrControl;
	controlEndpoints: Endpoint[];
	/** Tells it the address of the sandbox, once there is one. */
	openAt(origin: string): void;
	/** Fills the default account with a few products and orders. */
	stock(): void;
	close(): Promise<void>;
}

/** Puts token endpoint, Orders API and webhooks below /deliverr. */
export function mountDeliverr(
	app: FastifyInstance,
	{ clock, delays, life: times, allowInsecureWebhooks, seed }: DeliverrParts,
): Deliverr {
	const world = new World(clock);
	// How it tries again, and when, is not documented: as its successor does.
	const sender = new WebhookSender(clock, () => GROWING_GAPS);
	deliverEvents(world, sender);
	const life = new Life(world, times, () => sender.settled());
	const endpoints = [
		...orderEndpoints(world, life),
		...webhookEndpoints(world, allowInsecureWebhooks),
	].map((endpoint) => guarded(world, delays, endpoint));
	registerEndpoints(app, PREFIX, [tokenEndpoint(world), ...endpoints]);
	const hooks = webhookControl(deliverrWebhooks(world), sender, seed);
	const control = createControl(world, life, { hooks, clearHooks: () => sender.clear() });
	return {
		control,
		controlEndpoints: deliverrControlEndpoints(control),
		openAt(origin) {
			control.baseUrl = origin + PREFIX;
		},
		stock: () => stockDeliverr(world, control),
		close: () => sender.close(),
	};
}
