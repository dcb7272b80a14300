import { pathMatches, type LoggedRequest } from './log.mts';
import { seededRandom } from './shared/random.mts';
import { TokenBucket, type RateLimit } from './shared/rate-limit.mts';

/** What goes wrong with a request. */
export type Fault =
	| {
			kind: 'status';
			status: number;
			/** Seconds, `date` for an HTTP date two seconds ahead, or any text as it is. */
			retryAfter?: number | 'date' | string;
			body?: unknown;
			headers?: Record<string, string>;
	  }
	/** The connection is reset and nothing was done. */
	| { kind: 'cutBefore' }
	/** The work is done, then the connection is reset without an answer. */
	| { kind: 'cutAfter' }
	/** The work is done, half of the answer is sent, then the connection is cut. */
	| { kind: 'cutDuring' }
	/** The headers come at once, the body takes this long. */
	| { kind: 'slowBody'; ms: number }
	/** The work is done at once, the answer comes this much later. */
	| { kind: 'stall'; ms: number }
	/** The work is done, and the answer is a web page with status 200. */
	| { kind: 'notJson' }
	/** The work is done, and the gateway in front of it answers with an error all the same. */
	| { kind: 'statusAfter'; status: number }
	/** 401, as if the token had expired. */
	| { kind: 'expiredToken' };

/** How often a rule strikes among the requests that it matches. `nth` counts from 1. */
export type FaultWhen =
	'next' | { times: number } | { rate: number } | { every: number } | { nth: number[] };

/** Which requests something goes wrong with, how often, and what. */
export interface FaultRule {
	method?: string;
	/** Path as sent, without query. A string matches the whole path, or its end if it begins with `/`. */
	path?: string | RegExp;
	/** Default: the next matching request only. */
	when?: FaultWhen;
	latencyMs?: number;
	/** The request is read, and nothing is done with it before this. */
	until?: Promise<unknown>;
	/** A function chooses by the request; for undefined nothing goes wrong. */
	fault?: Fault | ((request: FaultedRequest) => Fault | undefined);
}

/** A request as it is when something can go wrong with it: read, and not worked on. */
export type FaultedRequest = Pick<LoggedRequest, 'method' | 'path' | 'query' | 'body'>;

/** Faults and rate limits. */
export interface FaultControl {
	/** Adds a rule; the answer takes it away again. The first rule with a fault that strikes wins. */
	add(rule: FaultRule): () => void;
	/** Takes all rules away. The rate limit stays. */
	clear(): void;
	rateLimit(limit: RateLimit | null): void;
	/** How often each kind struck; `latency` and `rateLimit` are counted too. */
	counts(): Record<string, number>;
}

/** The side of the faults that the server asks. */
export interface FaultSource extends FaultControl {
	strike(request: FaultedRequest): {
		latencyMs: number;
		until: Promise<unknown>[];
		fault: Fault | undefined;
	};
	/** Milliseconds until the next request is allowed, when this one is not. */
	limited(): { waitMs: number; retryAfter: RateLimit['retryAfter'] } | undefined;
	reset(): void;
}

interface ActiveRule {
	rule: FaultRule;
	seen: number;
	struck: number;
}

function strikes(active: ActiveRule, random: () => number): boolean {
	const when = active.rule.when ?? 'next';
	if (when === 'next') return active.struck < 1;
	if ('times' in when) return active.struck < when.times;
	if ('rate' in when) return random() < when.rate;
	if ('every' in when) return active.seen % when.every === 0;
	return when.nth.includes(active.seen);
}

function faultOf({ fault }: FaultRule, request: FaultedRequest): Fault | undefined {
	return typeof fault === 'function' ? fault(request) : fault;
}

function matches(rule: FaultRule, { method, path }: FaultedRequest): boolean {
	if (rule.method !== undefined && rule.method.toUpperCase() !== method) return false;
	return rule.path === undefined || pathMatches(path, rule.path);
}

export function createFaults(seed: number): FaultSource {
	const rules = new Set<ActiveRule>();
	let random = seededRandom(seed);
	let bucket: TokenBucket | undefined;
	let counts: Record<string, number> = {};
	const count = (kind: string) => {
		counts[kind] = (counts[kind] ?? 0) + 1;
	};

	return {
		add(rule) {
			const active: ActiveRule = { rule, seen: 0, struck: 0 };
			rules.add(active);
			return () => void rules.delete(active);
		},
		clear: () => rules.clear(),
		rateLimit(limit) {
			bucket = limit === null ? undefined : new TokenBucket(limit);
		},
		counts: () => ({ ...counts }),
		limited() {
			const taken = bucket?.take();
			if (bucket === undefined || taken === undefined || taken.allowed) return undefined;
			count('rateLimit');
			return { waitMs: taken.waitMs, retryAfter: bucket.limit.retryAfter };
		},
		strike(request) {
			let latencyMs = 0;
			const until: Promise<unknown>[] = [];
			let fault: Fault | undefined;
			for (const active of rules) {
				if (!matches(active.rule, request)) continue;
				// Two rules for the same request take turns: one that would be hidden waits.
				if (active.rule.fault !== undefined && fault !== undefined) continue;
				active.seen += 1;
				if (!strikes(active, random)) continue;
				active.struck += 1;
				latencyMs += active.rule.latencyMs ?? 0;
				if (active.rule.latencyMs !== undefined) count('latency');
				if (active.rule.until !== undefined) until.push(active.rule.until);
				fault ??= faultOf(active.rule, request);
			}
			if (fault !== undefined) count(fault.kind);
			return { latencyMs, until, fault };
		},
		reset() {
			rules.clear();
			bucket = undefined;
			counts = {};
			random = seededRandom(seed);
		},
	};
}
