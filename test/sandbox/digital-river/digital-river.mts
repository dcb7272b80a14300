import type { FastifyInstance } from 'fastify';
import type { SandboxClock } from '../clock.mts';
import type { Delays } from '../shared/delays.mts';
import { registerEndpoints, type Endpoint } from '../shared/endpoints.mts';
import { webhookControl } from '../shared/webhook-control.mts';
import { WebhookSender } from '../shared/webhook-sender.mts';
import { guarded } from './call.mts';
import { cancellationEndpoints } from './cancellations.mts';
import { stockDigitalRiver } from './catalogue.mts';
import { digitalRiverControlEndpoints } from './control-endpoints.mts';
import { createControl, type DigitalRiverControl } from './control.mts';
import { deliverEvents, digitalRiverRules, digitalRiverWebhooks } from './deliver.mts';
import { PREFIX } from './dialect.mts';
import { Life, type DigitalRiverLife } from './life.mts';
import { orderEndpoints } from './orders.mts';
import { webhookEndpoints } from './webhooks.mts';
import { World } from './world.mts';

/** What the imitated Digital River is built on. */
export interface DigitalRiverParts {
	clock: SandboxClock;
	delays: Delays;
	life: DigitalRiverLife;
	allowInsecureWebhooks: boolean;
	/** For shuffled deliveries. */
	seed: number;
}

/** The imitated Digital River, mounted. */
export interface DigitalRiver {
	control: DigitalRiverControl;
	controlEndpoints: Endpoint[];
	/** Tells it the address of the sandbox, once there is one. */
	openAt(origin: string): void;
	/** Fills the default account with a few items and orders. */
	stock(): void;
	close(): Promise<void>;
}

/** Puts fulfillment orders, their cancellations and webhooks below /digital-river. */
export function mountDigitalRiver(
	app: FastifyInstance,
	{ clock, delays, life: times, allowInsecureWebhooks, seed }: DigitalRiverParts,
): DigitalRiver {
	const world = new World(clock);
	const sender = new WebhookSender(clock, () => digitalRiverRules(world));
	deliverEvents(world, sender);
	const life = new Life(world, times, () => sender.settled());
	const endpoints = [
		...orderEndpoints(world, life),
		...cancellationEndpoints(world, life),
		...webhookEndpoints(world, allowInsecureWebhooks),
	];
	registerEndpoints(
		app,
		PREFIX,
		endpoints.map((endpoint) => guarded(world, delays, endpoint)),
	);
	const hooks = webhookControl(digitalRiverWebhooks(world), sender, seed);
	const control = createControl(world, life, { hooks, clearHooks: () => sender.clear() });
	return {
		control,
		controlEndpoints: digitalRiverControlEndpoints(control),
		openAt(origin) {
			control.baseUrl = origin + PREFIX;
		},
		stock: () => stockDigitalRiver(world, control),
		close: () => sender.close(),
	};
}
