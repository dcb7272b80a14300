import { validateHeaderName, validateHeaderValue } from 'node:http';
import type { IHttpRequestOptions } from 'n8n-workflow';

/** Requests of one case after which a node is taken for endless. */
const MOST_REQUESTS = 5_000;

/** The longest time that a socket of Node.js takes. */
const LONGEST_TIMEOUT_MS = 2 ** 31 - 1;

/** Words of JavaScript that stand where a value belongs. */
export const NO_WORDS = /\bundefined\b|\[object |\bNaN\b|\bInfinity\b/;

/** One request, and n8n's name of the credential that it is sent with. */
export interface Asked {
	credential: string | undefined;
	options: IHttpRequestOptions;
}

export type Answer = (asked: Asked) => unknown;

export interface StrictApi {
	answer: Answer;
	/** What was wrong with the requests so far. */
	faults: string[];
}

/** Answers as told, and keeps what a real connection could not have sent. */
export function strictApi(answer: Answer): StrictApi {
	const faults: string[] = [];
	let count = 0;
	return {
		faults,
		answer: (asked) => {
			count += 1;
			if (count > MOST_REQUESTS) {
				if (count === MOST_REQUESTS + 1) faults.push('It hangs: it never stops asking');
				throw new Error('No more answers');
			}
			faults.push(...faultsOf(asked.options));
			return answer(asked);
		},
	};
}

function faultsOf({
	url,
	qs = {},
	headers = {},
	body,
	timeout = 0,
}: IHttpRequestOptions): string[] {
	const sent = `${url} ${JSON.stringify(qs)}`;
	return [
		...(URL.canParse(url) ? [] : [`no URL: ${url}`]),
		...(NO_WORDS.test(decodeURIComponent(sent)) ? [`not filled in: ${sent}`] : []),
		...(Object.values(qs).some((value) => value === undefined) ? [`not given: ${sent}`] : []),
		...(timeout > 0 && timeout <= LONGEST_TIMEOUT_MS ? [] : [`no timeout: ${timeout}`]),
		...reasonsFor(() => {
			for (const [name, value] of Object.entries(headers)) {
				validateHeaderName(name);
				validateHeaderValue(name, String(value));
			}
		}),
		...reasonsFor(() => JSON.stringify(body)),
	];
}

function reasonsFor(check: () => unknown): string[] {
	try {
		check();
		return [];
	} catch (error) {
		return [String(error)];
	}
}
