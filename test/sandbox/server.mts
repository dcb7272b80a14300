import { fastify } from 'fastify';
import { systemClock, type SandboxClock } from './clock.mts';
import type { DeliverrControl } from './deliverr/control.mts';
import { mountDeliverr } from './deliverr/deliverr.mts';
import { DELIVERR_DIALECT } from './deliverr/dialect.mts';
import { DEFAULT_DELIVERR_LIFE, type DeliverrLife } from './deliverr/life.mts';
import type { DeliverySolutionsControl } from './delivery-solutions/control.mts';
import { mountDeliverySolutions } from './delivery-solutions/delivery-solutions.mts';
import { DELIVERY_SOLUTIONS_DIALECT } from './delivery-solutions/dialect.mts';
import { DEFAULT_SHIPMENT_LIFE, type ShipmentLife } from './delivery-solutions/life.mts';
import type { DigitalRiverControl } from './digital-river/control.mts';
import { DIGITAL_RIVER_DIALECT } from './digital-river/dialect.mts';
import { mountDigitalRiver } from './digital-river/digital-river.mts';
import { DEFAULT_DIGITAL_RIVER_LIFE, type DigitalRiverLife } from './digital-river/life.mts';
import { createFaults, type FaultControl } from './faults.mts';
import { stockCatalogue } from './flexport/catalogue.mts';
import type { FlexportControl } from './flexport/control.mts';
import { FLEXPORT_DIALECT } from './flexport/dialect.mts';
import { mountFlexport } from './flexport/flexport.mts';
import { DEFAULT_LIFE, type LifeTimes } from './flexport/life.mts';
import { createRequestLog, type RequestLog } from './log.mts';
import { controlEndpoints } from './shared/control-endpoints.mts';
import { Delays } from './shared/delays.mts';
import { answerBadPath, answerErrors, registerEndpoints } from './shared/endpoints.mts';
import { CONTROL_PREFIX, watchTraffic } from './shared/traffic.mts';

export interface SandboxOptions {
	/** 0 = any free port (default). */
	port?: number;
	/** Default: real time. */
	clock?: SandboxClock;
	/** For faults that strike at random; default 1. */
	seed?: number;
	/** Time after creation at which an order reaches each stage; default 2, 4, 8, 16 seconds. */
	life?: LifeTimes;
	/** Times after its dispatch at which a shipment goes on; default 2, 4, 6, 8, 10, 16 seconds. */
	shipmentLife?: ShipmentLife;
	/** Times after creation at which a Deliverr order goes on; default 2, 8, 12 and 16 seconds. */
	deliverrLife?: DeliverrLife;
	/** Times at which a Digital River order goes on, or a cancellation; default 2, 8, 16 and 3 seconds. */
	digitalRiverLife?: DigitalRiverLife;
	/** Webhooks to http:// on this machine are accepted (default), as nothing here has https. */
	allowInsecureWebhooks?: boolean;
	/** Starts with a believable catalogue, shipments and orders instead of nothing. */
	catalogue?: boolean;
}

/** A running sandbox. */
export interface Sandbox {
	/** http://127.0.0.1:PORT */
	url: string;
	flexport: FlexportControl;
	deliverySolutions: DeliverySolutionsControl;
	deliverr: DeliverrControl;
	digitalRiver: DigitalRiverControl;
	faults: FaultControl;
	clock: SandboxClock;
	log: RequestLog;
	/** Stops the server, its timers and its connections. */
	close(): Promise<void>;
}

/** Flexport's words are also those for paths that belong to nobody. */
const DIALECTS = [
	DELIVERY_SOLUTIONS_DIALECT,
	DELIVERR_DIALECT,
	DIGITAL_RIVER_DIALECT,
	FLEXPORT_DIALECT,
];

/** Starts the imitated APIs on one port of this machine. */
export async function startSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
	const clock = options.clock ?? systemClock();
	const delays = new Delays();
	const log = createRequestLog();
	const seed = options.seed ?? 1;
	const allowInsecureWebhooks = options.allowInsecureWebhooks ?? true;
	const faults = createFaults(seed);
	const app = fastify({
		forceCloseConnections: true,
		return503OnClosing: false,
		exposeHeadRoutes: false,
		// An external order id may have 255 characters and more, each three long when encoded.
		routerOptions: { maxParamLength: 5000 },
		// A path that is not valid percent-encoding; Fastify stops before any hook.
		frameworkErrors: (error, request, reply) => {
			reply.hijack();
			answerBadPath(request.raw, reply.raw, DIALECTS, error.message);
		},
	});
	// Bodies are read as they come: whether they must be JSON is for each call to say.
	app.removeAllContentTypeParsers();
	app.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body));
	watchTraffic(app, { clock, log, faults, delays, dialects: DIALECTS });
	answerErrors(app, DIALECTS);
	const flexport = mountFlexport(app, {
		clock,
		delays,
		life: options.life ?? DEFAULT_LIFE,
		allowInsecureWebhooks,
		seed,
	});
	const deliverySolutions = mountDeliverySolutions(app, {
		clock,
		delays,
		life: options.shipmentLife ?? DEFAULT_SHIPMENT_LIFE,
		allowInsecureWebhooks,
		seed,
	});
	const deliverr = mountDeliverr(app, {
		clock,
		delays,
		life: options.deliverrLife ?? DEFAULT_DELIVERR_LIFE,
		allowInsecureWebhooks,
		seed,
	});
	const digitalRiver = mountDigitalRiver(app, {
		clock,
		delays,
		life: options.digitalRiverLife ?? DEFAULT_DIGITAL_RIVER_LIFE,
		allowInsecureWebhooks,
		seed,
	});
	const others = [deliverySolutions, deliverr, digitalRiver];
	const start = () => {
		if (options.catalogue !== true) return;
		stockCatalogue(flexport.control);
		for (const other of others) other.stock();
	};
	const reset = () => {
		faults.reset();
		log.clear();
		flexport.control.reset();
		for (const other of others) other.control.reset();
		start();
	};
	registerEndpoints(app, CONTROL_PREFIX, [
		...controlEndpoints({ clock, faults, log, reset }),
		...flexport.controlEndpoints,
		...others.flatMap((other) => other.controlEndpoints),
	]);
	const url = await app.listen({ host: '127.0.0.1', port: options.port ?? 0 });
	flexport.control.baseUrl = `${url}/flexport`;
	for (const other of others) other.openAt(url);
	start();
	return {
		url,
		flexport: flexport.control,
		deliverySolutions: deliverySolutions.control,
		deliverr: deliverr.control,
		digitalRiver: digitalRiver.control,
		faults,
		clock,
		log,
		async close() {
			clock.stop();
			delays.close();
			await Promise.all([flexport, ...others].map((each) => each.close()));
			await app.close();
		},
	};
}
