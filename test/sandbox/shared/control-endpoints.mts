import type { FastifyRequest } from 'fastify';
import { isManual, type SandboxClock } from '../clock.mts';
import type { Fault, FaultControl, FaultRule } from '../faults.mts';
import type { RequestLog } from '../log.mts';
import type { Endpoint } from './endpoints.mts';
import { requestForPrint } from './hidden-secrets.mts';
import { requireJson } from './json-body.mts';
import { problem } from './problem.mts';
import type { RateLimit } from './rate-limit.mts';
import { trafficOf } from './traffic.mts';
import { compile, unprocessable, validated } from './validation.mts';

/** A fault rule in JSON, where a pattern is a text. */
interface JsonFaultRule extends Omit<FaultRule, 'path' | 'until' | 'fault'> {
	path?: string;
	fault?: Fault;
	pathPattern?: string;
}

const positive = { type: 'number', exclusiveMinimum: 0 };
const milliseconds = { type: 'number', minimum: 0 };

function object(properties: Record<string, object>, required: string[] = []): object {
	return { type: 'object', additionalProperties: false, required, properties };
}

const kinds = (...names: string[]) => ({ type: 'string', enum: names });

const faultSchema = {
	anyOf: [
		object(
			{
				kind: kinds('status'),
				status: { type: 'integer', minimum: 200, maximum: 599 },
				retryAfter: { type: ['number', 'string'] },
				body: {},
				headers: { type: 'object', additionalProperties: { type: 'string' } },
			},
			['kind', 'status'],
		),
		object(
			{ kind: kinds('statusAfter'), status: { type: 'integer', minimum: 400, maximum: 599 } },
			['kind', 'status'],
		),
		object({ kind: kinds('slowBody', 'stall'), ms: milliseconds }, ['kind', 'ms']),
		object({ kind: kinds('cutBefore', 'cutAfter', 'cutDuring', 'notJson', 'expiredToken') }, [
			'kind',
		]),
	],
};

const whenSchema = {
	anyOf: [
		{ type: 'string', const: 'next' },
		object({ times: { type: 'integer', minimum: 1 } }, ['times']),
		object({ rate: { type: 'number', minimum: 0, maximum: 1 } }, ['rate']),
		object({ every: { type: 'integer', minimum: 1 } }, ['every']),
		object({ nth: { type: 'array', items: { type: 'integer', minimum: 1 } } }, ['nth']),
	],
};

const validateRule = compile<JsonFaultRule>(
	object({
		method: { type: 'string' },
		path: { type: 'string' },
		pathPattern: { type: 'string' },
		when: whenSchema,
		latencyMs: milliseconds,
		fault: faultSchema,
	}),
);

const validateLimit = compile<RateLimit | null>({
	...object(
		{
			perSecond: positive,
			burst: positive,
			retryAfter: { type: 'string', enum: ['seconds', 'date', 'none'] },
		},
		['perSecond', 'retryAfter'],
	),
	type: ['object', 'null'],
});

const validateAdvance = compile<{ ms: number }>(object({ ms: milliseconds }, ['ms']));

/** The JSON body of a control call. */
export function controlBody(request: FastifyRequest): unknown {
	return requireJson(trafficOf(request).body);
}

function pattern(source: string): RegExp {
	try {
		return new RegExp(source);
	} catch {
		throw unprocessable(['/pathPattern is not a regular expression']);
	}
}

function ruleOf(body: unknown): FaultRule {
	const { path, pathPattern, ...rule } = validated(validateRule, body);
	if (pathPattern !== undefined) return { ...rule, path: pattern(pathPattern) };
	return path === undefined ? rule : { ...rule, path };
}

/** What the shared controls work on. */
export interface ControlParts {
	clock: SandboxClock;
	faults: FaultControl;
	log: RequestLog;
	reset(): void;
}

/** The sandbox's controls for other processes, below /_sandbox. */
export function controlEndpoints({ clock, faults, log, reset }: ControlParts): Endpoint[] {
	return [
		{
			method: 'POST',
			path: '/faults',
			handle(request) {
				faults.add(ruleOf(controlBody(request)));
				return { status: 204 };
			},
		},
		{
			method: 'GET',
			path: '/faults',
			handle: () => ({ status: 200, body: faults.counts() }),
		},
		{
			method: 'DELETE',
			path: '/faults',
			handle() {
				faults.clear();
				return { status: 204 };
			},
		},
		{
			method: 'POST',
			path: '/rate-limit',
			handle(request) {
				faults.rateLimit(validated(validateLimit, controlBody(request)));
				return { status: 204 };
			},
		},
		{
			method: 'POST',
			path: '/clock/advance',
			async handle(request) {
				if (!isManual(clock)) throw problem(409, 'This clock runs by itself.');
				await clock.advance(validated(validateAdvance, controlBody(request)).ms);
				return { status: 200, body: { now: new Date(clock.now()).toISOString() } };
			},
		},
		{
			method: 'GET',
			path: '/requests',
			handle: () => ({ status: 200, body: log.all().map(requestForPrint) }),
		},
		{
			method: 'POST',
			path: '/reset',
			handle() {
				reset();
				return { status: 204 };
			},
		},
	];
}
