import { problem } from './problem.mts';

/** A request body, read once: a value, nothing at all, or not JSON. */
export type ReadBody =
	| { kind: 'json'; value: unknown; raw: string }
	| { kind: 'empty'; raw: '' }
	| { kind: 'wrongType'; contentType: string; raw: string }
	| { kind: 'malformed'; reason: string; raw: string };

const JSON_TYPE = /^application\/([\w.-]+\+)?json\s*(;|$)/i;

/** Reads a body without judging it: some calls ignore their body. */
export function readBody(body: unknown, contentType: string | undefined): ReadBody {
	const raw = Buffer.isBuffer(body) ? body.toString('utf8') : '';
	if (raw === '') return { kind: 'empty', raw };
	if (contentType === undefined || !JSON_TYPE.test(contentType)) {
		return { kind: 'wrongType', contentType: contentType ?? 'none', raw };
	}
	try {
		const value: unknown = JSON.parse(raw);
		return { kind: 'json', value, raw };
	} catch (error) {
		return { kind: 'malformed', reason: error instanceof Error ? error.message : 'not JSON', raw };
	}
}

/** The JSON of a body, or the problem that the vendor answers with. */
export function requireJson(body: ReadBody): unknown {
	switch (body.kind) {
		case 'json':
			return body.value;
		case 'empty':
			throw problem(400, 'A JSON body is required, and the body is empty.');
		case 'wrongType':
			throw problem(415, `The body must be application/json, not ${body.contentType}.`);
		case 'malformed':
			throw problem(400, `The body is not valid JSON: ${body.reason}`);
	}
}
