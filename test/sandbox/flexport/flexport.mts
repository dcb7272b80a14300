import type { FastifyInstance } from 'fastify';
import type { SandboxClock } from '../clock.mts';
import type { Delays } from '../shared/delays.mts';
import { registerEndpoints, type Endpoint } from '../shared/endpoints.mts';
import { GROWING_GAPS } from '../shared/growing-gaps.mts';
import { webhookControl } from '../shared/webhook-control.mts';
import { WebhookSender } from '../shared/webhook-sender.mts';
import { guarded, requireVersion } from './call.mts';
import { flexportControlEndpoints } from './control-endpoints.mts';
import { createControl, type FlexportControl } from './control.mts';
import { deliverEvents, flexportWebhooks } from './deliver.mts';
import { eventEndpoints } from './events.mts';
import { inventoryEndpoints } from './inventory.mts';
import { Life, type LifeTimes } from './life.mts';
import { orderEndpoints } from './orders.mts';
import { productEndpoints } from './products.mts';
import { webhookEndpoints } from './webhooks.mts';
import { World } from './world.mts';

/** What the imitated Flexport is built on. */
export interface FlexportParts {
	clock: SandboxClock;
	delays: Delays;
	life: LifeTimes;
	allowInsecureWebhooks: boolean;
	/** For shuffled deliveries. */
	seed: number;
}

/** The imitated Flexport, mounted. The control's base URL is set once the server has an address. */
export interface Flexport {
	control: FlexportControl;
	controlEndpoints: Endpoint[];
	close(): Promise<void>;
}

/** Puts the calls of the Logistics API below /flexport. */
export function mountFlexport(app: FastifyInstance, parts: FlexportParts): Flexport {
	const world = new World(parts.clock);
	const sender = new WebhookSender(parts.clock, () => GROWING_GAPS);
	deliverEvents(world, sender);
	const life = new Life(world, parts.life, () => sender.settled());
	const endpoints = [
		...productEndpoints(world),
		...inventoryEndpoints(world),
		...orderEndpoints(world, life),
		...webhookEndpoints(world, parts.allowInsecureWebhooks),
		...eventEndpoints(),
	].map((endpoint) => guarded(world, parts.delays, endpoint));
	registerEndpoints(app, '/flexport/logistics/api/:version', endpoints, requireVersion);
	const hooks = webhookControl(flexportWebhooks(world), sender, parts.seed);
	const control = createControl(world, life, { hooks, clearHooks: () => sender.clear() });
	return {
		control,
		controlEndpoints: flexportControlEndpoints(control),
		close: () => sender.close(),
	};
}
