import type { Fault } from '../../sandbox/faults.mts';

/** One way in which the API refuses every call, and what a person is to be told of it. */
export interface Refusal {
	what: string;
	/** Which of the sandbox's fixed tokens is sent; default: the one with all scopes. */
	token?: 'noScopes' | 'revoked';
	/** What every answer is. */
	fault?: Fault;
	/** The sentence, without the item. */
	message: string;
	/** Part of what to do. */
	fix: RegExp;
	httpCode?: string;
	transient: boolean;
}

/** Refusals that can come to any call that reads (Flexport Logistics API: HTTP errors). */
export const READ_REFUSALS: readonly Refusal[] = [
	{
		what: '401, a revoked token',
		token: 'revoked',
		message: 'Flexport does not accept the API token (HTTP 401)',
		fix: /Settings > API Tokens/,
		httpCode: '401',
		transient: false,
	},
	{
		what: '401, a token that expires on the way',
		fault: { kind: 'expiredToken' },
		message: 'Flexport does not accept the API token (HTTP 401)',
		fix: /mistyped, revoked or expired/,
		httpCode: '401',
		transient: false,
	},
	{
		what: '403, a missing scope',
		token: 'noScopes',
		message: 'The API token may not do this (HTTP 403)',
		fix: /lacks a scope/,
		httpCode: '403',
		transient: false,
	},
	{
		what: '423, a frozen account',
		fault: { kind: 'status', status: 423 },
		message: 'The Flexport account is frozen (HTTP 423)',
		fix: /Flexport portal/,
		httpCode: '423',
		transient: false,
	},
	{
		what: '429 that asks for more patience than there is',
		fault: { kind: 'status', status: 429, retryAfter: 3600 },
		message: 'Flexport keeps asking to slow down (HTTP 429)',
		fix: /lower 'Requests at Once' in Options/,
		httpCode: '429',
		transient: true,
	},
	{
		what: '503 every time',
		fault: { kind: 'status', status: 503 },
		message: 'Flexport is not available at the moment (HTTP 503)',
		fix: /Try again later/,
		httpCode: '503',
		transient: true,
	},
	{
		what: '504 of the gateway every time',
		fault: { kind: 'status', status: 504 },
		message: 'Flexport took too long to answer (HTTP 504)',
		fix: /Try again later/,
		httpCode: '504',
		transient: true,
	},
	{
		what: 'a status that is not documented',
		fault: { kind: 'status', status: 418 },
		message: 'Flexport gave an answer that its documentation does not list (HTTP 418)',
		fix: /'Base URL' and 'API Version'/,
		httpCode: '418',
		transient: false,
	},
	{
		what: 'a web page every time',
		fault: { kind: 'notJson' },
		message: 'Something other than Flexport answered: a page where data belongs (HTTP 200)',
		fix: /'Base URL'/,
		httpCode: '200',
		transient: true,
	},
	{
		what: 'a connection cut before the answer every time',
		fault: { kind: 'cutBefore' },
		message: 'Flexport did not answer: the connection was cut',
		fix: /Nothing was changed/,
		transient: true,
	},
	{
		what: 'a connection cut in the middle of the answer every time',
		fault: { kind: 'cutDuring' },
		message: 'Flexport did not answer: the connection broke',
		fix: /Nothing was changed/,
		transient: true,
	},
];
