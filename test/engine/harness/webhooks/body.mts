import { parse as parseForm } from 'node:querystring';
import type { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { createGunzip, createInflate } from 'node:zlib';
import { n8nNetwork, n8nWorkflow } from '../n8n.mts';
import { HttpError } from './http-error.mts';
import type { HostRequest } from './messages.mts';

/** N8N_PAYLOAD_SIZE_MAX, in bytes. */
const MAX_BYTES = 16 * 1024 * 1024;

const DECODERS: Record<string, () => NodeJS.ReadWriteStream & Readable> = {
	gzip: createGunzip,
	deflate: createInflate,
};

/** From version 2 on, a node is only given the bodies of these types; version 1 gets all of them. */
const READ_FROM_VERSION_2 =
	/^(application\/json|text\/plain|application\/x-www-form-urlencoded)|[/+]xml$/;

async function readRawBody(request: HostRequest): Promise<Buffer> {
	const decoder = DECODERS[request.headers['content-encoding'] ?? '']?.();
	const stream: Readable = decoder ?? request;
	if (decoder) request.on('error', (error) => decoder.destroy(error)).pipe(decoder);
	const chunks: Buffer[] = [];
	let size = 0;
	for await (const chunk of stream.iterator({ destroyOnReturn: false })) {
		size += chunk.length;
		if (size > MAX_BYTES) {
			request.unpipe().resume();
			throw new Error('request entity too large');
		}
		chunks.push(chunk);
	}
	return Buffer.concat(chunks);
}

const withoutMark = (text: string) => text.replace(/^\uFEFF/, '');

const PARSERS: Record<string, (text: string) => unknown> = {
	'application/json': (text) => n8nWorkflow.jsonParse(withoutMark(text)),
	'application/x-www-form-urlencoded': (text) =>
		parseForm(withoutMark(text), undefined, undefined, { maxKeys: 1000 }),
	'text/plain': (text) => text,
};

async function parseMultipart(request: HostRequest): Promise<unknown> {
	const headers = { 'content-type': request.headers['content-type'] ?? '' };
	const form = await new Response(await buffer(request), { headers }).formData().catch(() => {
		throw new HttpError(400, 'The submitted form data could not be parsed.');
	});
	const body: Record<'data' | 'files', Record<string, unknown>> = { data: {}, files: {} };
	for (const name of new Set(form.keys())) {
		const entries = form.getAll(name);
		const texts = entries.filter((entry) => typeof entry === 'string');
		const files = entries.flatMap((entry) =>
			typeof entry === 'string'
				? []
				: [{ originalFilename: entry.name, mimetype: entry.type, size: entry.size }],
		);
		if (texts.length > 0) body.data[name] = texts.length === 1 ? texts[0] : texts;
		if (files.length > 0) body.files[name] = files.length === 1 ? files[0] : files;
	}
	return body;
}

/**
 * Reads and parses the body of a webhook request as n8n does before it calls the node. XML is the one
 * format that is only read here, not parsed.
 */
export async function parseBody(request: HostRequest, nodeVersion: number): Promise<void> {
	n8nNetwork.parseIncomingMessage(request);
	const type = request.contentType ?? '';
	if (type === 'multipart/form-data') {
		request.body = await parseMultipart(request);
		return;
	}
	if (type.startsWith('multipart/')) return;
	if (nodeVersion > 1 && !READ_FROM_VERSION_2.test(type)) return;
	request.rawBody = await readRawBody(request);
	if (request.rawBody.length === 0) return;
	try {
		request.body = PARSERS[type]?.(request.rawBody.toString(request.encoding));
	} catch (error) {
		const reason = error instanceof Error ? error.message : String(error);
		throw new HttpError(422, 'Failed to parse request body', reason);
	}
}
