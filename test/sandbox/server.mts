import { fastify } from 'fastify';
import { systemClock, type SandboxClock } from './clock.mts';
import { createFaults, type FaultControl } from './faults.mts';
import { stockCatalogue } from './flexport/catalogue.mts';
import type { FlexportControl } from './flexport/control.mts';
import { ERROR_DOCS } from './flexport/error-docs.mts';
import { mountFlexport } from './flexport/flexport.mts';
import { DEFAULT_LIFE, type LifeTimes } from './flexport/life.mts';
import { createRequestLog, type RequestLog } from './log.mts';
import { Delays } from './shared/delays.mts';
import { controlEndpoints } from './shared/control-endpoints.mts';
import { answerBadPath, answerErrorsAsProblems, registerEndpoints } from './shared/endpoints.mts';
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
	/** Webhooks to http:// on this machine are accepted (default), as nothing here has https. */
	allowInsecureWebhooks?: boolean;
	/** Starts with a believable catalogue instead of nothing. */
	catalogue?: boolean;
}

/** A running sandbox. */
export interface Sandbox {
	/** http://127.0.0.1:PORT */
	url: string;
	flexport: FlexportControl;
	faults: FaultControl;
	clock: SandboxClock;
	log: RequestLog;
	/** Stops the server, its timers and its connections. */
	close(): Promise<void>;
}

/** Starts the imitated APIs on one port of this machine. */
export async function startSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
	const clock = options.clock ?? systemClock();
	const delays = new Delays();
	const log = createRequestLog();
	const faults = createFaults(options.seed ?? 1);
	const app = fastify({
		forceCloseConnections: true,
		return503OnClosing: false,
		exposeHeadRoutes: false,
		// An external order id may have 255 characters and more, each three long when encoded.
		routerOptions: { maxParamLength: 5000 },
		// A path that is not valid percent-encoding; Fastify stops before any hook.
		frameworkErrors: (error, _request, reply) => {
			reply.hijack();
			answerBadPath(reply.raw, error.message);
		},
	});
	// Bodies are read as they come: whether they must be JSON is for each call to say.
	app.removeAllContentTypeParsers();
	app.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body));
	watchTraffic(app, { clock, log, faults, delays });
	answerErrorsAsProblems(app, ERROR_DOCS);
	const flexport = mountFlexport(app, {
		clock,
		delays,
		life: options.life ?? DEFAULT_LIFE,
		allowInsecureWebhooks: options.allowInsecureWebhooks ?? true,
	});
	const start = () => {
		if (options.catalogue === true) stockCatalogue(flexport.control);
	};
	const reset = () => {
		faults.reset();
		log.clear();
		flexport.control.reset();
		start();
	};
	registerEndpoints(app, CONTROL_PREFIX, [
		...controlEndpoints({ clock, faults, log, reset }),
		...flexport.controlEndpoints,
	]);
	const url = await app.listen({ host: '127.0.0.1', port: options.port ?? 0 });
	flexport.control.baseUrl = `${url}/flexport`;
	start();
	return {
		url,
		flexport: flexport.control,
		faults,
		clock,
		log,
		async close() {
			clock.stop();
			delays.close();
			await flexport.close();
			await app.close();
		},
	};
}
