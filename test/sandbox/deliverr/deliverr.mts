import type { FastifyInstance } from 'fastify';
import type { SandboxClock } from '../clock.mts';
import type { Delays } from '../shared/delays.mts';
import { registerEndpoints, type Endpoint } from '../shared/endpoints.mts';
import { guarded } from './call.mts';
import { stockDeliverr } from './catalogue.mts';
import { deliverrControlEndpoints } from './control-endpoints.mts';
import { createControl, type DeliverrControl } from './control.mts';
import { PREFIX } from './dialect.mts';
import { Life, type DeliverrLife } from './life.mts';
import { orderEndpoints } from './orders.mts';
import { tokenEndpoint } from './token-endpoint.mts';
import { World } from './world.mts';

/** What the imitated Deliverr is built on. */
export interface DeliverrParts {
	clock: SandboxClock;
	delays: Delays;
	life: DeliverrLife;
}

/** The imitated Deliverr, mounted. */
export interface Deliverr {
	control: DeliverrControl;
	controlEndpoints: Endpoint[];
	/** Tells it the address of the sandbox, once there is one. */
	openAt(origin: string): void;
	/** Fills the default account with a few products and orders. */
	stock(): void;
}

/** Puts token endpoint and Orders API below /deliverr. */
export function mountDeliverr(
	app: FastifyInstance,
	{ clock, delays, life: times }: DeliverrParts,
): Deliverr {
	const world = new World(clock);
	const life = new Life(world, times);
	const endpoints = orderEndpoints(world, life).map((endpoint) => guarded(world, delays, endpoint));
	registerEndpoints(app, PREFIX, [tokenEndpoint(world), ...endpoints]);
	const control = createControl(world, life);
	return {
		control,
		controlEndpoints: deliverrControlEndpoints(control),
		openAt(origin) {
			control.baseUrl = origin + PREFIX;
		},
		stock: () => stockDeliverr(world, control),
	};
}
