import type { INodeParameters } from 'n8n-workflow';
import type { Engine } from './engine.mts';
import { GOOD_KEY, startToyServer, type ToyServer } from './toy-server.mts';
import type { WebhookHost, WebhookHostOptions } from './webhook-host.mts';
import type { WorkflowFile } from './workflow-file.mts';

const keyApi = { id: null, name: 'My key' };

/** The toy trigger, and behind it a node that sends `word` of the body to the toy server. */
function bellThenEcho(parameters: INodeParameters): WorkflowFile {
	return {
		nodes: [
			{ name: 'Bell', type: 'n8n-nodes-toy.bellTrigger', parameters },
			{
				name: 'Echo',
				type: 'n8n-nodes-toy.echo',
				parameters: { word: '={{ $json.body.word }}' },
				credentials: { keyApi },
			},
		],
		connections: { Bell: { main: [[{ node: 'Echo', type: 'main', index: 0 }]] } },
	};
}

export interface Sent {
	url?: string;
	method?: string;
	secret?: string;
	headers?: Record<string, string>;
	body?: NonNullable<RequestInit['body']>;
}

export interface ToyBell {
	server: ToyServer;
	host: WebhookHost;
	/** Sends an event as the toy service would; gives the status, and the body (as JSON, if it is). */
	send(content: object, options?: Sent): Promise<[number, unknown]>;
	/** What the toy server was asked since the last time. */
	requests(): string[];
	/** What the trigger has in its static data, as the database holds it. */
	remembered(): unknown;
	close(): Promise<void>;
}

/** A toy service, and an n8n that hosts a workflow with its trigger. */
export async function startToyBell(
	engine: Engine,
	parameters: INodeParameters = {},
	options: WebhookHostOptions = {},
): Promise<ToyBell> {
	const server = await startToyServer();
	const credentials = { keyApi: { key: GOOD_KEY, url: server.url } };
	const host = await engine.hostWebhooks(bellThenEcho(parameters), { credentials, ...options });
	return {
		server,
		host,
		async send(content, sent = {}) {
			const { url = host.productionUrl, method = 'POST', secret = 'secret-1' } = sent;
			const { body = JSON.stringify(content) } = sent;
			const type = typeof body === 'string' ? { 'content-type': 'application/json' } : {};
			const headers = { ...type, 'X-Secret': secret, ...sent.headers };
			const bare = method === 'GET' || method === 'HEAD';
			const answer = await fetch(url, { method, headers, ...(bare ? {} : { body }) });
			const text = await answer.text();
			const json = answer.headers.get('content-type')?.startsWith('application/json');
			return [answer.status, json && text ? JSON.parse(text) : text];
		},
		requests: () => server.requests.splice(0),
		remembered: () => host.staticData()['node:Bell'],
		async close() {
			await host.close();
			await server.close();
		},
	};
}
