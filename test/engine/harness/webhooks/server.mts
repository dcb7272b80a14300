import { once } from 'node:events';
import { createServer } from 'node:http';
import type { Answer } from './delivery.mts';
import { HttpError } from './http-error.mts';
import { HostRequest, HostResponse } from './messages.mts';

/** What answers the requests below one address. */
export interface WebhookManager {
	methodsOf(path: string): string[];
	handle(path: string, request: HostRequest, response: HostResponse): Promise<Answer>;
}

export interface HostServer {
	url: string;
	close(): Promise<void>;
}

const METHODS = ['DELETE', 'GET', 'HEAD', 'PATCH', 'POST', 'PUT'];

function answerError(response: HostResponse, error: unknown): void {
	const message = error instanceof Error ? error.message : String(error);
	const { status, hint } = error instanceof HttpError ? error : { status: 500, hint: undefined };
	const body = { code: error instanceof HttpError ? status : 0, message };
	response.status(status).json(hint ? { ...body, hint } : body);
}

function allowOrigin(path: string, manager: WebhookManager, { headers }: HostRequest) {
	const methods = ['OPTIONS', ...manager.methodsOf(path)].join(', ');
	return headers.origin === undefined
		? {}
		: {
				'Access-Control-Allow-Methods': methods,
				'Access-Control-Allow-Origin': headers.origin,
			};
}

async function handle(
	path: string,
	manager: WebhookManager,
	request: HostRequest,
	response: HostResponse,
): Promise<void> {
	const method = String(request.method);
	for (const [name, value] of Object.entries(allowOrigin(path, manager, request))) {
		response.set(name, value);
	}
	if (method === 'OPTIONS') {
		response.status(204).json({});
		return;
	}
	try {
		if (!METHODS.includes(method)) throw new Error(`The method ${method} is not supported.`);
		const answer = await manager.handle(path, request, response);
		if ('silent' in answer) return;
		if (answer.code !== undefined) response.status(answer.code);
		if (typeof answer.body === 'string') response.send(answer.body);
		else response.json(answer.body);
	} catch (error) {
		answerError(response, error);
	}
}

/** Listens on a free port, and hands requests to the manager of the first part of their path. */
export async function startServer(
	managers: Record<string, WebhookManager>,
	onProblem: (error: unknown) => void,
): Promise<HostServer> {
	const server = createServer(
		{ IncomingMessage: HostRequest, ServerResponse: HostResponse },
		(request, response) => {
			const [prefix = '', ...rest] = request.path.slice(1).split('/').map(decodeURIComponent);
			const manager = managers[prefix];
			if (!manager || rest.length === 0) {
				response.status(404).send(`Cannot ${request.method} ${request.path}`);
				return;
			}
			const path = rest.join('/').replace(/\/$/, '');
			handle(path, manager, request, response).catch((error: unknown) => {
				// As in Express: too late for an answer, for instance because the node has sent one too.
				onProblem(error);
				request.socket.destroy();
			});
		},
	);
	server.listen(0, '127.0.0.1');
	await once(server, 'listening');
	const address = server.address();
	const port = typeof address === 'object' && address ? address.port : 0;
	return {
		url: `http://127.0.0.1:${port}`,
		async close() {
			server.close();
			server.closeAllConnections();
			await once(server, 'close');
		},
	};
}
