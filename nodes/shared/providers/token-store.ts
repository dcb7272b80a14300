import { Failure } from '../failure';

/** A token that was fetched. */
export interface FetchedToken {
	token: string;
	/** How long it lives, as far as the answer says. */
	lifeMs: number;
	/** The refresh token that goes with it, if one came at any time. */
	refreshToken?: string;
}

type FetchToken = (refreshToken: string | undefined) => Promise<FetchedToken | Failure>;

/** What is known of the tokens of one client. */
interface Known {
	current?: FetchedToken & { freshUntil: number };
	/** The token before, which may still be on its way through an error. */
	previous?: string;
	/** A request for a token that everybody waits for. */
	underWay?: Promise<FetchedToken>;
	/** A refusal that holds for a while, so that a thousand items do not ask a thousand times. */
	refused?: { failure: Failure; until: number };
}

/** A token is taken for expired so long before it is, as it has to reach the API. */
const MARGIN_MS = 10_000;

/**
 * A new token holds at least so long, whatever its life is said to be: requests that were refused
 * together ask for it one after the other. One that is refused itself is renewed at once all the same.
 */
const FRESH_MS = 5_000;

/** How long a refused client is not asked for again. */
const REFUSAL_HOLDS_MS = 3_000;

/**
 * The tokens of a provider's clients in this process. n8n asks for a token with every request that
 * lacks one or got a 401; here all of them share one request for it.
 */
export class TokenStore {
	private readonly clients = new Map<string, Known>();

	/**
	 * @param key the client; holds no secret in the clear
	 * @param stale the token that no longer works, if there was one
	 * @param fetchToken asks for a token, with the newest refresh token that came; gives the failure
	 * if there is none to be had
	 * @throws Failure if there is none to be had
	 */
	async get(key: string, stale: unknown, fetchToken: FetchToken): Promise<FetchedToken> {
		const known = this.clients.get(key) ?? {};
		this.clients.set(key, known);
		const { current, refused, underWay } = known;
		if (underWay) return await underWay;
		const isFresh = current !== undefined && Date.now() < current.freshUntil;
		if (isFresh && current.token !== stale) return current;
		if (refused && Date.now() < refused.until) throw refused.failure;
		known.underWay = renew(known, fetchToken);
		try {
			return await known.underWay;
		} finally {
			delete known.underWay;
		}
	}

	/**
	 * Makes two names stand for one client: that of a refresh token, and of the one that came in its
	 * place. A request that was on its way since long may still have the old one.
	 */
	alias(key: string, newKey: string): void {
		const known = this.clients.get(key);
		if (known) this.clients.set(newKey, known);
	}

	/** All secrets that could show up in an answer. */
	secrets(): string[] {
		return [...new Set(this.clients.values())].flatMap(({ current, previous }) =>
			[current?.token, current?.refreshToken, previous].filter((secret) => secret !== undefined),
		);
	}
}

async function renew(known: Known, fetchToken: FetchToken): Promise<FetchedToken> {
	const newest = known.current?.refreshToken;
	const fetched = await fetchToken(newest);
	if (fetched instanceof Failure) {
		const isFinal = fetched.facts.transient === false;
		if (isFinal) known.refused = { failure: fetched, until: Date.now() + REFUSAL_HOLDS_MS };
		throw fetched;
	}
	if (known.current) known.previous = known.current.token;
	const freshMs = Math.max(fetched.lifeMs - MARGIN_MS, FRESH_MS);
	const refreshToken = fetched.refreshToken ?? newest;
	known.current = {
		...fetched,
		...(refreshToken ? { refreshToken } : {}),
		freshUntil: Date.now() + freshMs,
	};
	delete known.refused;
	return known.current;
}
