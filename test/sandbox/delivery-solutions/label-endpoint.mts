import type { FastifyRequest } from 'fastify';
import type { Answer, Endpoint } from '../shared/endpoints.mts';
import { trafficOf } from '../shared/traffic.mts';
import { labelToken } from './labels.mts';
import { labelPdf } from './pdf.mts';
import { labelTrick } from './tricks.mts';
import type { World } from './world.mts';

function raw(status: number, type: string, content: string | Buffer): Answer {
	return { status, raw: content, headers: { 'content-type': type } };
}

function textAnswer(status: number, sentence: string): Answer {
	return raw(status, 'text/plain; charset=utf-8', sentence);
}

function download(world: World, request: FastifyRequest): Answer {
	// The label is on another host than the API: whoever sends the token there gives it away.
	if (request.headers.authorization !== undefined) {
		return textAnswer(400, 'The label needs no Authorization header. Do not send your token here.');
	}
	const { orderId, token } = trafficOf(request).entry?.query ?? {};
	const found = typeof orderId === 'string' ? world.find(orderId)?.record.shipment : undefined;
	if (found === undefined || token !== labelToken(found.id)) {
		return textAnswer(404, 'There is no such label.');
	}
	const trick = labelTrick(found.orderAttributes);
	if (trick === 'broken' || trick === 'none') return textAnswer(404, 'There is no such label.');
	if (trick === 'page') {
		const page = '<!doctype html><html><body><h1>Please sign in</h1></body></html>';
		return raw(200, 'text/html; charset=utf-8', page);
	}
	return raw(200, 'application/pdf', labelPdf(String(found.trackingId ?? found.id)));
}

/** The page that a label link leads to. It is no part of the Shipping Order API. */
export function labelEndpoint(world: World): Endpoint {
	return { method: 'GET', path: '', handle: (request) => download(world, request) };
}
