import { createConnection } from 'node:net';
import { orderBody } from '../../engine/support/order-parameters.mts';
import { API_PATH } from '../contenders/contender.mts';

const CONNECTIONS = 32;

interface Job {
	baseUrl: string;
	token: string;
	sku: string;
	prefix: string;
	count: number;
}

const job: Job = JSON.parse(process.argv[2] ?? '{}');
const url = new URL(job.baseUrl + API_PATH + '/orders');

function requestOf(number: number): string {
	const body = JSON.stringify(orderBody(job.sku, { externalOrderId: `${job.prefix}-${number}` }));
	return [
		`POST ${url.pathname} HTTP/1.1`,
		`host: ${url.host}`,
		`authorization: Bearer ${job.token}`,
		'content-type: application/json',
		`content-length: ${Buffer.byteLength(body)}`,
		'',
		body,
	].join('\r\n');
}

const requests = Array.from({ length: job.count }, (_, number) => requestOf(number)).values();

/** Whether an answer has come whole. The sandbox tells the length of each. */
function isWhole(text: string): boolean {
	const end = text.indexOf('\r\n\r\n');
	const length = /\r\ncontent-length: (\d+)/i.exec(text)?.[1];
	return end >= 0 && text.length >= end + 4 + Number(length);
}

/** Sends one request after the other over one connection. */
function work(): Promise<void> {
	return new Promise((resolve, reject) => {
		const socket = createConnection({ host: url.hostname, port: Number(url.port), noDelay: true });
		let text = '';
		const next = () => {
			const request = requests.next();
			if (request.done) {
				socket.end();
				resolve();
			} else socket.write(request.value);
		};
		socket.setEncoding('latin1');
		socket.on('connect', next);
		socket.on('error', reject);
		socket.on('data', (chunk: string) => {
			text += chunk;
			if (!isWhole(text)) return;
			text = '';
			next();
		});
	});
}

const from = Date.now();
await Promise.all(Array.from({ length: CONNECTIONS }, work));
process.send?.({ from, to: Date.now() });
process.disconnect();
