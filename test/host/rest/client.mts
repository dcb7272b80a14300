import { Agent } from 'node:http';
import axios, { type AxiosInstance, type Method } from 'axios';

/** A refusal of n8n's REST interface. */
export class RestError extends Error {
	constructor(
		request: string,
		readonly status: number,
		answer: unknown,
	) {
		super(`${request} was answered with ${status}: ${JSON.stringify(answer).slice(0, 500)}`);
	}
}

const COOKIE = 'n8n-auth';

/** What n8n binds a session to. */
export const BROWSER_ID = 'host';

/** n8n's REST interface, as its editor uses it. */
export class RestClient {
	private readonly http: AxiosInstance;

	constructor(
		readonly url: string,
		/** Of somebody who is logged in. */
		private cookie = '',
	) {
		this.http = axios.create({
			baseURL: url,
			validateStatus: null,
			proxy: false,
			// n8n closes idle connections, at times just as the next request is sent.
			httpAgent: new Agent({ keepAlive: false }),
			// The session is bound to it.
			headers: { 'browser-id': BROWSER_ID },
		});
	}

	/** What makes another client as logged in as this one. */
	get session(): string {
		return this.cookie;
	}

	/** Below /rest; gives what stands in `data` of the answer. */
	async call<T>(method: Method, path: string, body?: object): Promise<T> {
		const { data } = await this.ask<{ data: T }>(method, `/rest${path}`, body);
		return data;
	}

	/** The answer to a call of any path, as it is. */
	async ask<T>(method: Method, path: string, body?: object): Promise<T> {
		const answer = await this.http.request<T>({
			method,
			url: path,
			headers: { cookie: this.cookie },
			...(body ? { data: body } : {}),
		});
		for (const cookie of answer.headers['set-cookie'] ?? []) {
			if (cookie.startsWith(COOKIE)) this.cookie = cookie.replace(/;.*$/, '');
		}
		if (answer.status < 400) return answer.data;
		throw new RestError(`${method} ${path}`, answer.status, answer.data);
	}
}
