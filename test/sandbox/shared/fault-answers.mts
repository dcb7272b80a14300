import type { Socket } from 'node:net';
import { Readable } from 'node:stream';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Fault } from '../faults.mts';
import type { Delays } from './delays.mts';
import { problem } from './problem.mts';
import { retryAfterHeader } from './rate-limit.mts';

const INSTEAD: ReadonlySet<Fault['kind']> = new Set(['status', 'cutBefore', 'expiredToken']);

/** Whether the work is done although something goes wrong. */
export function leavesWork(fault: Fault | undefined): boolean {
	return fault === undefined || !INSTEAD.has(fault.kind);
}

/** An error instead of the work, in the words of the API unless a body is given. */
export function answerStatusFault(
	fault: Extract<Fault, { kind: 'status' }>,
	reply: FastifyReply,
): FastifyReply {
	const { retryAfter } = fault;
	if (retryAfter === 'date') void reply.headers(retryAfterHeader('date', 2000));
	else if (retryAfter !== undefined) void reply.header('retry-after', String(retryAfter));
	if (fault.headers !== undefined) void reply.headers(fault.headers);
	const { body, status } = fault;
	if (body === undefined) throw problem(status, `The sandbox was told to answer ${status}.`);
	void reply.code(status);
	if (typeof body === 'string') return reply.send(body);
	return reply.type('application/json').send(JSON.stringify(body));
}

/** Half of the answer, then an end of its connection. */
function halfOf(body: Buffer, connection: Socket): Readable {
	const half = body.subarray(0, Math.floor(body.length / 2));
	let sent = false;
	return new Readable({
		read() {
			if (!sent) {
				sent = true;
				this.push(half);
				return;
			}
			// The half must reach the wire first, or the client sees no answer at all.
			const cut = () => {
				if (connection.writableLength > 0 && !connection.destroyed) setImmediate(cut);
				else this.destroy(new Error('cut by a fault'));
			};
			setImmediate(cut);
		},
	});
}

/** The answer in ten pieces over a time. */
function dribble(body: Buffer, ms: number, delays: Delays): Readable {
	const size = Math.max(1, Math.ceil(body.length / 10));
	async function* pieces(): AsyncGenerator<Buffer> {
		for (let at = 0; at < body.length; at += size) {
			await delays.wait((ms * size) / body.length);
			yield body.subarray(at, at + size);
		}
	}
	return Readable.from(pieces(), { objectMode: false });
}

function bytesOf(payload: unknown): Buffer {
	if (Buffer.isBuffer(payload)) return payload;
	return Buffer.from(typeof payload === 'string' ? payload : '');
}

/** Spoils the answer to work that was done. */
export async function answerFault(
	fault: Fault,
	request: FastifyRequest,
	reply: FastifyReply,
	payload: unknown,
	delays: Delays,
): Promise<unknown> {
	const body = bytesOf(payload);
	switch (fault.kind) {
		case 'cutAfter':
			request.raw.socket.resetAndDestroy();
			return payload;
		case 'cutDuring':
			void reply.header('content-length', body.length);
			return halfOf(body, request.raw.socket);
		case 'slowBody':
			void reply.header('content-length', body.length);
			return dribble(body, fault.ms, delays);
		case 'stall':
			await delays.wait(fault.ms);
			return payload;
		case 'notJson':
			void reply.code(200).type('text/html; charset=utf-8').removeHeader('content-length');
			return '<!doctype html><html><body><h1>We will be back soon</h1></body></html>';
		case 'statusAfter':
			for (const name of Object.keys(reply.getHeaders())) reply.removeHeader(name);
			void reply.code(fault.status).type('application/json');
			return JSON.stringify({ message: `The gateway was told to answer ${fault.status}.` });
		default:
			return payload;
	}
}
