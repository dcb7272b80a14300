import { randomUUID } from 'node:crypto';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { SandboxClock } from '../clock.mts';
import type { Fault, FaultSource } from '../faults.mts';
import type { LoggedRequest, RequestRecorder } from '../log.mts';
import type { Delays } from './delays.mts';
import { dialectFor, type Dialect } from './dialect.mts';
import { answerFault, answerStatusFault, leavesWork } from './fault-answers.mts';
import { withoutSecrets } from './form-secrets.mts';
import { readBody, type ReadBody } from './json-body.mts';
import { problem } from './problem.mts';
import { retryAfterHeader } from './rate-limit.mts';

/** What the sandbox knows of a request beside what Fastify knows. */
export interface Traffic {
	correlationId: string;
	body: ReadBody;
	entry: LoggedRequest | undefined;
	/** A fault that strikes when the answer is sent, after the work. */
	fault: Fault | undefined;
}

declare module 'fastify' {
	interface FastifyRequest {
		traffic: Traffic | null;
	}
}

/** What the hooks need. */
export interface TrafficParts {
	clock: SandboxClock;
	log: RequestRecorder;
	faults: FaultSource;
	delays: Delays;
	dialects: readonly Dialect[];
}

/** The controls over HTTP are not part of any API: no faults, no limits, no log. */
export const CONTROL_PREFIX = '/_sandbox';

/** The state that the first hook put on every request. */
export function trafficOf(request: FastifyRequest): Traffic {
	if (request.traffic === null) throw new Error('The request has not passed the first hook.');
	return request.traffic;
}

function queryOf(search: string): Record<string, string | string[]> {
	const query: Record<string, string | string[]> = {};
	if (search === '') return query;
	for (const [name, value] of new URLSearchParams(search)) {
		const before = query[name];
		if (before === undefined) query[name] = value;
		else query[name] = Array.isArray(before) ? [...before, value] : [before, value];
	}
	return query;
}

function headersWithoutSecret(headers: FastifyRequest['headers']): LoggedRequest['headers'] {
	const copy: LoggedRequest['headers'] = { ...headers };
	if (copy.authorization !== undefined) copy.authorization = '[hidden]';
	return copy;
}

/** Logs every request, holds it to the rate limit and lets faults strike, before and after the work. */
export function watchTraffic(app: FastifyInstance, parts: TrafficParts): void {
	const { clock, log, faults, delays, dialects } = parts;
	app.decorateRequest('traffic', null);

	app.addHook('onRequest', (request, reply, done) => {
		const correlationId = randomUUID();
		void reply.headers(dialectFor(dialects, request.url).headers(correlationId));
		const mark = request.url.indexOf('?');
		const path = mark < 0 ? request.url : request.url.slice(0, mark);
		const traffic: Traffic = {
			correlationId,
			body: { kind: 'empty', raw: '' },
			entry: undefined,
			fault: undefined,
		};
		request.traffic = traffic;
		if (!path.startsWith(CONTROL_PREFIX)) {
			traffic.entry = log.arrived({
				at: clock.now(),
				method: request.method,
				path,
				query: queryOf(mark < 0 ? '' : request.url.slice(mark + 1)),
				headers: headersWithoutSecret(request.headers),
				body: undefined,
			});
			reply.raw.once('close', () => log.finished());
		}
		done();
	});

	// After the body was read, so that the log holds it even when a fault strikes at once.
	app.addHook('preHandler', async (request, reply) => {
		const traffic = trafficOf(request);
		traffic.body = readBody(request.body, request.headers['content-type']);
		const { entry } = traffic;
		if (entry === undefined) return undefined;
		const { body } = traffic;
		entry.body = body.kind === 'json' ? body.value : withoutSecrets(body.raw) || undefined;

		const limited = faults.limited();
		if (limited !== undefined) {
			const headers = retryAfterHeader(limited.retryAfter, limited.waitMs);
			throw problem(429, 'Too many requests. Slow down and try again.', {}, headers);
		}
		const { latencyMs, until, fault } = faults.strike(entry);
		if (latencyMs > 0) await delays.wait(latencyMs);
		for (const condition of until) await delays.until(condition);
		traffic.fault = fault;
		switch (fault?.kind) {
			case 'cutBefore':
				void reply.hijack();
				request.raw.socket.resetAndDestroy();
				return reply;
			case 'status':
				return answerStatusFault(fault, reply);
			case 'expiredToken':
				throw dialectFor(dialects, entry.path).expiredToken();
			default:
				return undefined;
		}
	});

	app.addHook('onSend', async (request, reply, payload) => {
		const traffic = trafficOf(request);
		const isReplay = reply.hasHeader('idempotent-replayed');
		if (traffic.entry !== undefined && leavesWork(traffic.fault) && !isReplay) {
			traffic.entry.worked = reply.statusCode;
		}
		if (traffic.fault === undefined) {
			if (traffic.entry !== undefined) traffic.entry.status = reply.statusCode;
			return payload;
		}
		const sent = await answerFault(traffic.fault, request, reply, payload, delays);
		const cut = traffic.fault.kind === 'cutAfter';
		if (traffic.entry !== undefined && !cut) traffic.entry.status = reply.statusCode;
		return sent;
	});
}
