/** What the sandbox is to be for one run: empty but for this. */
export interface Scene {
	/** How long each answer takes. */
	latencyMs: number;
	/** Requests a second that are allowed; what is too much is told how many seconds to wait. */
	perSecond?: number;
	/** Products of the account. */
	products: number;
}

/** An account that nobody has used before. */
export interface Account {
	baseUrl: string;
	token: string;
	/** A product that can be ordered. */
	sku: string;
}

/** What the sandbox saw since the scene was set. */
export interface Tally {
	requests: number;
	/** Requests that were answered 429. */
	limited: number;
	/** Orders that exist. */
	orders: number;
	/** External order IDs among them. */
	distinct: number;
	mostInFlight: number;
	/** What the sandbox's own process has worked. */
	cpuMs: number;
	/** The body of the first create, without what tells one order from another. */
	sample: string;
}

/** A key of Digital River, whose deliveries are signed. */
export interface SigningAccount {
	apiKey: string;
	baseUrl: string;
}

/** How deliveries were answered. */
export interface Delivered {
	/** Milliseconds until each answer, in the order in which they were answered. */
	answeredMs: number[];
	/** Answers other than 200. */
	refused: number;
}

/** What can be asked of the sandbox's process, and what it answers. */
export interface Calls {
	scene: { ask: Scene; answer: Account };
	tally: { ask: null; answer: Tally };
	signer: { ask: null; answer: SigningAccount };
	/** Delivers new signed events; to another address, if there is one. */
	deliver: { ask: { count: number; atOnce: number; url?: string }; answer: Delivered };
}

export type CallName = keyof Calls;

export type Question = {
	[Name in CallName]: { id: number; name: Name; ask: Calls[Name]['ask'] };
}[CallName];

/** The first, with id 0, says that the sandbox is there. */
export interface Reply<Answer = unknown> {
	id: number;
	answer?: Answer;
	error?: string;
}
