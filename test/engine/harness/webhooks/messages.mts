import { IncomingMessage, ServerResponse, STATUS_CODES } from 'node:http';
import { parse, type ParsedUrlQuery } from 'node:querystring';

type HeaderValue = string | number | readonly string[];

/**
 * A request with what nodes find on n8n's, which is Express's. `rawBody` (the body after decompression,
 * never there for multipart), `contentType` and `encoding` are n8n's own additions.
 */
export class HostRequest extends IncomingMessage {
	params: Record<string, string> = {};
	/** Not there until it was parsed, and never for an empty body: Express 5 puts no {} there. */
	body: unknown = undefined;

	get originalUrl(): string {
		return this.url ?? '/';
	}

	get path(): string {
		return this.originalUrl.split('?', 1)[0] ?? '/';
	}

	/** Repeated names become lists. (Express also nests names with brackets.) */
	get query(): ParsedUrlQuery {
		const [, query = ''] = this.originalUrl.split(/\?(.*)/s);
		return parse(query);
	}

	get ip(): string | undefined {
		return this.socket.remoteAddress;
	}

	get protocol(): string {
		return 'http';
	}

	get secure(): boolean {
		return false;
	}

	get hostname(): string | undefined {
		return this.headers.host?.replace(/:\d+$/, '');
	}

	get(name: string): string | string[] | undefined {
		return this.headers[name.toLowerCase()];
	}

	header(name: string): string | string[] | undefined {
		return this.get(name);
	}
}

/** A response with what nodes call on n8n's, which is Express's. */
export class HostResponse extends ServerResponse<HostRequest> {
	locals: Record<string, unknown> = {};

	status(code: number): this {
		this.statusCode = code;
		return this;
	}

	set(name: string, value: HeaderValue): this {
		return this.setHeader(name, value);
	}

	header(name: string, value: HeaderValue): this {
		return this.set(name, value);
	}

	type(contentType: string): this {
		return this.set('Content-Type', contentType);
	}

	json(body: unknown): this {
		if (!this.hasHeader('Content-Type')) this.type('application/json; charset=utf-8');
		return this.finish(JSON.stringify(body) ?? '');
	}

	send(body?: unknown): this {
		if (typeof body !== 'string' && !Buffer.isBuffer(body) && body !== undefined) {
			return this.json(body);
		}
		const defaultType = Buffer.isBuffer(body)
			? 'application/octet-stream'
			: 'text/html; charset=utf-8';
		if (body !== undefined && !this.hasHeader('Content-Type')) this.type(defaultType);
		return this.finish(body ?? '');
	}

	sendStatus(code: number): this {
		return this.status(code)
			.type('text/plain; charset=utf-8')
			.send(STATUS_CODES[code] ?? String(code));
	}

	private finish(body: string | Buffer): this {
		if (this.statusCode === 204 || this.statusCode === 304) {
			this.removeHeader('Content-Type');
			return this.end();
		}
		this.setHeader('Content-Length', Buffer.byteLength(body));
		return this.end(body);
	}
}
